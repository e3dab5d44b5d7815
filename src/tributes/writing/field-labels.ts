import type { Sheet } from '#tributes/writing/sheet.ts';

/** By the beginning of a field's name, the key of what it is called on the sheet. */
const labels: readonly (readonly [string, string])[] = [
  ['title', 'writing.letter-title'],
  ['text', 'writing.words'],
  ['memory', 'writing.when'],
  ['addressee', 'writing.addressee'],
  ['place', 'writing.place'],
  ['keepsake', 'writing.keepsake'],
  ['language', 'writing.language'],
  ['caption-', 'photograph.caption'],
  ['alternative-', 'photograph.alternative'],
  ['after-', 'photograph.place'],
  ['cover-words', 'cover.words'],
  ['points-to-', 'pointer.to'],
  ['points-words-', 'pointer.words'],
];

/** What a field of the sheet is called there, by the name it is sent under. */
export function fieldLabel({ say, called, kind }: Sheet, name: string): string | undefined {
  const key = labels.find(([beginning]) => name.startsWith(beginning))?.[1];
  return key && say(key, { called, kind });
}
