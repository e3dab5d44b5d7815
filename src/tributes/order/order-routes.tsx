import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { countIn, type FieldError, type Filled, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { type Move, moveMemories, orderByMemory } from '#tributes/order/order.ts';
import { OrderPage, placeField } from '#tributes/order/order-page.tsx';
import { orderPath } from '#tributes/paths.ts';
import { listHeads } from '#tributes/order/positions.ts';
import type { Headed } from '#tributes/headed.ts';

/** Setting the order of the memories by hand, and letting them stand as they happened again. */
export function orderRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/order', async (c) =>
    sheet(c, await kept(reader, c.var.person, c.req.param('id')), untouched),
  );

  routes.post('/home/memorials/:id/order', async (c) => {
    const { person } = c.var;
    const found = await kept(reader, person, c.req.param('id'));
    const fields = await readFields(c);
    const read = readMoves(fields, found.memories);
    if ('filled' in read) return sheet(c, found, read.filled, 422);
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        const { memorial, memories } = await kept(tx, person, found.memorial.id);
        await moveMemories(tx, memorial, new Set(memories.map(({ id }) => id)), read.moves);
        const moved = read.moves.at(-1)?.id;
        return `${orderPath(memorial)}${moved ? `#${moved}` : ''}`;
      }),
    );
    return goOn(c, path);
  });

  routes.delete('/home/memorials/:id/order', async (c) => {
    const { memorial } = await kept(reader, c.var.person, c.req.param('id'));
    await database.write(async (tx) => {
      await orderByMemory(tx, (await kept(tx, c.var.person, memorial.id)).memorial);
    });
    return goOn(c, orderPath(memorial));
  });
  return routes;

  function sheet(c: Context, found: Found, filled: Filled, status: 200 | 422 = 200): Promise<Response> {
    const { memorial, memories } = found;
    const called = calledIn(memorial, languageHere());
    return page(
      c,
      <OrderPage say={say} called={called} memorial={memorial} memories={memories} filled={filled} />,
      status,
    );
  }
}

type Found = { memorial: Memorial; memories: Headed[] };

async function kept(db: Reader, person: { id: string }, id: string | undefined): Promise<Found> {
  const viewer = await viewerOf(db, person);
  const memorial = await findMemorial(db, id ?? '');
  if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
  return { memorial, memories: await listHeads(db, viewer, memorial) };
}

/** Places that were typed, in their order, and then the step that was pressed. */
function readMoves(fields: Fields, memories: readonly Headed[]): { moves: Move[] } | { filled: Filled } {
  const errors: Record<string, FieldError> = {};
  const typed: { id: string; to: number }[] = [];
  // Against the order on the page: somebody else may have moved something since.
  const shown = (fields['shown'] ?? '').split(' ');
  for (const one of memories) {
    const at = shown.indexOf(one.id);
    const place = (fields[placeField(one)] ?? '').trim();
    if (place === '' || place === String(at + 1)) continue;
    const to = countIn(place);
    if (to > 0) typed.push({ id: one.id, to });
    else errors[placeField(one)] = { key: 'error.place', values: { last: memories.length } };
  }
  if (Object.keys(errors).length > 0) return { filled: { values: fields, errors } };
  const moves: Move[] = typed.toSorted((a, b) => a.to - b.to);
  const { earlier, later } = fields;
  if (earlier) moves.push({ id: earlier, to: 'earlier' });
  if (later) moves.push({ id: later, to: 'later' });
  return { moves };
}
