import type { Audience } from '#audiences/audience.ts';
import { dateToText, type PartialDate } from '#lib/partial-date.ts';
import { isSeen } from '#lib/seen.ts';
import type { Device } from '#people/devices/device.ts';

/** Somebody whose name stands under a letter, in the words they sign with. */
export type Signature = { personId: string; as: string };

/** The kinds of tribute, each with what it needs and no more. */
export const tributeKinds = ['letter', 'photograph', 'chapter', 'keepsake', 'farewell'] as const;
export type TributeKind = (typeof tributeKinds)[number];

/** Kinds of keepsake that have a name of their own; any other is told in the title. */
export const keepsakes = [
  'footprints',
  'handprints',
  'bracelet',
  'certificate',
  'scan',
  'recording',
] as const;

/** Photographs of these stand before the words, in their own order; of the others, between the paragraphs. */
export const photographsFirst: readonly TributeKind[] = ['photograph', 'keepsake'];

/** The most photographs of one tribute. */
export const mostPhotographs = 500;

/**
 * What stands over something until a reader chooses to see it, in a parent's words; without words the
 * program has a sentence for it. Nothing is covered unless a parent covers it.
 */
export type Cover = string | undefined;

/**
 * A cover that a parent laid over what somebody wrote who could lay none. It stands beside the words, which
 * stay as they were written and signed.
 */
export type LaidCover = {
  /** The photograph that it lies over; nothing where it lies over all of the piece. */
  photographId?: string | undefined;
  words: string;
  language: string;
  laid: ByWhom;
  /** That it was taken off again. Its words are kept, so that it can be laid as it was. */
  off?: ByWhom | undefined;
};
type ByWhom = { by: string; at: string };

/** A photograph between the paragraphs: it stands after that many paragraphs of the text. */
export type Placed = {
  photographId: string;
  after: number;
  caption: string;
  alternative: string;
  cover?: Cover;
};

/** That a tribute belongs to another one, in the family's words: “this is the day of that first photograph”. */
export type Pointer = { to: string; words: string };

/** What a tribute says, apart from who sees it and when. `text` is exact (`#lib/exact-text.ts`). */
export type Words = {
  title: string;
  text: string;
  language: string;
  /** When what it tells happened; apart from when it was published. */
  memory: PartialDate | undefined;
  signed: Signature[];
  photographs: Placed[];
  /** To whom it is written, where that is somebody else than the child. */
  addressee: string;
  /** Where it happened: of a farewell. */
  place: string;
  /** One of `keepsakes`, or empty. */
  keepsake: string;
  pointsTo: Pointer[];
  cover: Cover;
  /** The covers that parents laid beside these words, as whoever reads them finds them. No version holds them. */
  laid?: readonly LaidCover[];
  /** Of a translation as readers have it. What is written and kept never has this. */
  translated?: TranslatedFrom;
};

/** What words are a translation of, and by whom. */
export type TranslatedFrom = {
  by: string;
  /** The number of this version of the translation. */
  number: number;
  /** The language of the original; the number of the version that was translated, and when it was published. */
  from: string;
  of: number;
  ofDay: string;
  /** Whether title or text of the original were changed since. */
  isBehind: boolean;
  /** What of the words around stays in the language of the original (`aroundOf` names it). */
  untranslated: ReadonlySet<string>;
};

export type Tribute = {
  id: string;
  memorialId: string;
  kind: TributeKind;
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
  /** Written for its writer alone: publishing it is never suggested. */
  onlyForMe: boolean;
  /** Its place among the chapters of the story; only chapters have one. */
  chapter: number | undefined;
  /** When it was put into the bin. */
  binnedAt: string | undefined;
};

/** A published version: kept for ever, and citable by its number. */
export type Version = Words & {
  tributeId: string;
  number: number;
  sha256: string;
  publishedAt: string;
  /** The widest audience that this version was ever published for; nobody beyond it sees these words. */
  audience: Audience;
};

/** A tribute with the words that readers have. */
export type Published = Tribute & { publishedAt: string; words: Version };

/** What is being written. One that is `beside` came from an older version, written on another device. */
export type Draft = Words & {
  id: string;
  tributeId: string;
  beside: boolean;
  beganFrom: number;
  device: Device;
  updatedAt: string;
};

export const emptyWords = (language: string, signed: Signature[]): Words => ({
  title: '',
  text: '',
  language,
  memory: undefined,
  signed,
  photographs: [],
  addressee: '',
  place: '',
  keepsake: '',
  pointsTo: [],
  cover: undefined,
});

/** The language of one of the words around a text: in a translation that of the original, where it was not translated. */
export function languageOf(
  { language, translated }: Pick<Words, 'language' | 'translated'>,
  part: string,
): string {
  return translated?.untranslated.has(part) ? translated.from : language;
}

/** The language that names stand in: nobody translates those. */
export function languageOfNames({ language, translated }: Pick<Words, 'language' | 'translated'>): string {
  return translated?.from ?? language;
}

/** Whether two say the same in everything, photographs and signatures included. */
export function saysTheSame(a: Words, b: Words): boolean {
  return JSON.stringify(said(a)) === JSON.stringify(said(b));
}

function said(words: Words): unknown[] {
  const { title, text, language, memory, signed, photographs } = words;
  const { addressee, place, keepsake, pointsTo, cover } = words;
  const placed = photographs.map((one) => [
    one.photographId,
    one.after,
    one.caption,
    one.alternative,
    one.cover ?? null,
  ]);
  const happened = memory ? dateToText(memory) : null;
  return [
    title,
    text,
    language,
    happened,
    signed,
    placed,
    addressee,
    place,
    keepsake,
    pointsTo,
    cover ?? null,
  ];
}

/** What counts as nothing to publish: no words, no place and no photograph. */
export function saysNothing({ text, title, place, photographs }: Words): boolean {
  return ![text, title, place].some(isSeen) && photographs.length === 0;
}

/**
 * Where a tribute stands among the others, as text that sorts: when it happened, else when it was first
 * published. One known only by its month or year stands at that time's end, after what is known exactly.
 */
export function whenHappened(memory: PartialDate | undefined, firstPublishedAt: string): string {
  if (!memory) return firstPublishedAt;
  return memory.day === undefined ? `${dateToText(memory)}-~` : dateToText(memory);
}
