import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import type { PartialDate } from '#lib/partial-date.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Visitor, world } from '#test/world.ts';
import { bringBack, binTribute } from '#tributes/bin/bin.ts';
import {
  afterMove,
  compareMemories,
  moveMemories,
  orderByMemory,
  placeAmong,
} from '#tributes/order/order.ts';
import { listHeads, listPlaces } from '#tributes/order/positions.ts';
import { publishTribute } from '#tributes/publishing/publish.ts';
import { whenHappened } from '#tributes/tribute.ts';
import { listTributes } from '#tributes/tributes.ts';

const abc = ['a', 'b', 'c', 'd'];
const everything = new Set(abc);

describe('a move', () => {
  test.each([
    ['b', 'earlier', 'bacd'],
    ['b', 'later', 'acbd'],
    ['a', 'earlier', 'abcd'],
    ['d', 'later', 'abcd'],
    ['a', 4, 'bcda'],
    ['d', 1, 'dabc'],
    ['b', 3, 'acbd'],
    ['a', 99, 'bcda'],
    ['x', 1, 'abcd'],
  ] as const)('of %s to %s', (id, to, order) => {
    expect(afterMove(abc, everything, { id, to }).join('')).toBe(order);
  });

  test('goes by what is seen, and tells nothing of the rest', () => {
    // The other parent keeps “b” and “c” for himself: “earlier” is before what she sees before it.
    const seen = new Set(['a', 'd']);
    expect(afterMove(abc, seen, { id: 'd', to: 'earlier' })).toEqual(['d', 'a', 'b', 'c']);
    expect(afterMove(abc, seen, { id: 'a', to: 'later' })).toEqual(['b', 'c', 'd', 'a']);
    expect(afterMove(abc, seen, { id: 'b', to: 1 })).toEqual(abc);
  });

  test('loses nothing and adds nothing, and a step back undoes a step', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.nat(), fc.nat(), (all, mask, which, to) => {
        const seen = new Set(all.filter((_, at) => (mask >> (at % 20)) % 2 === 0));
        const id = all[which % all.length]!;
        const moved = afterMove(all, seen, { id, to: to % 25 });
        expect(moved.toSorted()).toEqual(all.toSorted());
        const shown = all.filter((one) => seen.has(one));
        const at = shown.indexOf(id);
        if (at > 0) {
          const back = afterMove(afterMove(all, seen, { id, to: 'earlier' }), seen, { id, to: 'later' });
          expect(back.filter((one) => seen.has(one))).toEqual(shown);
        }
      }),
    );
  });
});

describe('a new memory', () => {
  const place = (id: string, happened: string) => ({ id, happened, firstPublishedAt: '', position: 1 });
  test.each([
    // In memory order: between its neighbours.
    [['1', '2', '4'], '3', '1234'],
    [['1', '2'], '3', '123'],
    [['2', '3'], '1', '123'],
    // Set by hand: right after the one before it by memory.
    [['4', '1', '2'], '3', '4123'],
    [['2', '4', '1'], '3', '2341'],
    [['3', '2'], '1', '312'],
    [[], '1', '1'],
  ] as const)('among %j, %s', (ordered, fresh, order) => {
    expect(
      placeAmong(
        ordered.map((one) => place(one, one)),
        place(fresh, fresh),
      ).join(''),
    ).toBe(order);
  });
});

describe('memories', () => {
  const memory = fc.option(
    fc.oneof(
      fc.record({ year: fc.integer({ min: 1900, max: 2100 }) }),
      fc.record({ year: fc.integer({ min: 1900, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) }),
      fc.record({
        year: fc.integer({ min: 1900, max: 2100 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
      }),
    ),
    { nil: undefined },
  );
  test('have one order, whatever is known of them', () => {
    const one = fc
      .record({ memory, published: fc.integer({ min: 0, max: 9 }), id: fc.uuid() })
      .map((each) => ({
        id: each.id,
        firstPublishedAt: `2024-02-1${each.published}T10:00:00.000Z`,
        happened: whenHappened(each.memory, `2024-02-1${each.published}T10:00:00.000Z`),
        position: undefined,
      }));
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        expect(Math.sign(compareMemories(a, b))).toBe(-Math.sign(compareMemories(b, a)) + 0);
        if (compareMemories(a, b) <= 0 && compareMemories(b, c) <= 0)
          expect(compareMemories(a, c)).toBeLessThanOrEqual(0);
        expect(compareMemories(a, b) === 0).toBe(
          a.id === b.id && a.happened === b.happened && a.firstPublishedAt === b.firstPublishedAt,
        );
      }),
    );
  });
});

eachDatabase('the order of the memories', (open) => {
  async function told(letters: readonly string[]) {
    const site = await world({ open });
    const wrens = await site.family();
    const memorial = await site.opened(wrens.memorial);
    const ids = new Map<string, string>();
    const write = async (
      text: string,
      by: Visitor,
      year: number,
      audience: 'everyone' | 'only-me' = 'everyone',
    ) => {
      site.clock.advance({ hours: 1 });
      const { id } = await site.letter(memorial, by, { text, memory: { year }, audience });
      ids.set(id, text);
      return id;
    };
    for (const [at, text] of letters.entries()) await write(text, wrens.mother, 2001 + at);
    const { reader } = site.database;
    const read = async (viewer: Parameters<typeof listTributes>[1] = nobody) =>
      (await listTributes(reader, viewer, await site.memorialNow(memorial)))
        .map(({ words }) => words.text)
        .join('');
    const idOf = (text: string) => [...ids].find(([, one]) => one === text)![0];
    const move = async (who: Visitor, text: string, to: 'earlier' | 'later' | number) =>
      site.database.write(async (tx) => {
        const now = (await findMemorial(tx, memorial.id))!;
        const seen = (await listHeads(tx, await viewerOf(tx, who), now)).map(({ id }) => id);
        await moveMemories(tx, now, new Set(seen), [{ id: idOf(text), to }]);
      });
    return { site, ...wrens, memorial, write, read, idOf, move, reader };
  }

  test('of forty mixed dates is the same however they came, and the same in SQL as in the rule', async () => {
    const { site, mother, memorial, reader } = await told([]);
    const memories: (PartialDate | undefined)[] = Array.from({ length: 40 }, (_, at) => {
      const year = 2020 + (at % 4);
      if (at % 5 === 0) return { year };
      if (at % 5 === 1) return { year, month: 1 + ((at * 7) % 12) };
      if (at % 5 === 2) return undefined;
      return { year, month: 1 + ((at * 5) % 12), day: 1 + ((at * 11) % 28) };
    });
    for (const [at, memory] of memories.entries()) {
      if (at % 3 === 0) site.clock.advance({ days: 40 });
      await site.letter(memorial, mother, {
        text: String(at),
        audience: 'everyone',
        ...(memory ? { memory } : {}),
      });
    }
    const places = await listPlaces(reader, memorial.id);
    expect(places).toHaveLength(40);
    expect(new Set(places.map(({ id }) => id)).size).toBe(40);
    expect(places.toReversed().toSorted(compareMemories)).toEqual(places);
    for (let time = 0; time < 3; time++) {
      const heads = await listHeads(reader, nobody, await site.memorialNow(memorial));
      expect(heads.map(({ id }) => id)).toEqual(places.map(({ id }) => id));
    }
    expect(
      (await listTributes(reader, nobody, await site.memorialNow(memorial))).map(({ id }) => id),
    ).toEqual(places.map(({ id }) => id));
  });

  test('set by hand stays, a new one finds its neighbours, and memory orders them again', async () => {
    const { site, mother, memorial, write, read, move } = await told(['1', '2', '4', '5']);
    expect(await read()).toBe('1245');
    await move(mother, '5', 1);
    expect(await read()).toBe('5124');
    expect((await site.memorialNow(memorial)).byHand).toBe(true);
    await write('3', mother, 2002);
    expect(await read()).toBe('51234');
    await site.database.write(async (tx) => orderByMemory(tx, (await findMemorial(tx, memorial.id))!));
    expect(await read()).toBe('12345');
    expect((await site.memorialNow(memorial)).byHand).toBe(false);
  });

  test('moves around what the other parent keeps to himself', async () => {
    const { site, mother, father, write, read, move } = await told(['1', '3']);
    await write('2', father, 2001, 'only-me');
    expect(await read(await viewerOf(site.database.reader, father))).toBe('123');
    await move(mother, '3', 'earlier');
    expect(await read(await viewerOf(site.database.reader, mother))).toBe('31');
    expect(await read(await viewerOf(site.database.reader, father))).toBe('312');
    await move(mother, '2', 'earlier');
    expect(await read(await viewerOf(site.database.reader, father))).toBe('312');
  });

  test('has no place for what is in the bin, and the old place for what comes back', async () => {
    const { site, mother, memorial, read, idOf, move } = await told(['1', '2', '3']);
    await move(mother, '3', 1);
    const two = await site.tributeNow({ id: idOf('2'), writerId: mother.id });
    await site.database.write((tx) => binTribute(tx, two, site.clock.now()));
    expect(await read()).toBe('31');
    await site.database.write(async (tx) => bringBack(tx, two));
    const back = await site.tributeNow(two);
    expect(back.publishedAt).toBeUndefined();
    await site.database.write(async (tx) =>
      publishTribute(
        tx,
        (await findMemorial(tx, memorial.id))!,
        back,
        { audience: 'everyone', revision: back.revision },
        site.clock.now(),
      ),
    );
    expect(await read()).toBe('312');
  });
});
