/** What can happen that something else follows from; `reactions.ts` says what. */
export type Event =
  | { photographReceived: string }
  | { tributePublished: string }
  | { tributeWithdrawn: string }
  | { memorialOpened: string }
  /** The ids of a memorial, of a parent who is to be told, and of the one who asked for it to go away, with spaces between. */
  | { leavingToTell: string }
  /** The same of a memorial that was let rest. */
  | { restToTell: string }
  /** The ids of a memorial that the host paused, of a parent, and of the host, with spaces between. */
  | { pauseToTell: string }
  | { memorialLeaves: string }
  /** The ids of a memorial that goes away and of somebody who wrote there, with a space between. */
  | { writerToTell: string }
  /** What a family's people are told (`families/news.ts`). */
  | { familyToTell: string }
  /** The ids of a family and of somebody who no longer keeps its pages, with a space between. */
  | { keepingEnded: string }
  /** A tribute’s id and the id of whoever is asked, with a space between. */
  | { signatureAsked: string }
  /** The ids of a translation and of a parent who is to read it, with a space between. */
  | { translationOffered: string }
  /** The id of a translation, and what a parent did with it: approved or returned, with a space between. */
  | { translationAnswered: string }
  /** The ids, with a space between, of photographs that something named which was erased. */
  | { photographsLeft: string }
  /** A person’s id, the instant, and the device (`people/devices/device.ts`), with spaces between. */
  | { signedInAnew: string }
  /** The same, of a recovery code that was used. */
  | { recoveryCodeUsed: string }
  /** The same, of a passkey that was taken away, and of a new paper of recovery codes. */
  | { passkeyRemoved: string }
  | { recoveryCodesMade: string };
