import { instantAfter } from '#lib/instant.ts';
import { isSeen } from '#lib/seen.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import type { Version, Words } from '#tributes/tribute.ts';
import { type Hands, handsOf } from '#translations/hands.ts';
import { type Around, aroundOf, type AroundWords, type TranslatedAround } from '#translations/around.ts';

/**
 * One paragraph as its translator wrote it, and the original's that it is a translation of. One that is
 * `gone` belongs to a paragraph that the original has no more; it comes back with it. What is `byMachine` is
 * nobody's until a person makes it theirs.
 */
export type TranslatedParagraph = {
  original: string;
  text: string;
  gone?: true;
  byMachine?: true;
} & Hands;

/** What a translator writes: the paragraphs of the text, and what stands around it. */
export type Translated = {
  paragraphs: readonly TranslatedParagraph[];
  around: readonly TranslatedAround[];
};

/** A translation of one tribute into one language, as it is being written. */
export type Translation = Translated & {
  id: string;
  tributeId: string;
  language: string;
  /** The name of whoever translates, as readers will see it. */
  translator: string;
  /** Of somebody of the family who translates: who it is. They need no link. */
  personId: string | undefined;
  /** Where somebody who was invited is told what became of it, and in which of our languages. */
  email: string | undefined;
  readsIn: string;
  /** Whose leave a link has: it opens what this person may see. */
  invitedBy: string;
  createdAt: string;
  /** Until when the translator's link opens it; nothing once it was taken back. */
  expiresAt: string | undefined;
  /** Counts the saves, as a tribute's does, and which open page wrote the latest. */
  revision: number;
  editor: string;
  /** The version of the original that it was last written beside. */
  ofVersion: number;
  offeredAt: string | undefined;
  /** What a parent wrote when they gave it back. */
  note: string | undefined;
  /** The number of the approved version that readers have; 0 before the first. */
  version: number;
  /** When a parent took what was approved away from readers. */
  withdrawnAt: string | undefined;
  /** When it was handed on to whoever translates now, and nothing of it was approved since. */
  handedOnAt: string | undefined;
};

/** An approved version: kept for ever, and citable by its number. */
export type TranslationVersion = {
  translationId: string;
  tributeId: string;
  language: string;
  number: number;
  ofVersion: number;
  translator: string;
  title: string;
  text: string;
  /** Captions, covers and whatever else is translated with the text, without the title. */
  around: readonly AroundWords[];
  sha256: string;
  publishedAt: string;
};

/**
 * The same as somebody may read it: `current` where readers have it now, and not a later one; and when the
 * version was published that it is a translation of.
 */
export type Approved = TranslationVersion & { current: boolean; originalAt: string };

/**
 * A translation with what it was made of, as far as that says how it is shown: nothing where the original still
 * is that version.
 */
export type Readable = Approved & {
  madeOf: (Pick<Version, 'text' | 'sha256' | 'signed'> & Around) | undefined;
};

export type TranslationState = 'draft' | 'offered' | 'returned' | 'approved' | 'withdrawn';

export function stateOf(translation: Translation): TranslationState {
  if (translation.offeredAt !== undefined) return 'offered';
  if (translation.note !== undefined) return 'returned';
  if (translation.handedOnAt !== undefined) return 'draft';
  if (translation.withdrawnAt !== undefined) return 'withdrawn';
  return translation.version > 0 ? 'approved' : 'draft';
}

/** Whether readers have what was approved before, while something else is being written or read. */
export function hasOthers(translation: Translation): boolean {
  const state = stateOf(translation);
  const isThis = state === 'approved' || state === 'withdrawn';
  return translation.version > 0 && translation.withdrawnAt === undefined && !isThis;
}

const linkDays = 30;
/** Until when a link that is made now opens a translation. */
export const linkEnds = (now: string): string => instantAfter(now, { days: linkDays });

/** One row of the translating page: the original's words, their translation, and whether it must be looked at again. */
export type Row = { original: string; text: string; was: string | undefined; byMachine: boolean } & Hands;

/**
 * What was translated, laid beside the original as it is now. Each paragraph goes with the one it was
 * written for, wherever that stands now; one that fits nowhere stays where it stood between the others, and
 * `was` says what was translated there, so that its translator sees what changed.
 */
export function besideOriginal(text: string, translated: readonly TranslatedParagraph[]): Row[] {
  return laid(text, translated).rows;
}

/** The translated paragraphs that stand beside nothing any more, and say something. */
export function leftOver(text: string, translated: readonly TranslatedParagraph[]): TranslatedParagraph[] {
  return laid(text, translated).left.filter((one) => isSeen(one.text));
}

function laid(text: string, translated: readonly TranslatedParagraph[]) {
  const originals = originalsOf(text);
  const waiting = new Set(translated.keys());
  const take = (at: number | undefined): number | undefined => {
    if (at === undefined || !waiting.delete(at)) return undefined;
    return at;
  };
  // Of the same words, such as a refrain, the first go with the first.
  const places = new Map<string, number[]>();
  for (const [at, { original }] of [...translated.entries()].toReversed())
    places.getOrInsertComputed(original, () => []).push(at);
  const same = originals.map((original) => take(places.get(original)?.pop()));
  let last = -1;
  const rows = originals.map((original, index): Row => {
    const at = same[index];
    if (at !== undefined) {
      if (!translated[at]?.gone) last = at;
      const { text: words = '', byMachine = false, ...hands } = translated[at] ?? {};
      return { original, text: words, was: undefined, byMachine, ...handsOf(hands) };
    }
    const next = translated[last + 1]?.gone ? undefined : take(last + 1);
    if (next === undefined) return { original, text: '', was: undefined, byMachine: false };
    last = next;
    const { original: was = '', text: words = '', byMachine = false, ...hands } = translated[next] ?? {};
    return { original, text: words, was: isSeen(words) ? was : undefined, byMachine, ...handsOf(hands) };
  });
  return { rows, left: [...waiting].map((at) => translated[at]!) };
}

export const originalsOf = (text: string): string[] => (text === '' ? [] : paragraphsOf(text));

/** The words around a text in the same way, each by its part. */
export function aroundBeside(
  words: Words,
  translated: readonly TranslatedAround[],
): (Row & { part: string })[] {
  return aroundOf(words).map(({ part, text: original }) => {
    const known = translated.find((one) => one.part === part);
    const { text = '', original: was = original, byMachine = false, ...hands } = known ?? {};
    const changed = isSeen(text) && was !== original ? was : undefined;
    return { part, original, text, was: changed, byMachine, ...handsOf(hands) };
  });
}

/** The fields of the translating page: of a paragraph by its place, of the words around by their part. */
export const paragraphField = (index: number): string => `text-${index}`;
export const aroundField = (part: string): string => `around-${part}`;

type Field = Row & { field: string };

/** Every field of the translating page that the original has words for, in the order in which it is read. */
export function fieldsBeside(original: Words, { paragraphs, around }: Translated): Field[] {
  return [
    ...aroundBeside(original, around).map((row) => ({ ...row, field: aroundField(row.part) })),
    ...besideOriginal(original.text, paragraphs).map((row, at) => ({ ...row, field: paragraphField(at) })),
  ].filter((row) => isSeen(row.original));
}

/** The fields that still want words, or a look: the original was changed beneath them, or a machine wrote them. */
export function unfinishedFields(original: Words, translated: Translated): Field[] {
  return fieldsBeside(original, translated).filter(
    (row) => !isSeen(row.text) || row.was !== undefined || row.byMachine,
  );
}

/** How much of what was translated says no longer what the original says: changed since, or come in since. */
export function countOutdated(original: Words & { number: number }, translation: Translation): number {
  if (translation.revision === 0) return 0;
  const isOlder = translation.ofVersion < original.number;
  return unfinishedFields(original, translation).filter(({ was }) => isOlder || was !== undefined).length;
}

/** The exact text of a translation: its paragraphs, joined as the original's are. */
export const textOf = (translated: readonly TranslatedParagraph[]): string =>
  translated
    .filter(({ gone }) => !gone)
    .map(({ text }) => text)
    .join('\n\n');

/**
 * A translated paragraph in the shape of its original, so that the two stay beside each other: the line
 * breaks that it begins with are the original's, and no empty line stands within it.
 */
export function shaped(original: string, text: string): string {
  if (!isSeen(original)) return original;
  const [begins = ''] = /^\n*/.exec(original) ?? [];
  return begins + text.replace(/^\n+|\n+$/g, '').replaceAll(/\n{2,}/g, '\n');
}

/** Which paragraphs of a text stand in it that did not stand in an earlier one, by their place. */
export function changedParagraphs(before: string, now: string): number[] {
  const known = new Set(paragraphsOf(before));
  return paragraphsOf(now).flatMap((paragraph, index) => (known.has(paragraph) ? [] : [index]));
}
