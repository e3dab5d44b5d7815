import { languageHere } from '#i18n/spoken.ts';
import { untouched } from '#http/forms.ts';
import { dateInWords } from '#i18n/dates.ts';
import { type Day, type DayKind, onceKinds, standOtherwise } from '#memorials/day.ts';
import { isTyped, type PartProps } from '#memorials/pages/child-names.tsx';
import { newRow, rowsIn } from '#memorials/read-part.ts';
import { seenBy, showsNewDays } from '#memorials/seen-by.ts';
import { wordsIn } from '#memorials/vocabulary.ts';
import { DateFields } from '#ui/date-fields.tsx';
import { Switch, TextField } from '#ui/fields.tsx';

/** Every kind of day once, and any number of others: a blank one is always there. */
export function ChildDays(props: PartProps) {
  const { say, memorial, filled } = props;
  const others = memorial.days.filter(({ kind }) => kind === 'other');
  const typed = rowsIn(filled.values, 'day', 'year').filter(
    (row) => row.startsWith('new-') && isTyped(filled, `day-${row}-`),
  );
  return (
    <>
      <h2 id="days">{say('about-child.days')}</h2>
      <p class="hint">
        {say('about-child.days-hint')}{' '}
        {memorial.audience === 'everyone' && memorial.shows.days
          ? say('about-child.days-everyone')
          : seenBy(say, memorial, 'days')}
      </p>
      {standOtherwise(memorial.days) && <p class="hint">{say('about-child.days-as-written')}</p>}
      {onceKinds.map((kind) => (
        <DayFields
          {...props}
          row={kind}
          kind={kind}
          day={memorial.days.find((day) => day.kind === kind)}
          title={say(`day.${kind}`)}
        />
      ))}
      {others.map((day) => (
        <DayFields {...props} row={day.id} kind="other" day={day} title={day.words || say('day.other')} />
      ))}
      {[...typed, newRow()].map((row) => (
        <DayFields {...props} row={row} kind="other" day={undefined} title={say('day.other')} />
      ))}
    </>
  );
}

type DayFieldsProps = PartProps & { row: string; kind: DayKind; day: Day | undefined; title: string };

function DayFields({ say, memorial, filled, row, kind, day, title }: DayFieldsProps) {
  const fields = { say, filled };
  const name = `day-${row}`;
  const usual = kind === 'other' ? '' : wordsIn(memorial.vocabulary, languageHere())[kind];
  const isWrong = [name, `${name}-words`, `${name}-place`].some((field) => field in filled.errors);
  // What is known stays closed under its date: a hundred days would be a wall.
  const isOpen = isWrong || (row.startsWith('new-') && isTyped(filled, `${name}-`));
  return (
    <details class="else" open={isOpen}>
      <summary>
        <bdi>{title}</bdi>
        {day && <span class="known"> · {dateInWords(day.date, languageHere())}</span>}
      </summary>
      <div class="stack">
        <input type="hidden" name={`${name}-asked`} value="yes" />
        <DateFields {...fields} name={name} legend={say('about-child.date')} date={day?.date} withTime />
        <TextField
          {...fields}
          name={`${name}-words`}
          label={say(kind === 'other' ? 'about-child.other-day-words' : 'about-child.day-words')}
          hint={
            usual === ''
              ? say('about-child.other-day-words-hint')
              : say('about-child.day-words-hint', { usual })
          }
          value={day?.words ?? ''}
        />
        <TextField
          {...fields}
          name={`${name}-place`}
          label={say('about-child.day-place')}
          value={day?.place ?? ''}
        />
        <Switch
          say={say}
          filled={`${name}-asked` in filled.values ? filled : untouched}
          name={`${name}-shown`}
          label={say(memorial.audience === 'everyone' ? 'about-child.day-everyone' : 'about-child.day-shown')}
          value={day?.shown ?? showsNewDays(memorial)}
        />
      </div>
    </details>
  );
}
