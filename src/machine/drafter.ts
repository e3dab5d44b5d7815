/** Why a machine gave no draft: it does not know a language, a text is too long for it, or it did not answer well. */
export type DraftRefusal = 'language' | 'too-much' | 'unreachable';

/** From one language into another, as BCP 47 tags. */
export type Languages = { from: string; to: string };

/** Something that writes a first draft of a translation. */
export type Drafter = {
  /** Where the words are sent to, for those who decide about it. */
  host: string;
  /** A draft of each text, in the same order. Awaits the network: never within a transaction. */
  draft(
    texts: readonly string[],
    languages: Languages,
  ): Promise<{ drafts: string[] } | { refused: DraftRefusal }>;
};
