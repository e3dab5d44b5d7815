import { expect, test } from 'vitest';
import { nobody, type Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { NotFound } from '#http/refusals.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, world } from '#test/world.ts';
import { listChapterHeads, listChapters, moveChapter } from '#tributes/story.ts';
import { publishTribute, withdrawTribute } from '#tributes/publishing/publish.ts';

async function told(open: Open) {
  const site = await world({ open });
  const wrens = await site.family();
  const memorial = await site.opened(wrens.memorial);
  const { reader, write } = site.database;
  const chapter = async (
    title: string,
    audience: 'only-me' | 'only-us' | 'everyone' = 'everyone',
    writer = wrens.mother,
  ) => {
    site.clock.advance({ minutes: 1 });
    return site.letter(memorial, writer, { kind: 'chapter', title, audience });
  };
  const order = async (viewer: Viewer = nobody) => {
    const titles = (await listChapters(reader, viewer, memorial)).map(({ words }) => words.title).join(' ');
    const heads = (await listChapterHeads(reader, viewer, memorial)).map(({ title }) => title).join(' ');
    expect(heads).toBe(titles);
    return titles;
  };
  const mothers = await viewerOf(reader, wrens.mother);
  const fathers = await viewerOf(reader, wrens.father);
  const move = (id: string, to: 'earlier' | 'later', viewer: Viewer = mothers) =>
    write((tx) => moveChapter(tx, viewer, memorial, id, to));
  return { site, ...wrens, memorial, mothers, fathers, chapter, order, move };
}

eachDatabase('the story', (open) => {
  test('is told in the order its chapters came, until that is changed; a new one goes to the end', async () => {
    const { chapter, order, move, site, memorial, mother } = await told(open);
    await chapter('One');
    await chapter('Two');
    const three = await chapter('Three');
    await site.letter(memorial, mother, { title: 'A letter', audience: 'everyone' });
    expect(await order()).toBe('One Two Three');
    await move(three.id, 'earlier');
    expect(await order()).toBe('One Three Two');
    await move(three.id, 'earlier');
    await move(three.id, 'earlier');
    expect(await order()).toBe('Three One Two');
    await chapter('Four');
    expect(await order()).toBe('Three One Two Four');
    await move(three.id, 'later');
    expect(await order()).toBe('One Three Two Four');
  });

  test('a viewer moves a chapter past the next that they see; the others keep their order', async () => {
    const { chapter, order, move, mothers, fathers, father } = await told(open);
    await chapter('A');
    await chapter('Hidden', 'only-me', father);
    const c = await chapter('C');
    expect(await order(fathers)).toBe('A Hidden C');
    await move(c.id, 'earlier');
    expect(await order(mothers)).toBe('C A');
    expect(await order(fathers)).toBe('C A Hidden');
  });

  test('only chapters that a viewer may see are there, and only those can be moved', async () => {
    const { chapter, order, move, mothers, fathers, father, site } = await told(open);
    await chapter('A');
    const hers = await chapter('Hers', 'only-me');
    const his = await chapter('His', 'only-me', father);
    await chapter('Ours', 'only-us');
    expect([await order(), await order(mothers), await order(fathers)]).toEqual([
      'A',
      'A Hers Ours',
      'A His Ours',
    ]);
    await expect(move(his.id, 'earlier')).rejects.toThrow(NotFound);
    await expect(move('nothing', 'earlier')).rejects.toThrow(NotFound);
    await site.database.write((tx) => withdrawTribute(tx, hers, site.clock.now()));
    await expect(move(hers.id, 'earlier')).rejects.toThrow(NotFound);
  });

  test('taken back and published again, a chapter stands where it stood', async () => {
    const { chapter, order, move, memorial, site } = await told(open);
    await chapter('One');
    const two = await chapter('Two');
    await move(two.id, 'earlier');
    await site.database.write((tx) => withdrawTribute(tx, two, site.clock.now()));
    expect(await order()).toBe('One');
    await chapter('Three');
    const now = await site.tributeNow(two);
    const as = { audience: 'everyone', revision: now.revision } as const;
    await site.database.write((tx) => publishTribute(tx, memorial, now, as, site.clock.now()));
    expect(await order()).toBe('Two One Three');
  });
});
