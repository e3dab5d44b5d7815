/** What can happen that something else follows from; `reactions.ts` says what. */
export type Event =
  | { photographReceived: string }
  | { tributePublished: string }
  | { tributeWithdrawn: string }
  | { memorialOpened: string }
  /** The ids of a memorial, of a parent who is to be told, and of the one who asked for it to go away, with spaces between. */
  | { leavingToTell: string }
  /** A tribute’s id and the id of whoever is asked, with a space between. */
  | { signatureAsked: string }
  /** The ids, with a space between, of photographs that something named which was erased. */
  | { photographsLeft: string };
