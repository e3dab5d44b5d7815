import { expect, test } from 'vitest';
import { asItIsNow } from '#memorials/kept-memorial.ts';
import { eraseLeftMemorials } from '#memorials/erase.ts';
import { keepMemorial, leaveMemorial } from '#memorials/leave.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial, findMemorialAt, listListedMemorials, saveMemorial } from '#memorials/memorials.ts';
import { restMemorial, returnMemorial } from '#memorials/rest.ts';
import type { Tx } from '#schema/database.ts';
import { elias, nora, wren } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { keepPress, release, writeCorrection } from '#test/for-press.ts';
import { type Open, world } from '#test/world.ts';
import { eraseTributesOf } from '#tributes/bin/erase-tributes.ts';
import { addReport, eraseReportsOf } from '#visitors/reports.ts';
import { erasePressOf } from '#press/presses.ts';

const everything = [erasePressOf, eraseTributesOf, eraseReportsOf];

async function told(open?: Open) {
  const site = await world(open ? { open } : {});
  const wrens = await site.family();
  const memorial = await site.opened(wrens.memorial);
  const change = (verb: (tx: Tx, current: Memorial) => Promise<Memorial>) =>
    site.database.write(async (tx) => verb(tx, await asItIsNow(tx, memorial)));
  const at = (path: string) => site.request(path);
  const { now } = site.clock;
  /** Both parents want the page to go away, and its thirty days begin. */
  const leave = async () => {
    await change((tx, current) => leaveMemorial(tx, current, wrens.mother, now()));
    return change((tx, current) => leaveMemorial(tx, current, wrens.father, now()));
  };
  const keep = () => change((tx, current) => keepMemorial(tx, current, wrens.father, now()));
  const rest = () => change((tx, current) => restMemorial(tx, current, wrens.mother, now()));
  return { site, ...wrens, memorial, change, leave, keep, rest, at, now };
}

eachDatabase('a page that rests or goes away', (open) => {
  test('keeps since when, and stands as before when it comes back', async () => {
    const { site, change, memorial, leave, keep, rest } = await told(open);
    const first = await rest();
    site.clock.advance({ days: 2 });
    expect(await rest()).toEqual(first);
    const leaves = await leave();
    expect(leaves.leavesAt).toBe('2024-03-17T10:00:00.000Z');
    site.clock.advance({ days: 5 });
    expect(await leave()).toEqual(leaves);
    expect(await keep()).toEqual(first);
    expect(await change(returnMemorial)).toEqual(memorial);
    expect(await site.memorialNow(memorial)).toEqual(memorial);
  });

  test('is on no front page, and its pictures reach nobody outside, at new addresses afterwards', async () => {
    const { site, id, mother, change, memorial, leave, keep, rest } = await told(open);
    await change(async (tx, current) => {
      const listed = { ...current, listed: true };
      await saveMemorial(tx, listed);
      return listed;
    });
    const { id: photographId } = await site.photograph(id, mother, 'a picture');
    await site.letter(memorial, mother, { audience: 'everyone', photographs: [photographId] });
    const uses = () =>
      site.database.reader.selectFrom('picture_use').select(['within', 'address']).executeTakeFirstOrThrow();
    const before = await uses();
    expect(before.within).toBe('everyone');
    for (const [away, back] of [
      [rest, () => change(returnMemorial)],
      [leave, keep],
    ] as const) {
      await away();
      expect((await uses()).within).toBe('only-us');
      expect(await listListedMemorials(site.database.reader)).toEqual([]);
      await back();
      const after = await uses();
      expect(after.within).toBe('everyone');
      expect(after.address).not.toBe(before.address);
      expect(await listListedMemorials(site.database.reader)).toHaveLength(1);
    }
  });

  test('a letter for everyone that is published meanwhile waits for the page to come back', async () => {
    const { site, id, mother, change, memorial, rest, at } = await told(open);
    await rest();
    const { id: photographId } = await site.photograph(id, mother, 'a picture');
    const letter = await site.letter(memorial, mother, {
      title: 'While it rested',
      audience: 'everyone',
      photographs: [photographId],
    });
    const path = `/wren/${letter.address}`;
    const uses = await site.database.reader.selectFrom('picture_use').select('within').execute();
    expect([(await at(path)).status, uses.map(({ within }) => within)]).toEqual([404, ['only-us']]);
    await change(returnMemorial);
    expect((await at(path)).status).toBe(200);
  });

  test('is erased after thirty days with everything on it, and nothing before, and nothing else', async () => {
    const { site, id, mother, father, change, leave, memorial, now } = await told(open);
    const { id: portraitId } = await site.photograph(id, mother, 'zanzibar portrait');
    const juno = (await site.family({ name: 'Ines' }, { name: 'Omar' })).memorial;
    const kept = {
      ...juno,
      called: 'Juno',
      siblings: [
        { id: 'x1', name: '', ownMemorialId: memorial.id },
        { id: 'x2', name: 'Wren', ownMemorialId: memorial.id },
      ],
    };
    await change(async (tx, current) => {
      await saveMemorial(tx, kept);
      const whole: Memorial = {
        ...current,
        called: 'zanzibar',
        portraitId,
        sentence: 'zanzibar sentence',
        days: [
          { id: 'zanzibar', kind: 'born', date: { year: 2023 }, words: 'zanzibar', place: '', shown: true },
        ],
        siblings: [{ id: 'zanzibar', name: 'zanzibar', ownMemorialId: kept.id }],
      };
      await saveMemorial(tx, whole);
      await addReport(
        tx,
        { memorialId: whole.id, about: '/wren', text: 'zanzibar', email: undefined },
        now(),
      );
      return whole;
    });
    for (const writer of [mother, father]) {
      const { id: photographId } = await site.photograph(id, writer, `zanzibar ${writer.name}`);
      const letter = { title: 'zanzibar title', text: 'zanzibar', photographs: [photographId] };
      const { id: tributeId } = await site.letter(memorial, writer, { ...letter, audience: 'everyone' });
      await release(
        site,
        { memorialId: memorial.id, tributeId, photographId },
        writer,
        `zanzibar ${tributeId}`,
      );
      await site.letter(memorial, writer, { ...letter, published: false });
    }
    await keepPress(site, memorial, mother, { uses: 'zanzibar' });
    await writeCorrection(site, memorial);
    await leave();
    const before = await site.rows();
    site.clock.advance({ days: 29, hours: 23 });
    await eraseLeftMemorials(site.site, everything);
    expect(await site.rows()).toBe(before);
    site.clock.advance({ hours: 1 });
    await eraseLeftMemorials(site.site, everything);
    await site.work();
    const after = JSON.parse(await site.rows()) as [string, unknown[]][];
    const naming = after.filter(([, rows]) => /zanzibar/.test(JSON.stringify(rows))).map(([name]) => name);
    expect(naming).toEqual([]);
    const holding = after.filter(([, rows]) => JSON.stringify(rows).includes(memorial.id));
    expect(holding.map(([name]) => name)).toEqual([]);
    for (const table of ['photograph', 'full_picture'])
      expect(after.find(([name]) => name === table)?.[1]).toEqual([]);
    expect(await findMemorialAt(site.database.reader, 'wren')).toBeUndefined();
    expect(await findMemorial(site.database.reader, kept.id)).toEqual({
      ...kept,
      siblings: [{ id: 'x2', name: 'Wren', ownMemorialId: undefined }],
    });
  });

  test('that is kept after all in the last hour is not erased', async () => {
    const { site, memorial, leave, keep } = await told(open);
    await leave();
    site.clock.advance({ days: 30 });
    await keep();
    await eraseLeftMemorials(site.site, everything);
    expect(await site.memorialNow(memorial)).toEqual(memorial);
  });
});

test('a parent lets the page rest and come back; a keeper sees it and cannot decide it', async () => {
  const { site, mother, father, id, memorial, at } = await told();
  const home = `/home/memorials/${memorial.id}`;
  const keeper = await site.joins(id, 'keeper', { name: 'Aunt Ada' });
  const send = (path: string, as = mother) => site.request(`${home}/${path}`, { as, form: {} });
  expect((await send('rest', keeper)).status).toBe(404);
  expect(await send('rest')).toMatchObject({ status: 303, location: home });
  expect((await at('/wren')).status).toBe(404);
  const hers = await site.request(home, { as: keeper });
  expect(hers.text).toContain('This page rests. Only your family sees it.');
  expect(hers.text).not.toContain('Let it come back');
  expect((await site.request(home, { as: father })).text).toContain('Let it come back');
  expect((await site.request('/home', { as: father })).text).toContain('rests; only your family sees it');
  expect((await send('rest?_method=delete', father)).status).toBe(303);
  expect((await at('/wren')).status).toBe(200);
});

test('going away is asked of the other parent, seen by all who keep it, and kept by any parent', async () => {
  const { site, mother, father, id, memorial, at } = await told();
  const home = `/home/memorials/${memorial.id}`;
  const keeper = await site.joins(id, 'keeper', { name: 'Aunt Ada' });
  const strangers = await site.family(
    { ...nora, email: 'nell@other.example' },
    { ...elias, email: 'edgar@other.example' },
  );
  const leaving = (as = mother, method = '') => site.request(`${home}/leaving${method}`, { as, form: {} });
  const asked = await site.request(`${home}/leaving`, { as: mother });
  expect(asked.text).toContain('Take the page of Wren away for good?');
  expect(asked.text).toContain('Ask the other parents');
  for (const visitor of [keeper, strangers.mother]) {
    expect((await site.request(`${home}/leaving`, { as: visitor })).status).toBe(404);
    expect((await leaving(visitor)).status).toBe(404);
    expect((await leaving(visitor, '?_method=delete')).status).toBe(404);
  }
  expect((await leaving()).location).toBe(home);
  expect((await at('/wren')).status).toBe(200);
  for (const visitor of [keeper, father])
    expect((await site.request(home, { as: visitor })).text).toContain('17 February 2024 at 10:00 UTC');
  expect((await leaving(father)).status).toBe(303);
  expect((await at('/wren')).status).toBe(404);
  const hers = await site.request(home, { as: keeper });
  expect(hers.text).toContain('This page goes away for good on Friday, 15 March 2024.');
  expect(hers.text).not.toContain('Keep the page after all');
  expect(hers.text).toContain(wren.sentence);
  expect((await leaving(father, '?_method=delete')).status).toBe(303);
  expect((await at('/wren')).status).toBe(200);
});
