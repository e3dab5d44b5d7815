/** What can happen that something else follows from; `reactions.ts` says what. */
export type Event =
  | { photographReceived: string }
  | { tributePublished: string }
  | { tributeWithdrawn: string }
  | { memorialOpened: string };
