import { apartIn } from '#i18n/apart.ts';
import { momentInWords } from '#i18n/dates.ts';
import { listFormat } from '#i18n/formats.ts';
import { type Language, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Version } from '#tributes/tribute.ts';
import type { PublicWords } from '#words/public-words.ts';

/** What is said of words where they are quoted. */
type Quoted = Pick<
  PublicWords,
  'language' | 'version' | 'original' | 'translator' | 'signed' | 'publishedAt'
>;

/** The words of a page as they are quoted: a version, or somebody's translation of it. */
export function quotedFrom(version: Version): Quoted {
  const { language, number, signed, publishedAt, translated } = version;
  return {
    language,
    version: translated?.number ?? number,
    original: translated === undefined,
    ...(translated && { translator: translated.by }),
    signed: signed.map(({ as }) => as).filter((as) => as !== ''),
    publishedAt,
  };
}

/** Of which version in which language words are, and who translated them, in a reader's language. */
function editionOf(say: Say, language: Language, words: Quoted): string {
  const { version: number, translator = '' } = words;
  const named = { language: nameIn(language, words.language), number };
  return words.original ? say('source.original', named) : say('source.translation', { ...named, translator });
}

/** Where a quotation is from: what the piece is called, whose page, who signs, the day, the edition. */
export function sourceOf(
  say: Say,
  language: Language,
  { title, called, zone }: { title: string; called: string; zone: string },
  words: Quoted,
): string[] {
  return [
    title,
    title.includes(called) ? '' : called,
    listFormat(language, { type: 'conjunction' }).format(words.signed),
    momentInWords(words.publishedAt, language, zone || 'UTC'),
    editionOf(say, language, words),
  ].filter((part) => part !== '');
}

// What opens and closes a quotation; of every other language, as in English.
const marks: Record<string, readonly [opens: string, closes: string]> = {
  ar: ['«', '»'],
  cs: ['„', '“'],
  de: ['„', '“'],
  es: ['«', '»'],
  fa: ['«', '»'],
  fr: ['«\u00a0', '\u00a0»'],
  it: ['«', '»'],
  ja: ['「', '」'],
  pl: ['„', '”'],
  pt: ['«', '»'],
  ru: ['«', '»'],
  uk: ['«', '»'],
};

/** The marks that a quotation stands between in its language. */
export function quotationMarks(language: string): readonly [opens: string, closes: string] {
  return marks[language.split('-')[0] ?? ''] ?? ['“', '”'];
}

/** Where a quotation is from, as one line of plain text: what runs another way turns nothing around. */
export const sourceLine = (language: Language, source: readonly string[]): string =>
  source.map((part) => apartIn(language, part)).join(' · ');

/** A quotation as it is copied: the words between their marks, where they are from, and where they stand. */
export function quotationText(text: string, language: string, source: string, url: string): string {
  const [opens, closes] = quotationMarks(language);
  return `${opens}${text}${closes}\n\n${source}\n${url}`;
}
