import { dateInWords } from '#i18n/dates.ts';
import { directionOf, type Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { dateToText } from '#lib/partial-date.ts';
import { isNamedByKind, kindInWords } from '#tributes/title.ts';
import { languageOf, type TributeKind, type Words } from '#tributes/tribute.ts';

type WhenProps = { say: Say; kind: TributeKind; words: Words; called: string; language: Language };

/** The line over a memory: when it happened and where, and what it is, where its title does not say so. */
export function When({ say, kind, words, called, language }: WhenProps) {
  const parts = [
    words.memory && <time datetime={dateToText(words.memory)}>{dateInWords(words.memory, language)}</time>,
    words.place !== '' && (
      <span lang={languageOf(words, 'place')} dir={directionOf(languageOf(words, 'place'))}>
        {words.place}
      </span>
    ),
    words.title !== '' && isNamedByKind(kind, words) && <span>{kindInWords(say, kind, words, called)}</span>,
  ].filter((part) => part !== undefined && part !== false);
  if (parts.length === 0) return null;
  return (
    <p class="when">
      {parts.map((part, index) => (
        <>
          {index > 0 && ' · '}
          {part}
        </>
      ))}
    </p>
  );
}
