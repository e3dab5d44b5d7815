import type { Say } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { directionOfWords } from '#tributes/direction.ts';
import { Figure } from '#tributes/figure.tsx';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import type { Words } from '#tributes/tribute.ts';
import { inTurns } from '#ui/in-turns.ts';

/** Of so many lines each hangs by itself; of more, as many as stand between two photographs are one piece. */
const mostLines = 20_000;

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
  const isLong = hasMoreLines(words.text);
  const figures = (after: number) =>
    words.photographs
      .filter((placed) => Math.min(placed.after, last) === after)
      .map((placed) => (
        <Figure
          say={say}
          placed={placed}
          gallery={gallery}
          words={words}
          first={first && after === 0}
          {...shown}
        />
      ));
  const places = new Set(words.photographs.map(({ after }) => Math.min(after, last)));
  const ends = paragraphs
    .map((_, index) => index + 1)
    .filter((end) => !isLong || end === last || places.has(end));
  return (
    <div class="words" lang={words.language} dir={directionOfWords(words.language, words.text)}>
      {places.has(0) && figures(0)}
      {ends.map((end, index) => (
        <>
          {isLong ? (
            <LongWords text={paragraphs.slice(ends[index - 1] ?? 0, end).join('\n\n')} />
          ) : (
            <Paragraph text={paragraphs[end - 1] ?? ''} />
          )}
          {end < last ? '\n\n' : ''}
          {places.has(end) && figures(end)}
        </>
      ))}
    </div>
  );
}

function hasMoreLines(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= mostLines; at = text.indexOf('\n', at + 1)) lines++;
  return lines > mostLines;
}

/** A paragraph, each typed line by itself. */
export function Paragraph({ text }: { text: string }) {
  const lines = text.split('\n');
  return (
    <p class={lines.length > 1 ? 'verse' : undefined}>
      {lines.map((line, index) => (
        <>
          <span class="line">{inTurns(line)}</span>
          {index + 1 < lines.length ? '\n' : ''}
        </>
      ))}
    </p>
  );
}

/** More lines than anybody counts, as one text. */
export function LongWords({ text }: { text: string }) {
  return <p class="long">{inTurns(text)}</p>;
}
