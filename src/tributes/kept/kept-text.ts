import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import { dateInWords } from '#i18n/dates.ts';
import type { Kept } from '#tributes/kept/kept.ts';
import { signedBy } from '#tributes/signing/signature.ts';
import type { Words } from '#tributes/tribute.ts';

/** All of it as plain text, each letter for letter, to be kept anywhere. */
export function keptText(say: Say, kept: readonly Kept[]): string {
  const pieces = kept.flatMap(({ words, unpublished }) => [
    textOf(words),
    ...unpublished.map((draft) => `${say('kept.unpublished')}\n\n${textOf(draft)}`),
  ]);
  return `${pieces.join('\n\n* * *\n\n')}\n`;
}

function textOf(words: Words): string {
  const { title, addressee, place, memory, text, photographs, signed, language } = words;
  const captions = photographs.map(({ caption }) => caption);
  const parts = [
    title,
    addressee,
    place,
    memory ? dateInWords(memory, languageHere()) : '',
    text,
    ...captions,
    signedBy(signed, language),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
