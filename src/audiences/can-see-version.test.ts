import { expect, test } from 'vitest';
import { type Audience, audiences } from '#audiences/audience.ts';
import { canSee } from '#audiences/can-see.ts';
import { canSeeVersion, versionVisibleTo } from '#audiences/can-see-version.ts';
import { nobody, type Viewer } from '#audiences/viewer.ts';
import type { Role } from '#families/role.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { eachDatabase } from '#test/databases.ts';
import { world } from '#test/world.ts';

const family = 'wrens-family';
const person = (id: string, role: Role): Viewer => ({
  kind: 'person',
  id,
  roles: new Map([[family, role]]),
  circles: new Set(),
  opens: new Set(),
});
const writer = person('nora', 'parent');
const father = person('elias', 'parent');
const relative = person('liv', 'relative');

const sees = (viewer: Viewer, version: Audience, tribute: Audience, within: Audience): boolean =>
  canSeeVersion(
    viewer,
    { familyId: family, memorialId: 'wren', writerId: 'nora', audience: tribute, within },
    { audience: version },
  );

test.each([
  //  version     tribute     memorial     nobody  father  writer
  ['everyone', 'everyone', 'everyone', true, true, true],
  // The leak that this rule is there for: once for only us, never for everyone.
  ['only-us', 'everyone', 'everyone', false, true, true],
  ['only-me', 'everyone', 'everyone', false, false, true],
  ['only-me', 'only-us', 'everyone', false, false, true],
  // And the other way: narrowed since, earlier words are narrowed with it.
  ['everyone', 'only-us', 'everyone', false, true, true],
  ['everyone', 'only-me', 'everyone', false, false, true],
  ['everyone', 'everyone', 'only-us', false, true, true],
] as const)(
  'a version for %s of a tribute for %s on a page for %s',
  (version, tribute, within, ...expected) => {
    expect([nobody, father, writer].map((viewer) => sees(viewer, version, tribute, within))).toEqual(
      expected,
    );
    expect(sees(relative, version, tribute, within)).toBe(expected[0]);
  },
);

test('it is the narrowest of the three, whichever they are, for everybody', () => {
  for (const viewer of [nobody, writer, father, relative]) {
    for (const version of audiences) {
      for (const tribute of audiences) {
        for (const within of audiences) {
          const narrowest =
            audiences[Math.min(...[version, tribute, within].map((one) => audiences.indexOf(one)))]!;
          const seen = {
            familyId: family,
            memorialId: 'wren',
            writerId: 'nora',
            audience: narrowest,
            within: 'everyone' as const,
          };
          expect(sees(viewer, version, tribute, within)).toBe(canSee(viewer, seen));
        }
      }
    }
  }
});

eachDatabase('versions', (open) => {
  test('are let through by the query exactly where the rule lets them through', async () => {
    const site = await world({ open });
    const { id, mother, father: papa, memorial } = await site.family();
    const { reader } = site.database;
    const written = new Map<string, { version: Audience; tribute: Audience; writerId: string }>();
    for (const by of [mother, papa]) {
      for (const tribute of audiences) {
        for (const version of audiences) {
          const { id: tributeId } = await site.letter(memorial, by, {
            text: `${tribute} ${version}`,
            audience: tribute,
          });
          await site.database.write((tx) =>
            tx
              .updateTable('tribute_version')
              .set({ audience: version })
              .where('tribute_id', '=', tributeId)
              .execute(),
          );
          written.set(tributeId, { version, tribute, writerId: by.id });
        }
      }
    }
    const liv = await site.joins(id, 'relative', { name: 'Grandmother Liv' });
    for (const viewer of [
      nobody,
      await viewerOf(reader, mother),
      await viewerOf(reader, papa),
      await viewerOf(reader, liv),
    ]) {
      for (const within of audiences) {
        const rows = await reader
          .selectFrom('tribute_version')
          .innerJoin('tribute', 'tribute.id', 'tribute_version.tribute_id')
          .where(
            versionVisibleTo(viewer, {
              id: memorial.id,
              familyId: id,
              audience: within,
              restsSince: undefined,
              pausedSince: undefined,
              leavesAt: undefined,
            }),
          )
          .select('tribute.id')
          .execute();
        const expected = [...written].filter(([, { version, tribute, writerId }]) =>
          canSeeVersion(
            viewer,
            { familyId: id, memorialId: memorial.id, writerId, audience: tribute, within },
            { audience: version },
          ),
        );
        expect(rows.map((row) => row.id).toSorted()).toEqual(expected.map(([one]) => one).toSorted());
      }
    }
  });
});
