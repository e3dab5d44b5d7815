import type { Audience } from '#audiences/audience.ts';
import { dateToText, type PartialDate } from '#lib/partial-date.ts';

/** Somebody whose name stands under a letter, in the words they sign with. */
export type Signature = { personId: string; as: string };

/** A photograph between the paragraphs: it stands after that many paragraphs of the text. */
export type Placed = { photographId: string; after: number; caption: string; alternative: string };

/** What a letter says, apart from who sees it and when. `text` is exact (`#lib/exact-text.ts`). */
export type Words = {
  title: string;
  text: string;
  language: string;
  /** When what it tells happened; apart from when it was published. */
  memory: PartialDate | undefined;
  signed: Signature[];
  photographs: Placed[];
};

export type Tribute = {
  id: string;
  memorialId: string;
  kind: 'letter';
  writerId: string;
  audience: Audience;
  /** Its part of the URL, unique in its memorial; set when it is first published. */
  address: string;
  createdAt: string;
  /** Counts the saves of the draft: each save names the one it began from. */
  revision: number;
  /** The number of the published version that readers have; 0 before the first. */
  version: number;
  publishedAt: string | undefined;
  firstPublishedAt: string | undefined;
};

/** A published version: kept for ever, and citable by its number. */
export type Version = Words & { tributeId: string; number: number; sha256: string; publishedAt: string };

/** A tribute with the words that readers have. */
export type Published = Tribute & { publishedAt: string; words: Version };

/** What is being written. One that is `beside` came from an older version, written on another device. */
export type Draft = Words & {
  id: string;
  tributeId: string;
  beside: boolean;
  beganFrom: number;
  device: string;
  updatedAt: string;
};

export const emptyWords = (language: string, signed: Signature[]): Words => ({
  title: '',
  text: '',
  language,
  memory: undefined,
  signed,
  photographs: [],
});

/** Whether two say the same in everything, photographs and signatures included. */
export function saysTheSame(a: Words, b: Words): boolean {
  const said = ({ title, text, language, memory, signed, photographs }: Words) =>
    JSON.stringify([title, text, language, memory ? dateToText(memory) : null, signed, photographs]);
  return said(a) === said(b);
}

/** What counts as nothing to publish: no words and no photograph. */
export function saysNothing(words: Words): boolean {
  return words.text.trim() === '' && words.title.trim() === '' && words.photographs.length === 0;
}
