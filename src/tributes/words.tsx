import type { Say } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { directionOfWords } from '#tributes/direction.ts';
import { Figure } from '#tributes/figure.tsx';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import type { Words } from '#tributes/tribute.ts';

type WordsProps = {
  say: Say;
  words: Words;
  gallery: Gallery;
  first?: boolean;
  linksToLarge?: boolean;
  /** Where nothing can be opened (feeds, mails): covered photographs are left out, their covers stand. */
  closed?: boolean;
};

/**
 * The words of a tribute with its photographs between the paragraphs. Without the figures and covers, the
 * text content of `.words` is the exact text, letter for letter: line breaks stand between the lines.
 */
export function LetterWords({ say, words, gallery, first = false, ...shown }: WordsProps) {
  const paragraphs = words.text === '' ? [] : paragraphsOf(words.text);
  const last = paragraphs.length;
  const figures = (after: number) =>
    words.photographs
      .filter((placed) => Math.min(placed.after, last) === after)
      .map((placed) => (
        <Figure
          say={say}
          placed={placed}
          gallery={gallery}
          language={words.language}
          first={first && after === 0}
          {...shown}
        />
      ));
  const places = new Set(words.photographs.map(({ after }) => Math.min(after, last)));
  return (
    <div class="words" lang={words.language} dir={directionOfWords(words.language, words.text)}>
      {places.has(0) && figures(0)}
      {paragraphs.map((paragraph, index) => (
        <>
          <Paragraph text={paragraph} />
          {index + 1 < last ? '\n\n' : ''}
          {places.has(index + 1) && figures(index + 1)}
        </>
      ))}
    </div>
  );
}

function Paragraph({ text }: { text: string }) {
  const lines = text.split('\n');
  return (
    <p class={lines.length > 1 ? 'verse' : undefined}>
      {lines.map((line, index) => (
        <>
          <span class="line">{line}</span>
          {index + 1 < lines.length ? '\n' : ''}
        </>
      ))}
    </p>
  );
}
