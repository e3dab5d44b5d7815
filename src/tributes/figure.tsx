import { directionOf } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { type Gallery, largestSource } from '#photographs/show.ts';
import { type Coverable, coverOver, coverWords } from '#tributes/covers/cover.ts';
import { Covered, inItsLanguage } from '#tributes/covers/covered.tsx';
import { languageOf, type Placed } from '#tributes/tribute.ts';
import { Photo } from '#ui/photograph.tsx';

export type FigureProps = {
  say: Say;
  placed: Placed;
  gallery: Gallery;
  /** The words that it stands among, which say what covers it and in which language its own are. */
  words: Coverable;
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
  const { say, placed, gallery, words, first = false, closed = false } = props;
  const cover = coverOver(words, placed);
  if (!gallery(placed.photographId, placed.alternative)) return null;
  if (cover && closed) return <p {...inItsLanguage(cover)}>{coverWords(say, cover)}</p>;
  return (
    <Covered say={say} cover={cover} opens="photograph">
      <Shown {...props} first={!cover && first} />
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
