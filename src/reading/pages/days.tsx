import { dateInWords } from '#i18n/dates.ts';
import { directionOf, type Language, nearestLanguage } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { dateToText } from '#lib/partial-date.ts';
import type { Day } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { wordsIn } from '#memorials/vocabulary.ts';
import { writtenIn } from '#reading/pages/written-in.ts';
import { directionOfWords } from '#tributes/direction.ts';

type DaysProps = { say: Say; language: Language; memorial: Memorial };

const mostInSight = 8;

/** The days in the family's words: each on a line of its own, very many folded. */
export function Days(props: DaysProps) {
  const { say, memorial } = props;
  const { days } = memorial;
  const isMany = days.length > mostInSight;
  const inSight = isMany ? days.filter(({ kind }) => kind !== 'other') : days;
  const folded = isMany ? days.filter(({ kind }) => kind === 'other') : [];
  return (
    <>
      {inSight.length > 0 && (
        <p class="days in-lines">
          {inSight.map((day, index) => (
            <>
              {index > 0 && ' '}
              <DayWords {...props} day={day} />
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
                <DayWords {...props} day={day} />
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

/** One day: the words before it, the date, and where. */
function DayWords({ say, language, memorial, day }: DaysProps & { day: Day }) {
  const own = day.kind === 'other' || isSaidIn(language, memorial, day.words) ? day.words : '';
  const usual = day.kind === 'other' ? '' : wordsIn(memorial.vocabulary, language, day.date)[day.kind];
  const parts: Record<string, unknown> = {
    [wordsHere]: own === '' ? usual : <bdi {...writtenIn(memorial, language, own)}>{own}</bdi>,
    [dateHere]: <time datetime={dateToText(day.date)}>{dateInWords(day.date, language)}</time>,
    [placeHere]: <bdi {...writtenIn(memorial, language, day.place)}>{day.place}</bdi>,
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
    </span>
  );
}

/**
 * Whether the family's words for a day are in a page's language. They are in the one that it writes in;
 * where it writes in another by now, their letters show on which page they still belong.
 */
function isSaidIn(language: Language, memorial: { language: string }, words: string): boolean {
  const direction = directionOfWords(memorial.language, words);
  const isTheirs = direction === directionOf(memorial.language);
  return isTheirs ? nearestLanguage(memorial.language) === language : direction === directionOf(language);
}
