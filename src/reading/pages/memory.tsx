import type { Child } from 'hono/jsx';
import { dateInWords } from '#i18n/dates.ts';
import { directionOf, type Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { beginningOf } from '#lib/beginning.ts';
import { dateToText } from '#lib/partial-date.ts';
import type { Gallery } from '#photographs/show.ts';
import { signedBy } from '#tributes/signature.ts';
import type { Published } from '#tributes/tribute.ts';
import { LetterWords } from '#tributes/words.tsx';

const shownWhole = 1500;

type MemoryProps = {
  say: Say;
  tribute: Published;
  gallery: Gallery;
  language: Language;
  path: string;
  children?: Child;
};

/** One memory among the others on a child's page; a long one begins here and goes on on its own page. */
export function Memory({ say, tribute, gallery, language, path, children }: MemoryProps) {
  const { words } = tribute;
  const isLong = words.text.length > shownWhole;
  const begun = isLong
    ? {
        ...words,
        text: firstPart(words.text),
        photographs: words.photographs.filter(({ after }) => after <= 1),
      }
    : words;
  const signed = signedBy(words.signed, words.language);
  const foreign = { lang: words.language, dir: directionOf(words.language) };
  return (
    <article class="memory">
      {words.memory && (
        <p class="when">
          <time datetime={dateToText(words.memory)}>{dateInWords(words.memory, language)}</time>
        </p>
      )}
      {words.title !== '' && (
        <h2 {...foreign}>
          <a href={path}>{words.title}</a>
        </h2>
      )}
      <LetterWords words={begun} gallery={gallery} />
      {signed !== '' && !isLong && (
        <p class="signed" {...foreign}>
          {signed}
        </p>
      )}
      {(isLong || words.title === '') && (
        <p class="quiet">
          <a href={path}>{say(isLong ? 'child.read-on' : 'child.this-letter')}</a>
        </p>
      )}
      {children}
    </article>
  );
}

function firstPart(text: string): string {
  const end = text.indexOf('\n\n', shownWhole / 2);
  return end > 0 && end <= shownWhole ? text.slice(0, end) : beginningOf(text, shownWhole);
}
