import { randomUUID } from 'node:crypto';
import { existsSync, utimesSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { nobody } from '#audiences/viewer.ts';
import { sweepBlobs } from '#photographs/erase-blobs.ts';
import { eachDatabase } from '#test/databases.ts';
import { scenario } from '#test/scenario.ts';
import { type Open, type Visitor, world } from '#test/world.ts';
import { binTribute, bringBack, eraseTribute } from '#tributes/bin/bin.ts';
import { listBinned } from '#tributes/bin/binned.ts';
import { emptyBin } from '#tributes/bin/empty-bin.ts';
import { settleBeside } from '#tributes/writing/settle-beside.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { findDrafts, listDrafts, saveDraft } from '#tributes/writing/drafts.ts';
import { findTribute, listTributes } from '#tributes/tributes.ts';

async function told(open?: Open) {
  const site = await world(open ? { open } : {});
  const wrens = await site.family();
  const memorial = await site.opened(wrens.memorial);
  const { reader, write } = site.database;
  const bin = (tribute: Tribute) => write((tx) => binTribute(tx, tribute, site.clock.now()));
  const days = async (count: number) => {
    site.clock.advance({ days: count });
    await emptyBin(site.site);
    await site.work();
  };
  const isKept = (sha256: string): boolean => existsSync(site.site.blobs.pathOf(sha256));
  /** As if its bytes had been kept a month before. */
  const aged = ({ sha256 }: { sha256: string }) =>
    utimesSync(site.site.blobs.pathOf(sha256), new Date('2024-01-01'), new Date('2024-01-01'));
  const count = async (table: 'photograph' | 'picture' | 'tribute_version' | 'draft' | 'tribute_pointer') =>
    (
      await reader
        .selectFrom(table as 'photograph')
        .selectAll()
        .execute()
    ).length;
  return { site, ...wrens, memorial, reader, write, bin, days, isKept, aged, count };
}

eachDatabase('the bin', (open) => {
  test('takes a published letter from all readers at once, keeps it thirty days, and then nothing is left', async () => {
    const { site, mother, memorial, reader, write, bin, days, isKept, aged, count, id } = await told(open);
    const photograph = await site.photograph(id, mother, 'hat');
    aged(photograph);
    const hat = await site.letter(memorial, mother, {
      title: 'The hat',
      audience: 'everyone',
      photographs: [photograph.id],
    });
    const other = await site.letter(memorial, mother, { text: 'stays', audience: 'everyone' });
    await write(async (tx) => {
      for (const [from_id, to_id] of [
        [hat.id, other.id],
        [other.id, hat.id],
      ] as const)
        await tx.insertInto('tribute_pointer').values({ from_id, to_id, words: '' }).execute();
    });
    await bin(hat);
    expect((await listTributes(reader, nobody, memorial)).map(({ words }) => words.text)).toEqual(['stays']);
    expect(await listDrafts(reader, mother.id)).toEqual([]);
    expect(await listBinned(reader, mother.id)).toMatchObject([
      { what: 'tribute', draft: { title: 'The hat' } },
    ]);
    // Its address is nobody else's meanwhile.
    expect((await site.letter(memorial, mother, { title: 'The hat' })).address).toBe('the-hat-2');
    await days(30);
    expect(await findTribute(reader, hat.id)).toBeDefined();
    await days(1);
    expect(await findTribute(reader, hat.id)).toBeUndefined();
    expect([await count('photograph'), await count('picture'), await count('tribute_pointer')]).toEqual([
      0, 0, 0,
    ]);
    expect(isKept(photograph.sha256)).toBe(false);
    expect(await count('tribute_version')).toBe(2);
    expect((await site.letter(memorial, mother, { title: 'The hat' })).address).toBe('the-hat');
  });

  test('gives back what was not wanted only for a while, as a draft, with what was beside it', async () => {
    const { site, mother, memorial, reader, write, bin, days } = await told(open);
    const letter = await site.letter(memorial, mother, { text: 'Dear Wren', audience: 'everyone' });
    await bin(letter);
    await bin(await site.tributeNow(letter));
    await days(29);
    await write((tx) => bringBack(tx, letter));
    await days(60);
    expect((await site.tributeNow(letter)).publishedAt).toBeUndefined();
    expect((await findDrafts(reader, letter.id)).draft).toMatchObject({ text: 'Dear Wren' });
    expect((await listDrafts(reader, mother.id)).map(({ text }) => text)).toEqual(['Dear Wren']);
    expect(await listBinned(reader, mother.id)).toEqual([]);
  });

  test('takes words from beside a draft; going on with them takes them out', async () => {
    const { site, mother, memorial, reader, write, days } = await told(open);
    const letter = await site.letter(memorial, mother, { text: 'mine', published: false });
    const { draft } = await findDrafts(reader, letter.id);
    const beside = { ...draft!, id: 'from the phone', text: 'phone', beside: true };
    const late = { ...draft!, id: 'from the tablet', text: 'tablet', beside: true };
    for (const one of [beside, late]) await write((tx) => saveDraft(tx, one, mother.id));
    for (const one of [beside, late])
      await write((tx) => settleBeside(tx, letter, one.id, 'leave', site.clock.now()));
    expect((await findDrafts(reader, letter.id)).beside).toEqual([]);
    expect(
      (await listBinned(reader, mother.id)).map(({ what, draft: { text } }) => `${what} ${text}`).toSorted(),
    ).toEqual(['beside phone', 'beside tablet']);
    // A page that is still open on the tablet saves once more.
    await write((tx) => saveDraft(tx, { ...late, text: 'tablet, and on' }, mother.id));
    await days(31);
    expect((await findDrafts(reader, letter.id)).beside.map(({ text }) => text)).toEqual(['tablet, and on']);
    expect(await listBinned(reader, mother.id)).toEqual([]);
  });

  test('spares photographs and bytes that something else still shows', async () => {
    const { site, mother, father, memorial, write, id, isKept, aged, reader } = await told(open);
    const [shared, twin, portrait, draftOnly, gone] = [
      await site.photograph(id, mother, 'shared'),
      await site.photograph(id, mother, 'the same bytes'),
      await site.photograph(id, mother, 'portrait'),
      await site.photograph(id, mother, 'draft'),
      await site.photograph(id, mother, 'gone'),
    ];
    const again = await site.photograph(id, father, 'the same bytes');
    const all = [shared, twin, portrait, draftOnly, gone];
    all.forEach(aged);
    expect(again.sha256).toBe(twin.sha256);
    const erased = await site.letter(memorial, mother, { photographs: all.map((one) => one.id) });
    await site.letter(memorial, mother, { photographs: [shared.id] });
    await site.letter(memorial, mother, { photographs: [draftOnly.id], published: false });
    await site.letter(memorial, father, { photographs: [again.id] });
    await write((tx) => tx.updateTable('memorial').set({ portrait_id: portrait.id }).execute());
    await write((tx) => eraseTribute(tx, erased.id));
    await site.work();
    const left = (await reader.selectFrom('photograph').select('id').execute()).map((row) => row.id);
    expect(left.toSorted()).toEqual([shared, portrait, draftOnly, again].map((one) => one.id).toSorted());
    expect([...all, again].map(({ sha256 }) => isKept(sha256))).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('bytes that no row names', () => {
  test('are swept when they are a day old, and not while they arrive', async () => {
    const { site, isKept, aged } = await told();
    const orphan = await site.site.blobs.receive(Readable.from(['nobody names this']), 100);
    await orphan.keep();
    const arriving = await site.site.blobs.receive(Readable.from(['named in a moment']), 100);
    await arriving.keep();
    const known = await site.site.blobs.receive(Readable.from(['kept long ago']), 100);
    await known.keep();
    [orphan, known].forEach(aged);
    // The same photograph is sent again while the sweep goes on.
    const again = await site.site.blobs.receive(Readable.from(['kept long ago']), 100);
    await Promise.all([again.keep(), sweepBlobs(site.site)]);
    expect([orphan, arriving, known].map(({ sha256 }) => isKept(sha256))).toEqual([false, true, true]);
    await sweepBlobs(site.site);
    expect([arriving, known].map(({ sha256 }) => isKept(sha256))).toEqual([true, true]);
  });

  test('of a photograph that came today stay a day longer than its row, and no longer', async () => {
    const { site, mother, memorial, write, id, isKept, aged } = await told();
    const photograph = await site.photograph(id, mother, 'today');
    const letter = await site.letter(memorial, mother, { photographs: [photograph.id] });
    await write((tx) => eraseTribute(tx, letter.id));
    await site.work();
    await sweepBlobs(site.site);
    expect(isKept(photograph.sha256)).toBe(true);
    aged(photograph);
    await sweepBlobs(site.site);
    expect(isKept(photograph.sha256)).toBe(false);
  });
});

describe('at home', () => {
  async function binned() {
    const story = await told();
    const letter = await story.site.letter(story.memorial, story.mother, {
      title: 'The staircase',
      text: 'Nobody said it goes down into the garden.',
      audience: 'everyone',
    });
    const path = `/home/tributes/${letter.id}`;
    const post = (as: Visitor, to: string, form: Record<string, string> = {}) =>
      story.site.request(to, { as, form });
    return { ...story, letter, path, post };
  }

  test('a letter is put there, brought back, put there again and erased', async () => {
    const { site, mother, path, post, letter, reader } = await binned();
    await scenario(site, {
      as: mother,
      get: path,
      expect: { status: 200, contains: ['Put it into the bin'] },
    });
    await scenario(site, {
      as: mother,
      post: `${path}/bin`,
      form: {},
      expect: { status: 303, location: '/home/bin' },
    });
    await scenario(site, { get: `/wren/${letter.address}`, expect: { status: 404 } });
    await scenario(site, {
      as: mother,
      get: '/home/bin',
      expect: {
        status: 200,
        contains: ['The staircase', 'Kept until Friday, 15 March 2024', 'Bring it back', 'Erase now'],
      },
    });
    await scenario(site, { as: mother, get: path, expect: { status: 303, location: '/home/bin' } });
    await scenario(site, { as: mother, get: `${path}/publication`, expect: { status: 404 } });
    await scenario(site, { as: mother, get: `${path}/versions`, expect: { status: 404 } });
    await scenario(site, {
      as: mother,
      get: '/home',
      expect: { status: 200, notContains: ['The staircase'] },
    });
    await scenario(site, {
      as: mother,
      post: `${path}/bin?_method=delete`,
      form: {},
      expect: { status: 303, location: path },
    });
    await scenario(site, { as: mother, get: '/home', expect: { status: 200, contains: ['The staircase'] } });
    // Erasing is for what lies in the bin alone.
    expect((await post(mother, `${path}/erasure`)).status).toBe(404);
    await post(mother, `${path}/bin`);
    await scenario(site, {
      as: mother,
      get: `${path}/erasure`,
      expect: { status: 200, contains: ['Erase this for good?', 'The staircase'] },
    });
    const form = { form: randomUUID() };
    expect((await post(mother, `${path}/erasure`, form)).location).toBe('/home/bin');
    expect((await post(mother, `${path}/erasure`, form)).location).toBe('/home/bin');
    expect(await findTribute(reader, letter.id)).toBeUndefined();
    await scenario(site, {
      as: mother,
      get: '/home/bin',
      expect: { status: 200, contains: ['Nothing is here.'] },
    });
  });

  test('nobody puts away, brings back, sees or erases another’s letter', async () => {
    const { site, mother, father, path, post, id } = await binned();
    const keeper = await site.joins(id, 'keeper', { name: 'Aunt Ada' });
    const before = await site.rows();
    for (const who of [father, keeper]) expect((await post(who, `${path}/bin`)).status).toBe(404);
    expect(await site.rows()).toBe(before);
    await post(mother, `${path}/bin`);
    const inTheBin = await site.rows();
    for (const who of [father, keeper]) {
      for (const to of [`${path}/bin?_method=delete`, `${path}/erasure`])
        expect([to, (await post(who, to)).status]).toEqual([to, 404]);
      expect((await site.request(`${path}/erasure`, { as: who })).status).toBe(404);
      expect((await site.request('/home/bin', { as: who })).text).not.toContain('The staircase');
    }
    expect(await site.rows()).toBe(inTheBin);
  });

  test('a sheet that is still open goes on keeping what is typed', async () => {
    const { site, mother, letter, path, post, reader } = await binned();
    await post(mother, `${path}/bin`);
    const { revision } = await site.tributeNow(letter);
    const answer = await post(mother, `${path}/draft`, {
      title: '',
      text: 'One more line.',
      revision: String(revision),
    });
    expect(answer.status).toBe(303);
    expect((await findDrafts(reader, letter.id)).draft).toMatchObject({ text: 'One more line.' });
    expect((await site.tributeNow(letter)).binnedAt).toBeDefined();
  });
});
