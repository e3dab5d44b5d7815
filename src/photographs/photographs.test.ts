import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Audience } from '#audiences/audience.ts';
import { closeMemorial, openMemorial } from '#memorials/open.ts';
import { findMemorial, saveMemorial } from '#memorials/memorials.ts';
import { showPortrait } from '#memorials/portrait.ts';
import {
  findPhotograph,
  findUseAt,
  hidePictures,
  listPictures,
  listUses,
  savePictures,
  showPictures,
} from '#photographs/photographs.ts';
import { publicGallery } from '#photographs/show.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, world } from '#test/world.ts';

async function told(open: Open) {
  const site = await world({ open });
  const wrens = await site.family();
  const memorial = await site.opened(wrens.memorial);
  const { reader, write } = site.database;
  const picture = (words: string) => site.photograph(wrens.id, wrens.mother, words);
  const addresses = async () =>
    (await listUses(reader, { memorialId: memorial.id })).map(({ address }) => address);
  const served = async (address: string) => (await site.request(`/pictures/${address}/480.jpeg`)).status;
  return { site, ...wrens, memorial, reader, write, picture, addresses, served };
}

eachDatabase('photographs', (open) => {
  test('come back as they were kept, their pictures smallest first, and none twice', async () => {
    const { reader, write, picture } = await told(open);
    const kept = await picture('wren at the window');
    expect(await findPhotograph(reader, kept.id)).toEqual(kept);
    const another = {
      photographId: kept.id,
      size: 960,
      format: 'avif' as const,
      width: 960,
      height: 720,
      sha256: 'a'.repeat(64),
      bytes: 10,
    };
    await write((tx) => savePictures(tx, [another, { ...another, bytes: 99 }]));
    await write((tx) => savePictures(tx, [{ ...another, bytes: 98 }]));
    expect(
      (await listPictures(reader, [kept.id])).map(({ size, format, bytes }) => [size, format, bytes]),
    ).toEqual([
      [480, 'jpeg', 18],
      [960, 'avif', 10],
    ]);
    expect(await listPictures(reader, [])).toEqual([]);
    expect(await findPhotograph(reader, 'never-was')).toBeUndefined();
  });

  test('have a fresh address at each publication, long enough that nobody guesses it', async () => {
    const { site, mother, memorial, picture, addresses, served } = await told(open);
    const { id } = await picture('x');
    const letter = await site.letter(memorial, mother, {
      text: 'one',
      audience: 'everyone',
      photographs: [id, id],
    });
    const known = new Set<string>();
    for (let publication = 1; publication <= 3; publication++) {
      const [address, ...others] = await addresses();
      expect(others).toEqual([]);
      expect(address).toMatch(/^[\w-]{43}$/);
      expect([known.has(address!), await served(address!)]).toEqual([false, 200]);
      for (const old of known) expect(await served(old)).toBe(404);
      known.add(address!);
      const { revision } = await site.tributeNow(letter);
      await site.request(`/home/tributes/${letter.id}/publication`, {
        as: mother,
        form: { audience: 'everyone', revision: String(revision) },
      });
    }
  });

  test('are hidden when their letter is taken back, and the others stay', async () => {
    const { site, mother, memorial, reader, picture, served } = await told(open);
    const [first, second] = [await picture('first'), await picture('second')];
    const letter = await site.letter(memorial, mother, {
      text: 'one',
      audience: 'everyone',
      photographs: [first.id],
    });
    await site.letter(memorial, mother, { text: 'two', audience: 'everyone', photographs: [second.id] });
    const [one] = await listUses(reader, { photographId: first.id });
    const [two] = await listUses(reader, { photographId: second.id });
    await site.request(`/home/tributes/${letter.id}/publication?_method=delete`, { as: mother, form: {} });
    expect([await served(one!.address), await served(two!.address)]).toEqual([404, 200]);
    expect(await findUseAt(reader, one!.address)).toBeUndefined();
  });

  test('one shown by two letters stays with the other', async () => {
    const { site, mother, memorial, reader, picture, served } = await told(open);
    const { id } = await picture('x');
    const letter = await site.letter(memorial, mother, {
      text: 'one',
      audience: 'everyone',
      photographs: [id],
    });
    await site.letter(memorial, mother, { text: 'two', audience: 'only-us', photographs: [id] });
    const uses = await listUses(reader, { photographId: id });
    expect(
      await Promise.all(uses.map(async ({ audience, address }) => [audience, await served(address)])),
    ).toEqual(
      expect.arrayContaining([
        ['everyone', 200],
        ['only-us', 404],
      ]),
    );
    await site.request(`/home/tributes/${letter.id}/publication?_method=delete`, { as: mother, form: {} });
    expect((await listUses(reader, { photographId: id })).map(({ audience }) => audience)).toEqual([
      'only-us',
    ]);
    expect((await publicGallery(reader, memorial.id))(id, '')).toBeUndefined();
  });

  test('are hidden when the page is closed, and have other addresses when it opens again', async () => {
    const { site, mother, memorial, reader, write, picture, addresses, served } = await told(open);
    const { id: portraitId } = await picture('a portrait');
    const { id } = await picture('in a letter');
    await site.letter(memorial, mother, { text: 'one', audience: 'everyone', photographs: [id] });
    await write(async (tx) => {
      const withPortrait = { ...(await findMemorial(tx, memorial.id))!, portraitId };
      await saveMemorial(tx, withPortrait);
      await showPortrait(tx, withPortrait);
    });
    const before = await addresses();
    expect(await Promise.all(before.map(served))).toEqual([200, 200]);
    await write(async (tx) => closeMemorial(tx, (await findMemorial(tx, memorial.id))!));
    const closed = await addresses();
    expect(await Promise.all([...before, ...closed].map(served))).toEqual([404, 404, 404, 404]);
    const shows = { name: true, days: true, portrait: false };
    await write(async (tx) =>
      openMemorial(
        tx,
        (await findMemorial(tx, memorial.id))!,
        { to: 'everyone', address: 'wren', shows, listed: false, indexed: false, federated: false },
        site.clock.now(),
      ),
    );
    const again = await listUses(reader, { memorialId: memorial.id });
    expect(new Set([...before, ...closed, ...again.map(({ address }) => address)]).size).toBe(6);
    expect(
      await Promise.all(
        again.map(async ({ photographId, address }) => [photographId, await served(address)]),
      ),
    ).toEqual(
      expect.arrayContaining([
        [id, 200],
        [portraitId, 404],
      ]),
    );
  });

  test('of a portrait and of letters are kept apart', async () => {
    const { mother, memorial, id: familyId, reader, write, picture } = await told(open);
    const [one, two] = [await picture('one'), await picture('two')];
    const piece = {
      memorialId: memorial.id,
      tributeId: undefined,
      familyId,
      writerId: mother.id,
      audience: 'everyone' as Audience,
      within: 'everyone' as Audience,
    };
    await write((tx) => showPictures(tx, piece, [one.id]));
    await write((tx) => showPictures(tx, piece, [two.id]));
    expect(
      (await listUses(reader, { memorialId: memorial.id })).map(({ photographId }) => photographId),
    ).toEqual([two.id]);
    await write((tx) => hidePictures(tx, { memorialId: memorial.id, tributeId: undefined }));
    expect(await listUses(reader, { memorialId: memorial.id })).toEqual([]);
  });
});

test('what is no photograph is refused by a sentence with its name, leaves nothing behind, and the words are kept', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  const letter = await site.letter(memorial, mother, { published: false });
  const file = new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], '../صورة <b>.jpg', {
    type: 'image/jpeg',
  });
  const answer = await site.request(`/home/tributes/${letter.id}/draft`, {
    as: mother,
    form: { title: '', text: 'the words', revision: '1' },
    files: { photographs: file },
  });
  expect(answer.status).toBe(422);
  const sentence = answer.text.replaceAll(/[\u2068\u2069]/g, '');
  expect(sentence).toContain('صورة &lt;b&gt;.jpg” is not a JPEG, PNG or WebP photograph');
  expect(answer.text).toContain('the words</textarea>');
  expect(await readdir(site.site.folder.tmp)).toEqual([]);
  expect(await site.database.reader.selectFrom('photograph').selectAll().execute()).toEqual([]);
});
