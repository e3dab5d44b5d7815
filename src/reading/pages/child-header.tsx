import { dateInWords } from '#i18n/dates.ts';
import { directionOf, type Language, nearestLanguage } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { dateToText } from '#lib/partial-date.ts';
import type { Day } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn, wordsIn } from '#memorials/vocabulary.ts';
import type { Gallery } from '#photographs/show.ts';
import { Drawing, drawings } from '#ui/drawings.tsx';
import { Photo } from '#ui/photograph.tsx';

type HeaderProps = { say: Say; language: Language; memorial: Memorial; gallery: Gallery };

/** Who the page is for: the portrait, the name, the days in the family's words, the sentence. */
export function ChildHeader({ say, language, memorial, gallery }: HeaderProps) {
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
