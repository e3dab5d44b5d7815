import { dateInWords } from '#i18n/dates.ts';
import { type Language, nearestLanguage } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { dateToText } from '#lib/partial-date.ts';
import type { Day } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { wordsIn } from '#memorials/vocabulary.ts';
import { writtenIn } from '#reading/pages/written-in.ts';

type DaysProps = { say: Say; language: Language; memorial: Memorial };

const mostInOneLine = 2;
const mostInSight = 8;

/** The days in the family's words: a few in one line, more or those with a place each in their own, very many folded. */
export function Days(props: DaysProps) {
  const { say, memorial } = props;
  const { days } = memorial;
  const isMany = days.length > mostInSight;
  const inSight = isMany ? days.filter(({ kind }) => kind !== 'other') : days;
  const folded = isMany ? days.filter(({ kind }) => kind === 'other') : [];
  const inLines = inSight.length > mostInOneLine || inSight.some(({ place }) => place !== '');
  return (
    <>
      {inSight.length > 0 && (
        <p class={inLines ? 'days in-lines' : 'days'}>
          {inSight.map((day, index) => (
            <>
              {index > 0 && ' '}
              <DayWords {...props} day={day} goesOn={!inLines && index < inSight.length - 1} />
            </>
          ))}
        </p>
      )}
      {folded.length > 0 && (
        <details class="more-days">
          <summary>{say('child.more-days')}</summary>
          <p class="days in-lines">
            {folded.map((day) => (
              <>
                {' '}
                <DayWords {...props} day={day} goesOn={false} />
              </>
            ))}
          </p>
        </details>
      )}
    </>
  );
}

// What stands in a sentence for its parts until it is said: each language orders them as it does.
const [wordsHere, dateHere, placeHere] = ['\ue001', '\ue002', '\ue003'];

/** One day; in a line with others, what parts it from the next stays with it. */
function DayWords({ say, language, memorial, day, goesOn }: DaysProps & { day: Day; goesOn: boolean }) {
  const theirs = writtenIn(memorial, language);
  const isOurs = nearestLanguage(memorial.language) === language || day.kind === 'other';
  const own = isOurs ? day.words : '';
  const usual = day.kind === 'other' ? '' : wordsIn(memorial.vocabulary, language, day.date)[day.kind];
  const parts: Record<string, unknown> = {
    [wordsHere]: own === '' ? usual : <bdi {...theirs}>{own}</bdi>,
    [dateHere]: <time datetime={dateToText(day.date)}>{dateInWords(day.date, language)}</time>,
    [placeHere]: <bdi {...theirs}>{day.place}</bdi>,
  };
  const said = say(day.place === '' ? 'child.day' : 'child.day-at', {
    words: wordsHere,
    date: dateHere,
    place: placeHere,
  });
  // Without words before it, the date begins.
  const sentence = own + usual === '' ? said.slice(said.indexOf(dateHere)) : said;
  return (
    <span class="day">
      {sentence.split(/([\ue001-\ue003])/).map((part) => (parts[part] ?? part) as string)}
      {goesOn && '\u00a0·'}
    </span>
  );
}
