import { directionOf } from '#i18n/languages.ts';
import type { Gallery } from '#photographs/show.ts';
import { largestSource } from '#photographs/show.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import type { Placed, Words } from '#tributes/tribute.ts';
import { Photo } from '#ui/photograph.tsx';

type WordsProps = { words: Words; gallery: Gallery; first?: boolean; linksToLarge?: boolean };

/**
 * The words of a letter with its photographs between the paragraphs. Without the figures, the text
 * content of `.words` is the exact text, letter for letter: line breaks stand between the lines.
 */
export function LetterWords({ words, gallery, first = false, linksToLarge = true }: WordsProps) {
  const paragraphs = paragraphsOf(words.text);
  const last = paragraphs.length;
  const figures = (after: number) =>
    words.photographs
      .filter((placed) => Math.min(placed.after, last) === after)
      .map((placed) => (
        <Figure placed={placed} gallery={gallery} first={first && after === 0} linksToLarge={linksToLarge} />
      ));
  return (
    <div class="words" lang={words.language} dir={directionOf(words.language)}>
      {figures(0)}
      {words.text !== '' &&
        paragraphs.map((paragraph, index) => (
          <>
            <Paragraph text={paragraph} />
            {index + 1 < last ? '\n\n' : ''}
            {figures(index + 1)}
          </>
        ))}
      {words.text === '' &&
        words.photographs
          .filter(({ after }) => after > 0)
          .map((placed) => (
            <Figure placed={placed} gallery={gallery} first={first} linksToLarge={linksToLarge} />
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

function Figure({
  placed,
  gallery,
  first,
  linksToLarge,
}: {
  placed: Placed;
  gallery: Gallery;
  first: boolean;
  linksToLarge: boolean;
}) {
  const props = gallery(placed.photographId, placed.alternative);
  if (!props) return null;
  const photo = <Photo {...props} first={first} />;
  return (
    <figure>
      {linksToLarge ? <a href={largestSource(props)}>{photo}</a> : photo}
      {placed.caption !== '' && <figcaption>{placed.caption}</figcaption>}
    </figure>
  );
}
