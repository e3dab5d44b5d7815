import { expect, test } from 'vitest';
import { audiences } from '#audiences/audience.ts';
import { canSee } from '#audiences/can-see.ts';
import { nobody, type Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, world } from '#test/world.ts';
import { choosePointable, listPointable, listPointed } from '#tributes/pointers.ts';
import { withdrawTribute } from '#tributes/publishing/publish.ts';
import type { Tribute } from '#tributes/tribute.ts';

const everyone = { audience: 'everyone' } as const;

async function told(open: Open) {
  const site = await world({ open });
  const wrens = await site.family();
  const memorial = await site.opened(wrens.memorial);
  const { reader } = site.database;
  const pointed = async (viewer: Viewer, tribute: Tribute) =>
    (await listPointed(reader, viewer, memorial, tribute)).map(
      ({ other, words, leads }) => `${leads} ${other.title} ${words}`,
    );
  const pointing = (to: Tribute, words = '') => ({ words: { pointsTo: [{ to: to.id, words }] } });
  return { site, ...wrens, memorial, reader, pointed, pointing };
}

eachDatabase('pointers', (open) => {
  test('lead both ways, in the words of the one that points', async () => {
    const { site, memorial, mother, pointed, pointing } = await told(open);
    const first = await site.letter(memorial, mother, { title: 'That photograph', ...everyone });
    const story = await site.letter(memorial, mother, {
      title: 'The day',
      ...everyone,
      ...pointing(first, 'this is the day of that first photograph'),
    });
    expect(await pointed(nobody, story)).toEqual([
      'there That photograph this is the day of that first photograph',
    ]);
    expect(await pointed(nobody, first)).toEqual(['here The day this is the day of that first photograph']);
  });

  test('show the other end to those who may see it, and to nobody else', async () => {
    const { site, memorial, mother, father, reader, pointed, pointing, id: familyId } = await told(open);
    const stranger = await site.person({ name: 'A stranger' });
    const viewers: Viewer[] = [
      nobody,
      await viewerOf(reader, stranger),
      await viewerOf(reader, mother),
      await viewerOf(reader, father),
    ];
    for (const writer of [mother, father]) {
      for (const audience of audiences) {
        const far = await site.letter(memorial, writer, { title: `Far ${audience}`, audience });
        const near = await site.letter(memorial, mother, { ...everyone, ...pointing(far) });
        const back = await site.letter(memorial, writer, { title: 'Back', audience, ...pointing(near) });
        for (const viewer of viewers) {
          const seen = canSee(viewer, {
            familyId,
            memorialId: memorial.id,
            writerId: writer.id,
            audience,
            within: 'everyone',
          });
          expect(await pointed(viewer, near), `${audience}, ${writer.name}`).toEqual(
            seen ? [`there Far ${audience} `, 'here Back '] : [],
          );
        }
        await site.database.write((tx) => withdrawTribute(tx, back, site.clock.now()));
      }
    }
  });

  test('say nothing of what was withdrawn, or lies in the bin', async () => {
    const { site, memorial, mother, pointed, pointing, reader } = await told(open);
    const far = await site.letter(memorial, mother, { title: 'Far', ...everyone });
    const near = await site.letter(memorial, mother, { ...everyone, ...pointing(far) });
    const mothers = await viewerOf(reader, mother);
    expect(await pointed(mothers, near)).toHaveLength(1);
    await site.database.write((tx) =>
      tx.updateTable('tribute').set({ binned_at: site.clock.now() }).where('id', '=', far.id).execute(),
    );
    expect(await pointed(mothers, near)).toEqual([]);
    await site.database.write((tx) =>
      tx.updateTable('tribute').set({ binned_at: null }).where('id', '=', far.id).execute(),
    );
    await site.database.write((tx) => withdrawTribute(tx, far, site.clock.now()));
    expect(await pointed(mothers, near)).toEqual([]);
  });

  test('in a circle, to themselves, to another memorial and to nothing are harmless', async () => {
    const { site, memorial, mother, pointed, pointing } = await told(open);
    const other = await site.family({ name: 'Nell', email: 'nell@other.example' }, { name: 'Edgar' });
    const foreign = await site.letter(other.memorial, other.mother, { ...everyone });
    const a = await site.letter(memorial, mother, { title: 'A', ...everyone });
    const b = await site.letter(memorial, mother, { title: 'B', ...everyone, ...pointing(a) });
    const c = await site.letter(memorial, mother, {
      title: 'C',
      ...everyone,
      words: { pointsTo: [b.id, foreign.id, 'nothing'].map((to) => ({ to, words: '' })) },
    });
    await site.database.write(async (tx) => {
      for (const [from_id, to_id] of [
        [a.id, c.id],
        [a.id, a.id],
      ] as const)
        await tx.insertInto('tribute_pointer').values({ from_id, to_id, words: '' }).execute();
    });
    expect(await pointed(nobody, a)).toEqual(['there C ', 'here B ']);
    expect(await pointed(nobody, c)).toEqual(['there B ', 'here A ']);
  });

  test('can be set to all others that the writer may see', async () => {
    const { site, memorial, mother, father, reader } = await told(open);
    const own = await site.letter(memorial, mother, { title: 'Own' });
    const shared = await site.letter(memorial, father, { title: 'Shared' });
    const hidden = await site.letter(memorial, father, { title: 'Hidden', audience: 'only-me' });
    const mothers = await viewerOf(reader, mother);
    expect((await listPointable(reader, mothers, memorial, own)).map(({ title }) => title)).toEqual([
      'Shared',
    ]);
    const ids = [own.id, shared.id, hidden.id, 'nothing'];
    expect(await choosePointable(reader, mothers, memorial, own, ids)).toEqual([{ id: shared.id }]);
    expect(await choosePointable(reader, mothers, memorial, own, [])).toEqual([]);
  });
});
