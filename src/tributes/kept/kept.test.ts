import { expect, test } from 'vitest';
import { leaveFamily } from '#families/members/leave.ts';
import { removeFromFamily } from '#families/members/removal.ts';
import { changeRole } from '#families/members/change-role.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { decoded, formTo, textOf } from '#test/html.ts';
import { type Open, type Visitor, world } from '#test/world.ts';
import { askParents } from '#tributes/approval/approve.ts';
import { askToSign } from '#tributes/signing/ask-to-sign.ts';
import { findDrafts, saveDraft } from '#tributes/writing/drafts.ts';
import { listKept } from '#tributes/kept/kept.ts';
import { sign } from '#tributes/signing/sign.ts';
import { sealOf } from '#tributes/signing/signing.ts';
import { saveSchedule } from '#tributes/schedules/schedules.ts';
import { findVersion } from '#tributes/versions/versions.ts';

/** Ines keeps the page with both parents, wrote for everyone, for herself and not yet; and signed a letter of Nora's. */
async function told(open?: Open) {
  const site = await world(open ? { open } : {});
  const family = await site.family(nora, elias);
  const aunt = await site.joins(family.id, 'keeper', ines);
  const memorial = await site.opened(family.memorial);
  const { id: photographId } = await site.photograph(family.id, aunt, 'a blanket');
  const published = await site.letter(memorial, aunt, { title: 'Your blanket', audience: 'everyone' });
  const own = await site.letter(memorial, aunt, {
    title: 'Only mine',
    text: 'Dear Wren,\n\n  zanzibar.',
    audience: 'only-me',
    photographs: [photographId],
  });
  const draft = await site.letter(memorial, aunt, { title: 'Not yet', published: false });
  const { write, reader } = site.database;
  const now = site.clock.now();
  const of = { familyId: family.id, personId: aunt.id };
  const ways = {
    leaves: () => write((tx) => leaveFamily(tx, of, { hasPages: true }, now)),
    'is removed': () => write((tx) => removeFromFamily(tx, of, family.father, now)),
    'becomes a relative': () =>
      write((tx) => changeRole(tx, { ...of, role: 'relative' }, family.mother, now)),
  };
  return { site, ...family, memorial, aunt, published, own, draft, photographId, ways, write, reader, now };
}

const titles = async (site: Awaited<ReturnType<typeof told>>, who: Visitor) =>
  (await listKept(site.reader, who)).map(({ words }) => words.title).toSorted();

eachDatabase('whoever keeps a page no longer', (open) => {
  test.each(['leaves', 'is removed', 'becomes a relative'] as const)(
    '%s: what they wrote stays as it is for readers, and theirs to read',
    async (way) => {
      const story = await told(open);
      const { site, aunt, mother, father, ways } = story;
      expect(await titles(story, aunt)).toEqual([]);
      await ways[way]();
      await site.work();
      expect(await titles(story, aunt)).toEqual(['Not yet', 'Only mine', 'Your blanket']);
      for (const other of [mother, father]) expect(await titles(story, other)).toEqual([]);
      expect((await site.request('/wren/your-blanket')).status).toBe(200);
    },
  );

  test('is waited for by nobody, and nothing of theirs goes out later', async () => {
    const { site, memorial, mother, aunt, draft, ways, write, reader, now } = await told(open);
    const { draft: words } = await findDrafts(reader, draft.id);
    const signature = { personId: mother.id, as: nora.signsAs };
    const hers = await site.letter(memorial, mother, { published: false });
    const { draft: her } = await findDrafts(reader, hers.id);
    await write(async (tx) => {
      const asked = { ...words!, signed: [...words!.signed, signature] };
      await saveDraft(tx, asked, aunt.id);
      await askToSign(tx, draft, { words: asked, signature }, now);
      await askParents(tx, draft, { revision: draft.revision, audience: 'everyone' }, now);
      await askToSign(tx, hers, { words: her!, signature: { personId: aunt.id, as: ines.signsAs } }, now);
      await saveSchedule(tx, {
        tributeId: draft.id,
        askedBy: aunt.id,
        askedAt: now,
        local: '2024-03-01T07:00',
        zone: 'Europe/Berlin',
        dueAt: '2024-03-01T06:00:00.000Z',
        audience: 'only-us',
        words: words!,
        opening: undefined,
        missedAt: undefined,
      });
    });
    await ways.leaves();
    await site.work();
    const left = await Promise.all(
      (['signing', 'approval', 'schedule'] as const).map((table) =>
        reader.selectFrom(table).select('tribute_id').execute(),
      ),
    );
    expect(left).toEqual([[], [], []]);
    const home = decoded((await site.request('/home', { as: mother })).text);
    expect(home).not.toContain('Ines Vale');
  });

  test('takes their name away from under words of others, which stay as they are', async () => {
    const { site, memorial, id, mother, aunt, ways, write, reader, now } = await told(open);
    const letter = await site.letter(memorial, mother, { title: 'From all of us', audience: 'everyone' });
    const current = (await findVersion(reader, letter.id, 1))!;
    const signature = { personId: aunt.id, as: ines.signsAs };
    await write(async (tx) => {
      await askToSign(tx, letter, { words: current, signature }, now);
      const { draft: none } = await findDrafts(tx, letter.id);
      expect(none).toBeUndefined();
      await sign(tx, aunt, { tributeId: letter.id, sha256: sealOf(current) }, now);
    });
    const page = async () => decoded((await site.request('/wren/from-all-of-us')).text);
    expect(await page()).toContain('Aunt Ines');
    await ways['is removed']();
    expect(await page()).toContain('Aunt Ines');
    const path = `/home/kept/names?family=${id}&_method=delete`;
    const { fields } = formTo((await site.request('/home/kept', { as: aunt })).text, path);
    expect((await site.request(path, { as: mother, form: fields })).status).toBe(404);
    expect((await site.request(path, { as: aunt, form: fields })).location).toBe('/home/kept');
    expect(await page()).not.toContain('Aunt Ines');
    expect(await page()).toContain('Dear Wren');
    expect((await site.request('/home/kept', { as: aunt })).text).not.toContain(path.split('&')[0]);
  });
});

test('reads and takes out what was only theirs, with its photographs; nobody else finds it there', async () => {
  const { site, aunt, mother, own, photographId, ways } = await told();
  const path = `/home/kept/${own.id}`;
  const picture = `${path}/photographs/${photographId}/480.jpeg`;
  expect((await site.request(path, { as: aunt })).status).toBe(404);
  await ways.leaves();
  const home = decoded((await site.request('/home', { as: aunt })).text);
  expect(home).toContain('href="/home/kept"');
  expect(home).not.toContain('Not yet');
  const page = await site.request(path, { as: aunt });
  expect(decoded(page.text)).toContain('zanzibar');
  expect((await site.request(picture, { as: aunt })).text).toBe('a blanket');
  const text = await site.request('/home/kept/words.txt', { as: aunt });
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(text.text).toContain('Dear Wren,\n\n  zanzibar.');
  expect(text.text).toContain('Not yet');
  for (const visitor of [mother, await site.person({ name: 'A stranger' })]) {
    for (const to of [path, picture]) expect((await site.request(to, { as: visitor })).status).toBe(404);
    expect((await site.request('/home/kept/words.txt', { as: visitor })).text).not.toContain('zanzibar');
  }
  // Nothing else of the family is theirs any more.
  expect((await site.request(`/home/tributes/${own.id}`, { as: aunt })).location).toBe(path);
  for (const to of [`/home/tributes/${own.id}/preview`, `/home/photographs/${photographId}/480.jpeg`])
    expect([to, (await site.request(to, { as: aunt })).status]).toEqual([to, 404]);
  // What everyone reads is for her as for everyone.
  expect((await site.request('/with/wren', { as: aunt })).text).not.toContain('zanzibar');
});

test('takes back from readers what they had published, and nobody else can', async () => {
  const { site, aunt, mother, published, ways } = await told();
  await ways['is removed']();
  const path = `/home/kept/${published.id}`;
  const back = `${path}/publication?_method=delete`;
  expect((await site.request(back, { as: mother, form: {} })).status).toBe(404);
  const { fields } = formTo((await site.request(path, { as: aunt })).text, back);
  expect((await site.request(back, { as: aunt, form: fields })).location).toBe(path);
  expect((await site.request('/wren/your-blanket')).status).toBe(404);
  expect((await site.request(path, { as: aunt })).text).toContain('Only you can see this.');
  expect((await site.request(back, { as: aunt, form: fields })).location).toBe(path);
});

test('throws it away, finds it in the bin for thirty days, brings it back, and erases it', async () => {
  const { site, aunt, mother, own, ways, reader } = await told();
  await ways.leaves();
  const bin = `/home/tributes/${own.id}/bin`;
  expect((await site.request(bin, { as: mother, form: {} })).status).toBe(404);
  const { fields } = formTo((await site.request(`/home/kept/${own.id}`, { as: aunt })).text, bin);
  expect((await site.request(bin, { as: aunt, form: fields })).location).toBe('/home/bin');
  expect((await site.request(`/home/kept/${own.id}`, { as: aunt })).status).toBe(404);
  expect((await site.request('/home/bin', { as: aunt })).text).toContain('Only mine');
  const back = await site.request(`${bin}?_method=delete`, { as: aunt, form: {} });
  expect(back.location).toBe(`/home/kept/${own.id}`);
  expect((await site.request(`/home/kept/${own.id}`, { as: aunt })).status).toBe(200);
  await site.request(bin, { as: aunt, form: {} });
  const erasure = `/home/tributes/${own.id}/erasure`;
  expect((await site.request(erasure, { as: aunt })).status).toBe(200);
  expect((await site.request(erasure, { as: aunt, form: {} })).location).toBe('/home/bin');
  const rows = await reader.selectFrom('tribute').select('id').where('id', '=', own.id).execute();
  expect(rows).toEqual([]);
});

test('goes on typing on a sheet that was still open: every word is kept, for them alone', async () => {
  const { site, aunt, mother, draft, ways } = await told();
  const sheet = `/home/tributes/${draft.id}/draft`;
  const open = formTo((await site.request(`/home/tributes/${draft.id}`, { as: aunt })).text, sheet);
  await ways['is removed']();
  const form = { ...open.fields, text: 'What I was\n  still writing.' };
  expect((await site.request(sheet, { as: mother, form })).status).toBe(404);
  const kept = await site.request(sheet, { as: aunt, form });
  expect(kept.location).toBe(`/home/kept/${draft.id}`);
  const page = await site.request(kept.location ?? '', { as: aunt });
  expect(textOf(page.text, 'words')).toBe('What I was\n  still writing.');
  const again = { ...form, text: 'And on.' };
  const json = await site.request(sheet, { as: aunt, form: again, headers: { accept: 'application/json' } });
  expect(JSON.parse(json.text)).toMatchObject({ kept: 'draft' });
  expect((await site.request(sheet.replace('/draft', '/publication'), { as: aunt })).status).toBe(404);
});
