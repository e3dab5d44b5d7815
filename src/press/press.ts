/** What a family says to the press about one child, in its own words; whatever is empty is not said. */
export type Press = {
  memorialId: string;
  /** Whether everybody who sees the child's page can read it. */
  shown: boolean;
  /** What may be quoted and used. */
  uses: string;
  /** How to name whoever wrote the words and took the photographs. */
  credit: string;
  /** Whom to ask: a name, an address, or that nobody is to be asked. Shown as it was typed, and never a link. */
  contact: string;
  /** On what terms a released photograph may be printed, where it has none of its own. */
  terms: string;
  /** BCP 47 tag of the language that the family wrote this in. */
  language: string;
  /** Counts the saves: a form names the one that it began from. */
  revision: number;
};

/** Of a family that has said nothing to the press. */
export function noPress(memorial: { id: string; language: string }): Press {
  const { id, language } = memorial;
  return {
    memorialId: id,
    shown: false,
    uses: '',
    credit: '',
    contact: '',
    terms: '',
    language,
    revision: 0,
  };
}
