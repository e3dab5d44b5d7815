import { languageHere } from '#i18n/spoken.ts';
import { type Filled, untouched } from '#http/forms.ts';
import { apart } from '#i18n/apart.ts';
import { dateInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { orderPath } from '#tributes/paths.ts';
import { readAsTitle, titleOf } from '#tributes/title.ts';
import type { Headed } from '#tributes/headed.ts';
import { Document } from '#ui/document.tsx';
import { FieldError, FormKey } from '#ui/fields.tsx';

type OrderPageProps = {
  say: Say;
  called: string;
  memorial: Memorial;
  /** The memories that this person may see, in their order. */
  memories: readonly Headed[];
  filled?: Filled;
};

/** The order of the memories, which the family may set by hand: one step at a time, or to a place. */
export function OrderPage({ say, called, memorial, memories, filled = untouched }: OrderPageProps) {
  const { byHand } = memorial;
  return (
    <Document title={say('order.title')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>{called}</a>
        </nav>
        <h1>{say('order.title')}</h1>
        <p>{say(memories.length < 2 ? 'order.too-few' : byHand ? 'order.by-hand' : 'order.by-memory')}</p>
        {memories.length > 1 && (
          <form class="stack ordering" method="post" action={orderPath(memorial)}>
            <FormKey />
            <input type="hidden" name="shown" value={memories.map(({ id }) => id).join(' ')} />
            {/* The first button is what the Enter key presses in a field. */}
            <div class="acts start">
              <button class="act">{say('order.keep-places')}</button>
              <p class="hint">{say('order.places-hint')}</p>
            </div>
            <ol class="list">
              {memories.map((one, index) => (
                <Row
                  say={say}
                  called={called}
                  one={one}
                  place={index + 1}
                  last={memories.length}
                  filled={filled}
                />
              ))}
            </ol>
          </form>
        )}
        {byHand && (
          <form class="acts start" method="post" action={`${orderPath(memorial)}?_method=delete`}>
            <FormKey />
            <button class="act">{say('order.by-memory-again')}</button>
          </form>
        )}
      </main>
    </Document>
  );
}

type RowProps = { say: Say; called: string; one: Headed; place: number; last: number; filled: Filled };

function Row({ say, called, one, place, last, filled }: RowProps) {
  const name = titleOf(say, one.kind, one, called);
  const field = placeField(one);
  const refused = field in filled.errors;
  return (
    <li class="item" id={one.id}>
      <label class="place" for={field}>
        <span class="unseen">{say('order.place')}</span>
        <span class="what" {...readAsTitle(one)}>
          {name}
        </span>
        {one.memory && <span class="means">{dateInWords(one.memory, languageHere())}</span>}
      </label>
      <div class="steps">
        <input
          id={field}
          name={field}
          value={filled.values[field] ?? String(place)}
          inputmode="numeric"
          autocomplete="off"
          aria-invalid={refused ? 'true' : undefined}
          aria-describedby={refused ? `${field}-error` : undefined}
        />
        {/* One that cannot move further keeps its button, so that the others stay where they are. */}
        <button class="act" name="earlier" value={one.id} disabled={place === 1}>
          {say('order.earlier')}
          <span class="unseen">{`: ${apart(name)}`}</span>
        </button>
        <button class="act" name="later" value={one.id} disabled={place === last}>
          {say('order.later')}
          <span class="unseen">{`: ${apart(name)}`}</span>
        </button>
      </div>
      <FieldError name={field} say={say} filled={filled} />
    </li>
  );
}

/** The field in which the place of a memory is typed. */
export const placeField = ({ id }: { id: string }): string => `place-${id}`;
