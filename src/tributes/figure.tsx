import { directionOf } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { type Gallery, largestSource } from '#photographs/show.ts';
import { coverWords } from '#tributes/cover.ts';
import { Covered } from '#tributes/covered.tsx';
import { languageOf, type Placed, type Words } from '#tributes/tribute.ts';
import { Photo } from '#ui/photograph.tsx';

export type FigureProps = {
  say: Say;
  placed: Placed;
  gallery: Gallery;
  /** The words that it stands among, which say in which language its own are. */
  words: Pick<Words, 'language' | 'translated'>;
  /** Whether it is what a page shows at once, and is fetched with it. */
  first?: boolean;
  linksToLarge?: boolean;
  /** Where nothing can be opened (feeds, mails), a covered photograph is its cover's words and no more. */
  closed?: boolean;
  placeholder?: boolean;
  wide?: boolean;
};

/** A photograph with what stands beneath it, or its cover. */
export function Figure(props: FigureProps) {
  const { say, placed, gallery, words, closed = false } = props;
  const { cover } = placed;
  if (!gallery(placed.photographId, placed.alternative)) return null;
  if (cover === undefined) return <Shown {...props} />;
  const own = inLanguage(languageOf(words, `cover-${placed.photographId}`));
  if (closed) return <p {...own}>{coverWords(say, cover)}</p>;
  return (
    <Covered say={say} cover={cover} opens="photograph" {...own}>
      <Shown {...props} first={false} />
    </Covered>
  );
}

function Shown({
  say,
  placed,
  gallery,
  words,
  first = false,
  linksToLarge = true,
  placeholder = true,
  wide = false,
}: FigureProps) {
  const props = gallery(placed.photographId, placed.alternative);
  if (!props) return null;
  const photo = <Photo {...props} first={first} {...(placeholder ? {} : { placeholder: '' })} />;
  const ownIn = (part: string) => {
    const language = languageOf(words, `${part}-${placed.photographId}`);
    return language === words.language ? {} : inLanguage(language);
  };
  return (
    <figure class={wide ? 'wide' : undefined}>
      {linksToLarge ? (
        // A photograph that nobody described is still a way somewhere.
        <a
          href={largestSource(props)}
          {...ownIn('alternative')}
          aria-label={placed.alternative === '' ? say('photograph.large') : undefined}
        >
          {photo}
        </a>
      ) : (
        photo
      )}
      {placed.caption !== '' && <figcaption {...ownIn('caption')}>{placed.caption}</figcaption>}
    </figure>
  );
}

const inLanguage = (language: string) => ({ lang: language, dir: directionOf(language) });
