import { expect, test } from 'vitest';
import type { Memorial } from '#memorials/memorial.ts';
import { asShown, showsNothing } from '#memorials/memorial.ts';
import {
  findMemorial,
  findMemorialAt,
  listListedMemorials,
  listMemorials,
  saveMemorial,
  takeAddress,
} from '#memorials/memorials.ts';
import { closeMemorial, openMemorial } from '#memorials/open.ts';
import type { Reader } from '#schema/database.ts';
import { elias, nora, wren } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, world } from '#test/world.ts';

async function told(open: Open) {
  const site = await world({ open });
  const wrens = await site.family();
  const { reader, write } = site.database;
  const now = site.clock.now();
  const save = (memorial: Memorial) => write((tx) => saveMemorial(tx, memorial));
  return { site, reader, write, now, save, ...wrens };
}
const opening = {
  to: 'everyone' as const,
  address: 'Wren',
  shows: { name: true, days: true, portrait: false },
  listed: false,
  indexed: false,
  federated: false,
};

eachDatabase('memorials', (open) => {
  test('come back as they were kept: days, words in two languages, every switch', async () => {
    const { site, reader, save, id, mother, memorial } = await told(open);
    const { id: portraitId } = await site.photograph(id, mother, 'a portrait');
    const whole: Memorial = {
      ...memorial,
      language: 'ar',
      called: 'حبيبتي “Wren” 👩‍👩‍👧',
      vocabulary: {
        sets: { ar: 'star' },
        own: { en: { baby: 'our light' }, ar: { baby: 'نورنا', born: '{x}' } },
      },
      drawing: 'twig',
      portraitId,
      portraitAlternative: 'A hat',
      palette: 'moss',
      days: [
        { id: 'a', kind: 'other', date: { year: 1 }, words: '', place: '', shown: false },
        { id: 'b', kind: 'due', date: { year: 2023 }, words: '', place: '', shown: true },
        {
          id: 'c',
          kind: 'learned',
          date: { year: 2023, month: 2 },
          words: 'that day',
          place: '',
          shown: true,
        },
        {
          id: 'd',
          kind: 'born',
          date: { year: 2023, month: 2, day: 14 },
          words: wren.bornWords,
          place: 'The hospital by the river',
          shown: true,
        },
        {
          id: 'e',
          kind: 'died',
          date: { year: 2023, month: 2, day: 14, time: '07:41' },
          words: '',
          place: '',
          shown: false,
        },
      ],
      loss: 'stillborn, at 38 weeks',
      measures: [{ kind: 'weight', words: '2,340 g' }],
      restingPlace: 'With the sea',
      siblings: [
        { id: 's2', name: 'Juno', ownMemorialId: undefined },
        { id: 's1', name: '', ownMemorialId: memorial.id },
      ],
      pronunciation: 'ren',
      names: [{ name: '鷦鷯', pronunciation: 'misosazai' }],
      pronouns: 'they',
      zone: 'Europe/Berlin',
      byHand: true,
      restsSince: '2024-02-14T10:00:00.000Z',
      pausedSince: '2024-02-15T10:00:00.000Z',
      leavesAt: '2024-03-15T10:00:00.000Z',
      shows: { ...showsNothing, name: true, portrait: true, siblings: true },
      listed: true,
      indexed: false,
      federated: false,
      invented: true,
    };
    await save(whole);
    const found = (await findMemorial(reader, whole.id))!;
    expect(found.siblings.map(({ page }) => page?.id)).toEqual(
      whole.siblings.map(({ ownMemorialId }) => ownMemorialId),
    );
    const siblings = found.siblings.map(({ page: _, ...sibling }) => sibling);
    expect({ ...found, siblings }).toEqual(whole);
    await save({ ...whole, days: [], vocabulary: { sets: {}, own: {} }, portraitId: undefined });
    expect(await findMemorial(reader, whole.id)).toMatchObject({
      days: [],
      vocabulary: { sets: {}, own: {} },
      portraitId: undefined,
    });
    expect(await reader.selectFrom('memorial_day').selectAll().execute()).toEqual([]);
  });

  test('of several families come in the order they were begun, each with its own days', async () => {
    const { site, reader, save, memorial } = await told(open);
    site.clock.advance({ days: 1 });
    const robins = await site.family(
      { ...nora, email: 'nell@other.example' },
      { ...elias, email: 'edgar@other.example' },
    );
    const day = (id: string, year: number) => ({
      id,
      kind: 'born' as const,
      date: { year },
      words: '',
      place: '',
      shown: true,
    });
    await save({ ...memorial, days: [day('wren', 2023)] });
    await save({ ...robins.memorial, days: [day('robin', 2024)] });
    const both = await listMemorials(reader, [robins.id, memorial.familyId]);
    expect(both.map(({ id, days }) => [id, days.map((one) => one.id)])).toEqual([
      [memorial.id, ['wren']],
      [robins.memorial.id, ['robin']],
    ]);
    expect(await listMemorials(reader, [])).toEqual([]);
    expect(await listMemorials(reader, ['never-was'])).toEqual([]);
  });

  test('hold an address for ever, and lead from an old one', async () => {
    const { site, reader, write, now, memorial } = await told(open);
    const robins = await site.family(
      { ...nora, email: 'nell@other.example' },
      { ...elias, email: 'edgar@other.example' },
    );
    const asNow = (db: Reader = reader) => findMemorial(db, memorial.id);
    await write((tx) => openMemorial(tx, memorial, opening, now));
    expect(await asNow()).toMatchObject({ audience: 'everyone', address: 'wren', shows: opening.shows });
    await write(async (tx) => openMemorial(tx, (await asNow(tx))!, { ...opening, address: 'Our Wren' }, now));
    expect(await findMemorialAt(reader, 'wren')).toEqual(await findMemorialAt(reader, 'our-wren'));
    for (const address of ['wren', 'Our Wren', 'WREN!']) {
      expect(await write((tx) => openMemorial(tx, robins.memorial, { ...opening, address }, now))).toEqual({
        refused: 'error.address-taken',
      });
    }
    expect(await findMemorial(reader, robins.memorial.id)).toEqual(robins.memorial);
    await write(async (tx) => closeMemorial(tx, (await asNow(tx))!));
    expect(await asNow()).toMatchObject({
      audience: 'only-us',
      address: 'our-wren',
      listed: false,
      indexed: false,
      federated: false,
    });
    expect(await write((tx) => openMemorial(tx, robins.memorial, opening, now))).toEqual({
      refused: 'error.address-taken',
    });
    expect(await write(async (tx) => openMemorial(tx, (await asNow(tx))!, opening, now))).toHaveProperty(
      'opened.address',
      'wren',
    );
  });

  test('an address that many want at once is one’s', async () => {
    const { site, write, now } = await told(open);
    const families = await Promise.all(
      Array.from({ length: 6 }, (_, at) => site.family({ name: `Mother ${at}` }, { name: `Father ${at}` })),
    );
    const taken = await Promise.all(
      families.map(({ memorial }) => write((tx) => takeAddress(tx, 'robin', memorial.id, now))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('stand on the front page only while they are open and want to', async () => {
    const { site, reader, write, now, memorial } = await told(open);
    const listed = async () => (await listListedMemorials(reader)).map(({ id }) => id);
    expect(await listed()).toEqual([]);
    await write((tx) => openMemorial(tx, memorial, opening, now));
    expect(await listed()).toEqual([]);
    await write(async (tx) =>
      openMemorial(tx, (await findMemorial(tx, memorial.id))!, { ...opening, listed: true }, now),
    );
    expect(await listed()).toEqual([memorial.id]);
    await write(async (tx) => closeMemorial(tx, (await findMemorial(tx, memorial.id))!));
    expect(await listed()).toEqual([]);
    expect((await site.request('/')).text).not.toContain('Wren');
  });
});

test('outside the family only what it shows is there', () => {
  const hidden = {
    id: 'x',
    kind: 'died',
    date: { year: 2023 },
    words: 'never said',
    place: '',
    shown: false,
  } as const;
  const shown = {
    id: 'y',
    kind: 'born',
    date: { year: 2023 },
    words: 'born',
    place: '',
    shown: true,
  } as const;
  const memorial = {
    called: 'Wren',
    portraitId: 'a-portrait',
    portraitAlternative: 'A hat',
    days: [hidden, shown],
    sentence: 'You were here.',
    names: [{ name: 'Zaunkönig', pronunciation: '' }],
    loss: 'TFMR',
    measures: [{ kind: 'weight', words: '2,340 g' }],
    restingPlace: 'With the sea',
    siblings: [{ id: 's', name: 'Juno', ownMemorialId: undefined }],
  } as unknown as Memorial;
  const nothing = showsNothing;
  expect(asShown({ ...memorial, shows: nothing })).toMatchObject({
    called: '',
    days: [],
    portraitId: undefined,
    portraitAlternative: '',
  });
  expect(
    asShown({ ...memorial, shows: { ...nothing, name: true, days: true, portrait: true } }),
  ).toMatchObject({
    called: 'Wren',
    days: [shown],
    portraitId: 'a-portrait',
  });
  expect(JSON.stringify(asShown({ ...memorial, shows: nothing }))).not.toMatch(
    /Wren|hat|never said|a-portrait|Zaunk|TFMR|2,340|sea|Juno/,
  );
});
