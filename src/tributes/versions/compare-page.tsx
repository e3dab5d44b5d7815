import { languageHere } from '#i18n/spoken.ts';
import { momentInWords } from '#i18n/dates.ts';
import { directionOf } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { compareTexts, type Stretch } from '#tributes/versions/compare.ts';
import { ChooseTwo } from '#tributes/versions/versions-page.tsx';
import { versionsPath } from '#tributes/paths.ts';
import type { Tribute, Version } from '#tributes/tribute.ts';
import type { Edition } from '#tributes/versions/versions.ts';
import { whatElseChanged } from '#tributes/versions/what-changed.ts';
import { Document } from '#ui/document.tsx';
import { inTurns } from '#ui/in-turns.ts';

type ComparePageProps = {
  say: Say;
  memorial: Memorial;
  tribute: Tribute;
  earlier: Version;
  later: Version;
  versions: readonly Edition[];
};

/**
 * Two versions of a tribute as one text: what was taken out is struck through, what came in is underlined,
 * and both are said in words to whoever hears the page.
 */
export function ComparePage({ say, memorial, tribute, earlier, later, versions }: ComparePageProps) {
  const day = ({ publishedAt }: Version): string =>
    momentInWords(publishedAt, languageHere(), memorial.zone || 'UTC');
  const own = { lang: later.language, dir: directionOf(later.language) };
  const title = compareTexts(earlier.title, later.title, later.language);
  const words = compareTexts(earlier.text, later.text, later.language);
  const changed = [...title, ...words].some(({ kind }) => kind !== 'same');
  const others = whatElseChanged(say, earlier, later);
  return (
    <Document title={say('compare.title')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <nav class="quiet back">
          <a href={versionsPath(tribute)}>{say('versions.title')}</a>
        </nav>
        <h1>{say('compare.title')}</h1>
        <p>
          {say('compare.says', {
            earlier: earlier.number,
            day: day(earlier),
            later: later.number,
            changed: day(later),
          })}
        </p>
        {changed ? (
          <p class="hint">
            <del class="altered">{say('compare.gone')}</del> <ins class="altered">{say('compare.came')}</ins>
          </p>
        ) : (
          <p>{say('compare.same-words')}</p>
        )}
        {others.length > 0 && (
          <ul class="changes">
            {others.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        )}
        <article class="compared">
          {title.length > 0 && (
            <h2 {...own}>
              <Stretches say={say} stretches={title} earlier={earlier} later={later} />
            </h2>
          )}
          <div class="words compared" {...own}>
            <Stretches say={say} stretches={words} earlier={earlier} later={later} />
          </div>
        </article>
        <ChooseTwo
          say={say}
          tribute={tribute}
          versions={versions}
          chosen={{ earlier: earlier.number, later: later.number }}
          zone={memorial.zone}
        />
      </main>
    </Document>
  );
}

type StretchesProps = { say: Say; stretches: readonly Stretch[]; earlier: Version; later: Version };

function Stretches({ say, stretches, earlier, later }: StretchesProps) {
  // Each change is isolated by the style sheet, so that it moves nothing around it in either direction.
  const was = { lang: earlier.language, dir: directionOf(earlier.language) };
  return (
    <>
      {stretches.map(({ kind, text }) => {
        if (kind === 'same') return inTurns(text);
        if (kind === 'came')
          return (
            <ins class="altered">
              <Heard say={say} sentence="compare.came-begins" />
              {inTurns(text)}
              <Heard say={say} sentence="compare.came-ends" />
            </ins>
          );
        return (
          <del class="altered" {...(earlier.language === later.language ? {} : was)}>
            <Heard say={say} sentence="compare.gone-begins" />
            {inTurns(text)}
            <Heard say={say} sentence="compare.gone-ends" />
          </del>
        );
      })}
    </>
  );
}

function Heard({ say, sentence }: { say: Say; sentence: string }) {
  return (
    <span class="unseen" lang={languageHere()} dir={directionOf(languageHere())}>
      {` ${say(sentence)} `}
    </span>
  );
}
