import { Readable } from 'node:stream';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { closeMemorial } from '#memorials/open.ts';
import { sayIn } from '#i18n/messages.ts';
import { asItIsNow } from '#memorials/kept-memorial.ts';
import { restMemorial, returnMemorial } from '#memorials/rest.ts';
import { findPhotograph } from '#photographs/photographs.ts';
import { addPhotograph, receivePhotograph } from '#photographs/receive.ts';
import { cameraPhotograph, canaries } from '#test/camera.ts';
import { eachDatabase } from '#test/databases.ts';
import { keepPress, release } from '#test/for-press.ts';
import { errorAt, formTo, tagsIn } from '#test/html.ts';
import { press as send } from '#test/press.ts';
import { translated } from '#test/translated.ts';
import { type Open, type Visitor, type World, world } from '#test/world.ts';
import { binTribute, eraseTribute } from '#tributes/bin/bin.ts';
import { publishTribute, withdrawTribute } from '#tributes/publishing/publish.ts';
import { findPress } from '#press/presses.ts';
import { isReleased, listReleased, listReleases, removeUnreleased } from '#press/releases.ts';

/** A page for the press with a released photograph of a letter that everybody reads. */
async function told(open?: Open) {
  const site = await world(open ? { open } : {});
  const family = await site.family();
  const { mother, memorial } = family;
  await site.opened(memorial);
  const { id: photographId } = await site.photograph(family.id, mother, 'as on a screen');
  const photographs = [photographId];
  const letter = await site.letter(memorial, mother, {
    title: 'A year of you',
    audience: 'everyone',
    photographs,
  });
  await keepPress(site, memorial, mother, { uses: 'Our words,\n  exactly.', terms: 'Not on a cover.' });
  const of = { memorialId: memorial.id, tributeId: letter.id, photographId };
  await release(site, of, mother, 'as it was taken');
  const home = `/home/memorials/${memorial.id}`;
  return { site, ...family, letter, photographId, of, home, full: () => fullPath(site, photographId) };
}

async function fullPath(site: World, photographId: string): Promise<string> {
  const use = await site.database.reader
    .selectFrom('picture_use')
    .select('address')
    .where('photograph_id', '=', photographId)
    .executeTakeFirst();
  return `/pictures/${use?.address ?? 'none'}/full.jpeg`;
}

eachDatabase('a page for the press', (open) => {
  test('is there for everybody while it is on, and its photographs while what they stand in is everyone’s', async () => {
    const { site, mother, memorial, letter, photographId, of, full: pathOf } = await told(open);
    const { write, reader } = site.database;
    const at = await pathOf();
    const seen = async () => [
      (await site.request('/wren/words/press')).status,
      (await site.request(at)).text === 'as it was taken',
      (await site.request(await pathOf())).text === 'as it was taken',
      (await listReleased(reader, memorial.id)).length,
    ];
    expect(await seen()).toEqual([200, true, true, 1]);
    await keepPress(site, memorial, mother, { shown: false });
    expect(await seen()).toEqual([404, false, false, 0]);
    await keepPress(site, memorial, mother);
    expect(await seen()).toEqual([200, true, true, 1]);
    await write(async (tx) => restMemorial(tx, await asItIsNow(tx, memorial), mother, site.clock.now()));
    expect(await seen()).toEqual([404, false, false, 0]);
    await write(async (tx) => returnMemorial(tx, await asItIsNow(tx, memorial)));
    // At a fresh address: the old one leads nowhere.
    expect(await seen()).toEqual([200, false, true, 1]);
    await write(async (tx) => closeMemorial(tx, await asItIsNow(tx, memorial)));
    expect(await seen()).toEqual([404, false, false, 0]);
    await site.opened(memorial);
    for (const audience of ['link', 'circle', 'only-us', 'only-me'] as const) {
      const { revision } = await site.tributeNow(letter);
      await write(async (tx) =>
        publishTribute(tx, await asItIsNow(tx, memorial), letter, { audience, revision }, site.clock.now()),
      );
      expect(await seen(), audience).toEqual([200, false, false, 0]);
    }
    const { revision } = await site.tributeNow(letter);
    await write(async (tx) =>
      publishTribute(
        tx,
        await asItIsNow(tx, memorial),
        letter,
        { audience: 'everyone', revision },
        site.clock.now(),
      ),
    );
    expect(await seen()).toEqual([200, false, true, 1]);
    await write((tx) => withdrawTribute(tx, letter, site.clock.now()));
    expect(await seen()).toEqual([200, false, false, 0]);
    await write((tx) => binTribute(tx, letter, site.clock.now()));
    expect(await seen()).toEqual([200, false, false, 0]);
    expect(await listReleases(reader, memorial.id)).toEqual([{ ...of, terms: '' }]);
    expect(await isReleased(reader, photographId)).toBe(true);
    const full = () => reader.selectFrom('full_picture').select('photograph_id').execute();
    await write(removeUnreleased);
    expect(await full()).toHaveLength(1);
    await write((tx) => eraseTribute(tx, letter.id));
    await write(removeUnreleased);
    expect(await full()).toEqual([]);
  });

  test('of a photograph that is not released there is no full size, and none of it in its pictures', async () => {
    const { site, id, mother, memorial, full } = await told(open);
    const { id: other } = await site.photograph(id, mother, 'another');
    await site.letter(memorial, mother, { audience: 'everyone', photographs: [other] });
    expect((await site.request((await full()).replace('full', '480'))).status).toBe(200);
    expect((await site.request(await fullPath(site, other))).status).toBe(404);
    expect((await site.request('/wren')).text).not.toContain('full.jpeg');
    for (const space of [`/home/photographs/${other}`, `/with/photographs/${other}`])
      expect((await site.request(`${space}/full.jpeg`, { as: mother })).status).toBe(404);
  });

  test('two parents who save at the same time: the later one is told, and nothing of theirs is lost', async () => {
    const { site, mother, father, memorial, home } = await told(open);
    const form = async (as: Visitor) =>
      formTo((await site.request(`${home}/press`, { as })).text, `${home}/press`);
    const [hers, his] = [await form(mother), await form(father)];
    expect((await send(site, mother, hers, { uses: 'Hers.' })).location).toBe(`${home}/press?kept`);
    // Pressed twice, it is kept once.
    expect((await send(site, mother, hers, { uses: 'Hers.' })).location).toBe(`${home}/press?kept`);
    const refused = await send(site, father, his, { uses: 'His.' });
    expect(refused.status).toBe(422);
    expect((await findPress(site.database.reader, memorial.id))?.uses).toBe('Hers.');
    const again = formTo(refused.text, `${home}/press`);
    expect(again.fields['uses']).toBe('His.');
    expect((await send(site, father, again)).status).toBe(303);
    expect((await findPress(site.database.reader, memorial.id))?.uses).toBe('His.');
  });
});

test('a parent releases what they wrote, in full size and without what the camera noted; the other takes it back', async () => {
  const site = await world();
  const { id: familyId, mother, father, memorial } = await site.family();
  await site.opened(memorial);
  const original = await cameraPhotograph({ width: 1200, height: 900, orientation: 6 });
  const received = await receivePhotograph(
    site.site,
    { stream: Readable.from([original]), name: 'wren.jpg' },
    { familyId, personId: mother.id },
  );
  if ('refused' in received) throw new Error(received.refused);
  await site.database.write((tx) => addPhotograph(tx, received.taken, site.clock.now()));
  const { id: photographId } = received.taken.photograph;
  const letter = await site.letter(memorial, mother, { audience: 'everyone', photographs: [photographId] });
  const home = `/home/memorials/${memorial.id}`;
  const path = `${home}/press/photographs/${letter.id}/${photographId}`;
  await keepPress(site, memorial, mother, { terms: 'For all of them.' });
  expect((await site.request(path, { as: father, form: { terms: '' } })).status).toBe(404);
  expect((await site.request(path, { as: mother, form: { terms: 'Not cropped.' } })).location).toBe(
    `${home}/press/photographs`,
  );
  const page = await site.request('/wren/words/press');
  expect(page.headers.get('cache-control')).toContain('public');
  for (const says of ['Not cropped.', '900 × 1200 pixels', 'download']) expect(page.text).toContain(says);
  // They stand in the place of those for all.
  expect(page.text).not.toContain('For all of them.');
  const full = await site.request(await fullPath(site, photographId));
  expect(full.headers.get('content-disposition')).toContain('attachment');
  const { width, height, exif, icc, xmp } = await sharp(full.bytes).metadata();
  expect([width, height, exif, icc, xmp]).toEqual([900, 1200, undefined, undefined, undefined]);
  for (const canary of Object.values(canaries)) expect(full.bytes.includes(canary)).toBe(false);
  expect(full.bytes.equals(original)).toBe(false);
  const kept = (await findPhotograph(site.database.reader, photographId))!;
  expect(full.headers.get('etag')).not.toContain(kept.sha256);
  await site.request(`${path}?_method=delete`, { as: father, form: {} });
  expect((await site.request(await fullPath(site, photographId))).status).toBe(404);
  expect((await site.request('/wren/words/press')).text).not.toContain('Not cropped.');
  const left = await site.database.reader.selectFrom('full_picture').selectAll().execute();
  expect(left).toEqual([]);
});

test('what a parent keeps for themselves is not among the photographs, though it was released', async () => {
  const { site, mother, father, memorial, letter, home, photographId } = await told();
  const list = async (as: Visitor) => (await site.request(`${home}/press/photographs`, { as })).text;
  expect(await list(father)).toContain(photographId);
  const { revision } = await site.tributeNow(letter);
  await site.database.write(async (tx) =>
    publishTribute(
      tx,
      await asItIsNow(tx, memorial),
      letter,
      { audience: 'only-me', revision },
      site.clock.now(),
    ),
  );
  expect(await list(father)).not.toContain(photographId);
  expect(await list(mother)).toContain(photographId);
  const one = `${home}/press/photographs/${letter.id}/${photographId}`;
  expect((await site.request(one, { as: father })).status).toBe(404);
  expect((await site.request(one, { as: mother, form: { terms: '' } })).status).toBe(404);
});

test('a photograph that cannot be made ready is not released, and the page says why', async () => {
  const { site, id, mother, memorial, home } = await told();
  const { id: photographId } = await site.photograph(id, mother, 'no photograph at all');
  const letter = await site.letter(memorial, mother, { audience: 'everyone', photographs: [photographId] });
  const path = `${home}/press/photographs/${letter.id}/${photographId}`;
  const before = await site.rows();
  const answer = await site.request(path, { as: mother, form: { terms: 'Not cropped.' } });
  expect(answer.status).toBe(422);
  expect(errorAt(answer.text, 'terms')).toBe(sayIn('en')('error.press-no-full'));
  expect(formTo(answer.text, path).fields['terms']).toBe('Not cropped.');
  expect(await site.rows()).toBe(before);
});

test('the words that can be quoted are those that say something, with their approved translations', async () => {
  const { site, id, mother, memorial, letter } = await told();
  const { id: photographId } = await site.photograph(id, mother, 'without a word');
  const silent = { kind: 'photograph', title: 'The window', text: '' } as const;
  await site.letter(memorial, mother, { ...silent, audience: 'everyone', photographs: [photographId] });
  await site.letter(memorial, mother, { title: 'Only for us', text: 'zanzibar' });
  await translated(site, letter, mother);
  const { text } = await site.request('/wren/words/press');
  const paths = tagsIn(text).map(({ attributes }) => attributes['href'] ?? '');
  const words = paths.filter((path) => path.startsWith('/wren/words/') && !/(?:press|check)$/.test(path));
  expect(words).toEqual(['/wren/words/a-year-of-you', '/wren/words/a-year-of-you?in=ar&version=1']);
  expect(text).toContain('translated by Defne');
  for (const path of words) expect((await site.request(path)).status).toBe(200);
});

test('a cover that a parent lays stands over a released photograph too, and nothing tells what is beneath', async () => {
  const { site, id, mother, memorial } = await told();
  const { id: photographId } = await site.photograph(id, mother, 'beneath');
  const placed = { photographId, after: 0, caption: 'zanzibar caption', alternative: 'zanzibar hand' };
  const { id: tributeId } = await site.letter(memorial, mother, {
    title: 'Your hand',
    audience: 'everyone',
    words: { photographs: [{ ...placed, cover: 'Look when you are ready.' }] },
  });
  await release(site, { memorialId: memorial.id, tributeId, photographId }, mother, 'beneath, large');
  const { text } = await site.request('/wren/words/press');
  expect(text).toContain('zanzibar hand');
  const inSight = text.replaceAll(/<\/summary>[^]*?<\/details>/g, '');
  expect(inSight).toContain('Look when you are ready.');
  expect(inSight).not.toContain('zanzibar');
});
