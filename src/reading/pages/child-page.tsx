import type { Child } from 'hono/jsx';
import { dateInWords } from '#i18n/dates.ts';
import { directionOf, type Language, nearestLanguage } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { beginningOf } from '#lib/beginning.ts';
import { dateToText } from '#lib/partial-date.ts';
import type { Day } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn, wordsIn } from '#memorials/vocabulary.ts';
import type { Gallery } from '#photographs/show.ts';
import { signedBy } from '#tributes/signature.ts';
import type { Published } from '#tributes/tribute.ts';
import { LetterWords } from '#tributes/words.tsx';
import { Drawing, drawings } from '#ui/drawings.tsx';
import { Photo } from '#ui/photograph.tsx';

type ChildPageProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  tributes: Published[];
  gallery: Gallery;
  pathOf: (tribute: Published) => string;
  /** What the family finds between the child and the memories; readers have nothing there. */
  tools?: Child;
  /** What a memory carries for its writer. */
  toolsOf?: (tribute: Published) => Child;
};

/** The page of a child: the portrait, the name, the days, the sentence, then the memories as they happened. */
export function ChildPage({
  say,
  language,
  memorial,
  tributes,
  gallery,
  pathOf,
  tools,
  toolsOf,
}: ChildPageProps) {
  return (
    <>
      <ChildHeader say={say} language={language} memorial={memorial} gallery={gallery} />
      {tools}
      {tributes.length > 0 && (
        <div class="memories">
          {tributes.map((tribute) => (
            <Memory say={say} tribute={tribute} gallery={gallery} language={language} path={pathOf(tribute)}>
              {toolsOf?.(tribute)}
            </Memory>
          ))}
        </div>
      )}
      {memorial.invented && <p class="quiet invented">{say('child.invented')}</p>}
    </>
  );
}

type HeaderProps = { say: Say; language: Language; memorial: Memorial; gallery: Gallery };

function ChildHeader({ say, language, memorial, gallery }: HeaderProps) {
  const portrait = memorial.portraitId && gallery(memorial.portraitId, memorial.portraitAlternative);
  const foreign = nearestLanguage(memorial.language) !== language;
  const theirs = foreign ? { lang: memorial.language, dir: directionOf(memorial.language) } : {};
  const called = calledIn(memorial, language);
  return (
    <header class="child">
      {portrait ? (
        <Photo {...portrait} first />
      ) : (
        <Drawing
          kind={drawings.find((kind) => kind === memorial.drawing) ?? 'snowdrop'}
          label={say('child.drawing')}
        />
      )}
      <h1>{memorial.called ? <bdi {...theirs}>{memorial.called}</bdi> : called}</h1>
      {memorial.days.length > 0 && (
        <p class="days">
          {memorial.days.map((day, index) => (
            <>
              {index > 0 && '\u00a0· '}
              <DayWords day={day} memorial={memorial} language={language} say={say} />
            </>
          ))}
        </p>
      )}
      {memorial.sentence !== '' && (
        <p class="sentence" {...theirs}>
          {memorial.sentence}
        </p>
      )}
    </header>
  );
}

function DayWords({
  day,
  memorial,
  language,
  say,
}: {
  day: Day;
  memorial: Memorial;
  language: Language;
  say: Say;
}) {
  const date = <time datetime={dateToText(day.date)}>{dateInWords(day.date, language)}</time>;
  const own = nearestLanguage(memorial.language) === language ? day.words : '';
  const before =
    own || (day.kind === 'other' ? '' : wordsIn(memorial.vocabulary, language, memorial.language)[day.kind]);
  // One sentence with the date inside, so that each language can order it as it does.
  const [head = '', tail = ''] = say('child.day', { words: before, date: '\u0000' }).split('\u0000');
  return (
    <span class="day">
      {before === '' ? '' : head}
      {date}
      {tail}
    </span>
  );
}

const shownWhole = 1500;

type MemoryProps = {
  say: Say;
  tribute: Published;
  gallery: Gallery;
  language: Language;
  path: string;
  children?: Child;
};

function Memory({ say, tribute, gallery, language, path, children }: MemoryProps) {
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
