import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Audience, audiences, isWider, narrower } from '#audiences/audience.ts';
import { canSee, visibleTo } from '#audiences/can-see.ts';
import { may } from '#audiences/may.ts';
import { offeredTo } from '#audiences/offered-to.ts';
import { stepOf } from '#audiences/step-of.ts';
import { nobody, type Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
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
});

const viewers = {
  nobody,
  writer: person('nora', 'parent'),
  'other parent': person('elias', 'parent'),
  keeper: person('keeper', 'keeper'),
  doorkeeper: person('doorkeeper', 'doorkeeper'),
  relative: person('relative', 'relative'),
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
const whoKeeps = ['-----', '-yyyy', '-yyyy', '-yyyy', '-yyyy'];
const whoWrote = ['yyyyy', 'yyyyy', 'yyyyy', 'yyyyy', 'yyyyy'];
const expected: Record<keyof typeof viewers, readonly string[]> = {
  nobody: onlyEveryone,
  writer: whoWrote,
  'other parent': whoKeeps,
  keeper: whoKeeps,
  doorkeeper: onlyEveryone,
  relative: onlyEveryone,
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
      return canSee(viewer, { familyId: wrens, writerId: 'nora', audience, within }) !== sees;
    });
    expect(cells).toHaveLength(8 * 25);
    expect(wrong.map(({ name, audience, within }) => `${name}: ${audience} in ${within}`)).toEqual([]);
  });

  test('a rule that says yes to everybody leaks in exactly the cells that say no', () => {
    const always = () => true;
    const leaks = cells.filter(({ sees }) => always() !== sees);
    // 25 + 16 + 16 are allowed to the three who keep the page, 1 to each of the five others.
    expect(leaks).toHaveLength(200 - (25 + 16 + 16 + 5));
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
  test.each(audiences)('open to %s, and to its family alone while it rests or is going away', (audience) => {
    const stands = { audience, restsSince: undefined, leavesAt: undefined };
    const family = audience === 'only-me' ? 'only-me' : 'only-us';
    expect(stepOf(stands)).toBe(audience);
    expect(stepOf({ ...stands, restsSince: since })).toBe(family);
    expect(stepOf({ ...stands, leavesAt: since })).toBe(family);
    expect(stepOf({ ...stands, restsSince: since, leavesAt: since })).toBe(family);
  });
});

describe('who does what', () => {
  test.each([
    ['nobody', false, false, false],
    ['writer', true, true, true],
    ['other parent', true, true, true],
    ['keeper', true, false, false],
    ['doorkeeper', false, false, false],
    ['relative', false, false, false],
    ['parent of another family', false, false, false],
    ['writer who left the family', false, false, false],
  ] as const)('%s', (name, keeps, opensWider, decides) => {
    const verbs = ['keep', 'open-wider', 'decide'] as const;
    expect(verbs.map((verb) => may(viewers[name], verb, wrens))).toEqual([keeps, opensWider, decides]);
  });

  test('a parent may publish for every step that is offered, a keeper for the family', () => {
    expect(offeredTo(viewers['other parent'], wrens)).toEqual(['only-me', 'only-us', 'everyone']);
    expect(offeredTo(viewers.keeper, wrens)).toEqual(['only-me', 'only-us']);
    expect(offeredTo(viewers['parent of another family'], wrens)).toEqual(['only-me', 'only-us']);
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
      expect(all).toHaveLength(10);
      for (const [name, viewer] of Object.entries(everyViewer)) {
        for (const audience of audiences) {
          const through = await rowsOf(
            site,
            table,
            memorial.id,
            clause(viewer, { ...memorial, audience, restsSince: undefined, leavesAt: undefined }, table),
          );
          const ids = new Set(through.map(({ id }) => id));
          for (const row of all) {
            const seen = {
              familyId: memorial.familyId,
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

/** A letter with a photograph by each parent for each audience, and everybody who could look at them. */
async function wrenAndHerLetters(open: Open) {
  const site = await world({ open });
  const { id, mother, father, memorial } = await site.family();
  for (const writer of [mother, father]) {
    for (const audience of audiences) {
      const { id: photographId } = await site.photograph(id, writer, `${writer.name} ${audience}`);
      await site.letter(memorial, writer, { audience, photographs: [photographId] });
    }
  }
  const other = await site.family(
    { ...nora, email: 'nell@other.example' },
    { ...elias, email: 'edgar@other.example' },
  );
  const keeper = await site.joins(id, 'keeper', { name: 'Aunt Ada' });
  const doorkeeper = await site.joins(id, 'doorkeeper', { name: 'Jo at the door' });
  const relative = await site.joins(id, 'relative', { name: 'Grandmother Liv' });
  const { reader } = site.database;
  const people = { mother, father, keeper, doorkeeper, relative, 'parent of another family': other.mother };
  const everyViewer: Record<string, Viewer> = { nobody };
  for (const [name, who] of Object.entries(people)) everyViewer[name] = await viewerOf(reader, who);
  return { site, memorial, everyViewer };
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
