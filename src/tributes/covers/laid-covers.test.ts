import { expect, test } from 'vitest';
import { nobody } from '#audiences/viewer.ts';
import { ines } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { world } from '#test/world.ts';
import { layCover, takeCoverOff } from '#tributes/covers/lay-cover.ts';
import { findLaid, listUntold, markTold } from '#tributes/covers/laid-covers.ts';
import { findTributeAt, listPlaces, listTributes } from '#tributes/tributes.ts';
import { findVersion } from '#tributes/versions/versions.ts';

eachDatabase('covers beside the words', (open) => {
  async function settled() {
    const site = await world({ open });
    const { id, mother, father, memorial: begun } = await site.family();
    const memorial = await site.opened(begun);
    const aunt = await site.joins(id, 'keeper', ines);
    const piece = await site.letter(memorial, aunt, { title: 'Her feet', audience: 'everyone' });
    const over = (photographId?: string) => ({ tributeId: piece.id, photographId });
    const lay = (by: string, words: string, seen = '', photographId?: string) =>
      site.database.write((tx) =>
        layCover(tx, over(photographId), { by, words, language: 'en', seen }, site.clock.now()),
      );
    return { site, mother, father, aunt, memorial, piece, over, lay, reader: site.database.reader };
  }

  test('come with the words of each query, whichever it is', async () => {
    const { mother, memorial, piece, lay, reader } = await settled();
    expect((await findVersion(reader, piece.id, 1))?.laid).toEqual([]);
    await lay(mother.id, 'Look with care.');
    const laid = [{ words: 'Look with care.', language: 'en', laid: { by: mother.id } }];
    expect((await findVersion(reader, piece.id, 1))?.laid).toMatchObject(laid);
    expect((await findTributeAt(reader, nobody, memorial, piece.address))?.words.laid).toMatchObject(laid);
    expect((await listTributes(reader, nobody, memorial))[0]?.words.laid).toMatchObject(laid);
  });

  test('one lies over each thing; what was taken off is kept, and what changed says when', async () => {
    const { site, mother, father, memorial, piece, over, lay, reader } = await settled();
    await lay(mother.id, 'All of it');
    await lay(mother.id, 'Only this', '', 'a');
    const [whole] = await findLaid(reader, piece.id);
    site.clock.advance({ minutes: 5 });
    const at = site.clock.now();
    expect(await lay(father.id, 'Ours', whole?.laid.at)).toEqual({ laid: true });
    await site.database.write((tx) => takeCoverOff(tx, over('a'), father.id, at));
    const covers = await findLaid(reader, piece.id);
    expect(covers).toHaveLength(2);
    expect(covers).toContainEqual({ words: 'Ours', language: 'en', laid: { by: father.id, at } });
    expect(covers.find(({ photographId }) => photographId === 'a')).toMatchObject({
      words: 'Only this',
      off: { by: father.id, at },
    });
    expect(await listPlaces(reader, nobody, memorial, 9)).toMatchObject([{ changedAt: at }]);
  });

  test('of two parents at once, neither writes over the other; sent twice, it lies there once', async () => {
    const { mother, father, piece, lay, reader } = await settled();
    expect(await lay(mother.id, 'Hers')).toEqual({ laid: true });
    expect(await lay(mother.id, 'Hers')).toEqual({ laid: true });
    expect(await lay(father.id, 'His')).toEqual({ refused: 'changed-since' });
    expect(await findLaid(reader, piece.id)).toMatchObject([{ words: 'Hers', laid: { by: mother.id } }]);
  });

  test('their writer is told of each once, and not of one that is off again or of words that change on it', async () => {
    const { site, mother, aunt, piece, over, lay, reader } = await settled();
    expect(await listUntold(reader, aunt.id)).toEqual([]);
    await lay(mother.id, 'Look');
    expect(await listUntold(reader, aunt.id)).toMatchObject([{ id: piece.id, title: 'Her feet' }]);
    await site.database.write((tx) => markTold(tx, [piece.id]));
    const [lying] = await findLaid(reader, piece.id);
    await lay(mother.id, 'Look when you can', lying?.laid.at);
    expect(await listUntold(reader, aunt.id)).toEqual([]);
    await site.database.write((tx) => takeCoverOff(tx, over(), mother.id, site.clock.now()));
    await lay(mother.id, 'Again');
    expect(await listUntold(reader, aunt.id)).toHaveLength(1);
  });

  test('nothing of them is in the words that are kept and signed', async () => {
    const { site, mother, piece, lay, reader } = await settled();
    const before = await reader.selectFrom('tribute_version').selectAll().execute();
    await lay(mother.id, 'Look');
    expect(await reader.selectFrom('tribute_version').selectAll().execute()).toEqual(before);
    expect(await site.tributeNow(piece)).toEqual(piece);
  });
});
