import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  type Audience,
  audienceOf,
  audiences,
  circleAudience,
  isWider,
  narrower,
  stepIn,
} from '#audiences/audience.ts';
import { canSee, visibleTo } from '#audiences/can-see.ts';
import { may } from '#audiences/may.ts';
import { ladderOf, offeredTo } from '#audiences/offered-to.ts';
import { stepOf } from '#audiences/step-of.ts';
import { nobody, type Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { belongingOf } from '#families/belonging.ts';
import { makeCircle, putInCircles, removeCircle } from '#families/circles/circles.ts';
import { findLinkKey, holdLinkKey, listLinkKeys, makeLinkKey, revokeLinkKey } from '#families/link-keys.ts';
import { instantAfter } from '#lib/instant.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, type World, world } from '#test/world.ts';

const wrens = 'wrens-family';
const person = (
  id: string,
  role?: 'parent' | 'keeper' | 'doorkeeper' | 'relative',
  family = wrens,
): Viewer => ({
  kind: 'person',
  id,
  roles: new Map(role ? [[family, role]] : []),
  circles: new Set(),
  opens: new Set(),
});

const viewers = {
  nobody,
  writer: person('nora', 'parent'),
  'other parent': person('elias', 'parent'),
  keeper: person('keeper', 'keeper'),
  doorkeeper: person('doorkeeper', 'doorkeeper'),
  relative: person('relative', 'relative'),
  'holder of a key': { kind: 'holder', opens: new Set(['wren']) },
  'holder of a key to another page': { kind: 'holder', opens: new Set(['robin']) },
  'parent of another family': person('stranger', 'parent', 'another-family'),
  'writer who left the family': person('nora'),
} as const satisfies Record<string, Viewer>;

/**
 * Who sees a letter that Nora wrote. A line for each audience of the letter, in it a letter for each
 * audience of the memorial around it, both from the narrowest to the widest. Written by hand from the
 * table in docs: a mistake in the rule must not be able to repeat itself here.
 */
//                            memorial: only me · only us · circle · link · everyone
const onlyEveryone = ['-----', '-----', '-----', '-----', '----y'];
const whoHolds = ['-----', '-----', '-----', '---yy', '---yy'];
const whoBelongs = ['-----', '-----', '--yyy', '--yyy', '--yyy'];
const whoKeeps = ['-----', '-yyyy', '-yyyy', '-yyyy', '-yyyy'];
const whoWrote = ['yyyyy', 'yyyyy', 'yyyyy', 'yyyyy', 'yyyyy'];
const expected: Record<keyof typeof viewers, readonly string[]> = {
  nobody: onlyEveryone,
  writer: whoWrote,
  'other parent': whoKeeps,
  keeper: whoKeeps,
  doorkeeper: whoBelongs,
  relative: whoBelongs,
  'holder of a key': whoHolds,
  'holder of a key to another page': onlyEveryone,
  'parent of another family': onlyEveryone,
  'writer who left the family': onlyEveryone,
};

const cells = Object.entries(viewers).flatMap(([name, viewer]) =>
  audiences.flatMap((audience, row) =>
    audiences.map((within, column) => ({
      name,
      viewer,
      audience,
      within,
      sees: expected[name as keyof typeof viewers][row]?.[column] === 'y',
    })),
  ),
);

describe('who sees what', () => {
  test('the rule answers every cell of the table that was written by hand', () => {
    const wrong = cells.filter(({ viewer, audience, within, sees }) => {
      return (
        canSee(viewer, { familyId: wrens, memorialId: 'wren', writerId: 'nora', audience, within }) !== sees
      );
    });
    expect(cells).toHaveLength(10 * 25);
    expect(wrong.map(({ name, audience, within }) => `${name}: ${audience} in ${within}`)).toEqual([]);
  });

  test('a rule that says yes to everybody leaks in exactly the cells that say no', () => {
    const always = () => true;
    const leaks = cells.filter(({ sees }) => always() !== sees);
    // To the three who keep the page, the two who belong, the one who holds a key, and the four others.
    expect(leaks).toHaveLength(250 - (25 + 16 + 16 + 9 + 9 + 4 + 4));
  });

  test('steps are ordered from only me to everyone', () => {
    expect(audiences.toSorted((a, b) => (isWider(a, b) ? 1 : -1))).toEqual([
      'only-me',
      'only-us',
      'circle',
      'link',
      'everyone',
    ]);
    for (const a of audiences) {
      for (const b of audiences) expect(narrower(a, b)).toBe(isWider(a, b) ? b : a);
    }
  });
});

describe('how far a memorial reaches', () => {
  const since = '2024-02-14T10:00:00.000Z';
  test.each(audiences)(
    'open to %s, and to its family alone while it rests, is paused or is going away',
    (audience) => {
      const stands = { audience, restsSince: undefined, pausedSince: undefined, leavesAt: undefined };
      const family = audience === 'only-me' ? 'only-me' : 'only-us';
      expect(stepOf(stands)).toBe(audience);
      expect(stepOf({ ...stands, restsSince: since })).toBe(family);
      expect(stepOf({ ...stands, pausedSince: since })).toBe(family);
      expect(stepOf({ ...stands, leavesAt: since })).toBe(family);
      expect(stepOf({ ...stands, restsSince: since, leavesAt: since })).toBe(family);
    },
  );
});

describe('who does what', () => {
  test.each([
    ['nobody', false, false, false],
    ['writer', true, true, true],
    ['other parent', true, true, true],
    ['keeper', true, false, false],
    ['doorkeeper', false, false, false],
    ['relative', false, false, false],
    ['holder of a key', false, false, false],
    ['holder of a key to another page', false, false, false],
    ['parent of another family', false, false, false],
    ['writer who left the family', false, false, false],
  ] as const)('%s', (name, keeps, opensWider, decides) => {
    const verbs = ['keep', 'open-wider', 'decide'] as const;
    expect(verbs.map((verb) => may(viewers[name], verb, wrens))).toEqual([keeps, opensWider, decides]);
  });
});

describe('a named circle', () => {
  const grandparents = circleAudience('grandparents');
  const cousins = circleAudience('cousins');
  const inside: Viewer = { ...person('liv', 'relative'), circles: new Set(['grandparents']) } as Viewer;
  const seenBy = (viewer: Viewer, audience: Audience, within: Audience = 'everyone'): boolean =>
    canSee(viewer, { familyId: wrens, memorialId: 'wren', writerId: 'nora', audience, within });

  test('is seen by those in it and those who keep the page, and by no other relative', () => {
    expect(seenBy(inside, grandparents)).toBe(true);
    expect(seenBy(inside, cousins)).toBe(false);
    expect(seenBy(viewers.relative, grandparents)).toBe(false);
    expect(seenBy(viewers.doorkeeper, grandparents)).toBe(false);
    expect(seenBy(viewers['holder of a key'], grandparents)).toBe(false);
    expect(seenBy(viewers.keeper, grandparents)).toBe(true);
    expect(seenBy(inside, grandparents, 'circle')).toBe(true);
    expect(seenBy(inside, grandparents, 'only-us')).toBe(false);
    expect(seenBy({ ...inside, roles: new Map() } as Viewer, grandparents)).toBe(false);
  });

  test('stands between only us and all of the family and friends', () => {
    expect(isWider('circle', grandparents)).toBe(true);
    expect(isWider(grandparents, 'only-us')).toBe(true);
    expect([isWider(grandparents, cousins), isWider(cousins, grandparents)]).toEqual([false, false]);
    expect(narrower(grandparents, 'circle')).toBe(grandparents);
    expect(narrower(grandparents, cousins)).toBe('only-us');
    expect(stepIn(grandparents)).toBe('circle');
    expect(audienceOf(grandparents)).toBe(grandparents);
    for (const nonsense of ['circle/', 'circles', '', 'Everyone']) {
      expect(() => audienceOf(nonsense)).toThrow('Not an audience');
    }
  });
});

eachDatabase('the rule as a query', (open) => {
  type Clause = typeof visibleTo;

  test('agrees with the rule for every viewer, audience and memorial, on real rows', async () => {
    const { everyViewer, memorial, site } = await wrenAndHerLetters(open);
    expect(await disagreements(site, everyViewer, memorial, visibleTo)).toEqual([]);
  });

  test('replaced by “true” it disagrees, so that the comparison means something', async () => {
    const { everyViewer, memorial, site } = await wrenAndHerLetters(open);
    const always: Clause = () => sql<SqlBool>`1 = 1`;
    const never: Clause = () => sql<SqlBool>`1 = 0`;
    expect((await disagreements(site, everyViewer, memorial, always)).length).toBeGreaterThan(400);
    expect((await disagreements(site, everyViewer, memorial, never)).length).toBeGreaterThan(200);
  });

  test('a circle that is gone reaches nobody but those who keep the page', async () => {
    const { site, familyId, circle, grandmother, memorial, mother } = await wrenAndHerLetters(open);
    const { write, reader } = site.database;
    const sees = async (who: { id: string }) => {
      const rows = await rowsOf(
        site,
        'tribute',
        memorial.id,
        visibleTo(await viewerOf(reader, who), { ...memorial, audience: 'everyone' }, 'tribute'),
      );
      return rows.some(({ audience }) => audience === circleAudience(circle.id));
    };
    expect([await sees(grandmother), await sees(mother)]).toEqual([true, true]);
    expect((await ladderOf(reader, familyId)).map(({ name }) => name).filter(Boolean)).toEqual([
      'The grandparents',
      'The cousins',
    ]);
    await write((tx) => removeCircle(tx, circle));
    expect([await sees(grandmother), await sees(mother)]).toEqual([false, true]);
  });

  test('a parent may publish for every step and circle, a keeper for the family', async () => {
    const { site, familyId, circle, everyViewer } = await wrenAndHerLetters(open);
    const { reader } = site.database;
    const offered = async (name: string) =>
      (await offeredTo(reader, everyViewer[name]!, familyId)).map(({ audience }) => audience);
    expect(await offered('mother')).toEqual([
      'only-me',
      'only-us',
      circleAudience(circle.id),
      expect.stringMatching(/^circle\//),
      'circle',
      'link',
      'everyone',
    ]);
    expect(await offered('keeper')).toEqual(['only-me', 'only-us']);
    expect(await offered('parent of another family')).toEqual(['only-me', 'only-us']);
  });

  test('a key opens its memorial for whoever holds it, until it ends or is taken back', async () => {
    const { site, memorial, mother } = await wrenAndHerLetters(open);
    const { write, reader } = site.database;
    const now = site.clock.now();
    const make = (name: string, endsAt?: string) => {
      site.clock.advance({ seconds: 1 });
      return write((tx) =>
        makeLinkKey(tx, { memorialId: memorial.id, name, madeBy: mother.id, endsAt }, site.clock.now()),
      );
    };
    const opens = async (holder: string, at = now) =>
      (await belongingOf(reader, { keys: { holder, now: at } })).opens.has(memorial.id);
    const choir = (await findLinkKey(reader, await make('For the choir')))!;
    const week = (await findLinkKey(reader, await make('For a week', '2024-02-21T10:00:00.000Z')))!;
    expect((await listLinkKeys(reader, memorial.id)).map(({ name }) => name)).toEqual([
      'For a week',
      'For the choir',
    ]);
    for (const [holder, key] of [
      ['singer', choir],
      ['guest', week],
    ] as const)
      await write((tx) => holdLinkKey(tx, holder, key, now));
    expect([await opens('singer'), await opens('guest'), await opens('nobody'), await opens('')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(await opens('guest', '2024-02-21T10:00:00.000Z')).toBe(false);
    await write((tx) => revokeLinkKey(tx, choir, now));
    expect([await opens('singer'), await opens('guest')]).toEqual([false, true]);
    expect(await findLinkKey(reader, 'k7qm-3x9d-0vwz-1abc')).toBeUndefined();
  });

  /** Every cell in which the rows that a clause lets through are not those that `canSee` lets through. */
  async function disagreements(
    site: World,
    everyViewer: Record<string, Viewer>,
    memorial: { id: string; familyId: string },
    clause: Clause,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const table of ['tribute', 'picture_use'] as const) {
      const all = await rowsOf(site, table, memorial.id, sql<SqlBool>`1 = 1`);
      expect(all).toHaveLength(12);
      for (const [name, viewer] of Object.entries(everyViewer)) {
        for (const audience of audiences) {
          const through = await rowsOf(
            site,
            table,
            memorial.id,
            clause(
              viewer,
              { ...memorial, audience, restsSince: undefined, pausedSince: undefined, leavesAt: undefined },
              table,
            ),
          );
          const ids = new Set(through.map(({ id }) => id));
          for (const row of all) {
            const seen = {
              familyId: memorial.familyId,
              memorialId: memorial.id,
              writerId: row.writer_id,
              audience: row.audience as Audience,
              within: audience,
            };
            if (ids.has(row.id) !== canSee(viewer, seen))
              found.push(`${name}: ${table} for ${row.audience} in ${audience}`);
          }
        }
      }
    }
    return found;
  }
});

/** A letter with a photograph by each parent for each audience and one circle, and everybody who could look. */
async function wrenAndHerLetters(open: Open) {
  const site = await world({ open });
  const { id, mother, father, memorial } = await site.family();
  const { reader, write } = site.database;
  const now = site.clock.now();
  const keeper = await site.joins(id, 'keeper', { name: 'Aunt Ada' });
  const doorkeeper = await site.joins(id, 'doorkeeper', { name: 'Jo at the door' });
  const grandmother = await site.joins(id, 'relative', { name: 'Grandmother Liv' });
  const cousin = await site.joins(id, 'relative', { name: 'Cousin Per' });
  const circle = await write(async (tx) => {
    const made = await makeCircle(tx, { familyId: id, name: 'The grandparents' }, now);
    const later = instantAfter(now, { seconds: 1 });
    const other = await makeCircle(tx, { familyId: id, name: 'The cousins' }, later);
    await putInCircles(tx, { familyId: id, personId: grandmother.id }, [made.id], now);
    await putInCircles(tx, { familyId: id, personId: cousin.id }, [other.id], now);
    return made;
  });
  for (const writer of [mother, father]) {
    for (const audience of [...audiences, circleAudience(circle.id)]) {
      const { id: photographId } = await site.photograph(id, writer, `${writer.name} ${audience}`);
      await site.letter(memorial, writer, { audience, photographs: [photographId] });
    }
  }
  const other = await site.family(
    { ...nora, email: 'nell@other.example' },
    { ...elias, email: 'edgar@other.example' },
  );
  const people = {
    mother,
    father,
    keeper,
    doorkeeper,
    grandmother,
    cousin,
    'parent of another family': other.mother,
  };
  const everyViewer: Record<string, Viewer> = { nobody };
  for (const [name, who] of Object.entries(people)) everyViewer[name] = await viewerOf(reader, who);
  everyViewer['holder of a key'] = { kind: 'holder', opens: new Set([memorial.id]) };
  everyViewer['holder of a key to another page'] = { kind: 'holder', opens: new Set([other.memorial.id]) };
  return { site, familyId: id, memorial, everyViewer, circle, grandmother, cousin, mother };
}

function rowsOf(
  site: World,
  table: 'tribute' | 'picture_use',
  memorialId: string,
  clause: RawBuilder<SqlBool>,
) {
  return site.database.reader
    .selectFrom(table as 'tribute')
    .select(['id', 'writer_id', 'audience'])
    .where('memorial_id', '=', memorialId)
    .where(clause)
    .execute();
}
