import { expect, test } from 'vitest';
import { ines } from '#test/cast.ts';
import { decoded, errorAt, formTo } from '#test/html.ts';
import { scenario } from '#test/scenario.ts';
import { world } from '#test/world.ts';
import { findDrafts, saveDraft } from '#tributes/writing/drafts.ts';

/** Ines keeps Wren's page with the parents; nobody but them has seen it. */
async function told() {
  const site = await world();
  const wrens = await site.family();
  const aunt = await site.joins(wrens.id, 'keeper', ines);
  const { id: photographId } = await site.photograph(wrens.id, aunt, 'the blanket I made');
  const letter = await site.letter(wrens.memorial, aunt, {
    title: 'Your blanket',
    text: 'I was not ready.\n  Nobody was.',
    published: false,
    photographs: [photographId],
  });
  const path = `/home/tributes/${letter.id}`;
  const revision = async () => String((await site.tributeNow(letter)).revision);
  const sheet = async (as = aunt) => decoded((await site.request(`${path}/publication`, { as })).text);
  const asks = async () =>
    site.request(`${path}/approval`, { as: aunt, form: formTo(await sheet(), `${path}/approval`).fields });
  return { site, ...wrens, aunt, letter, path, photographId, revision, sheet, asks };
}

test('a keeper publishes for the family at once, and for more only by asking', async () => {
  const { site, aunt, path, revision, sheet, memorial } = await told();
  const page = await sheet();
  expect(page).not.toContain('value="everyone"');
  expect(page).toContain('Ask the parents to publish it');
  const form = { address: 'wren', 'shows-name': 'yes', revision: await revision() };
  for (const when of [
    {},
    {
      when: 'at',
      'at-year': '2030',
      'at-month': '1',
      'at-day': '1',
      'at-time': '10:00',
      zone: 'Europe/Berlin',
    },
  ]) {
    const before = await site.rows();
    const wide = await site.request(`${path}/publication`, {
      as: aunt,
      form: { ...form, ...when, audience: 'everyone' },
    });
    expect(wide.status).toBe(422);
    expect(errorAt(wide.text, 'audience')).toContain('a parent publishes it');
    expect(await site.rows()).toBe(before);
  }
  expect((await site.memorialNow(memorial)).audience).toBe('only-us');
  for (const audience of ['only-me', 'only-us']) {
    const answer = await site.request(`${path}/publication`, {
      as: aunt,
      form: { audience, revision: await revision() },
    });
    expect(answer.status).toBe(303);
  }
  expect((await site.request('/wren/your-blanket')).status).toBe(404);
});

test('each parent finds it at home, reads it as readers will, and publishes it with the opening', async () => {
  const { site, asks, mother, father, path, photographId, sheet, memorial, letter } = await told();
  expect((await asks()).location).toBe(`${path}/publication`);
  expect(await sheet()).toContain('The parents are asked to publish it');
  for (const parent of [mother, father]) {
    const home = decoded((await site.request('/home', { as: parent })).text);
    expect(home).toContain('Ines Vale has written something for Wren and asks you to publish it');
    expect(home).toContain(`${path}/approval`);
  }
  const page = await site.request(`${path}/approval`, { as: father });
  expect(decoded(page.text)).toContain('  Nobody was.');
  const picture = await site.request(`${path}/asked/${photographId}/480.jpeg`, { as: father });
  expect([picture.status, picture.text]).toEqual([200, 'the blanket I made']);
  const { fields } = formTo(page.text, `${path}/approval/publication`);
  const unanswered = { ...fields };
  delete unanswered['audience'];
  const none = await site.request(`${path}/approval/publication`, { as: father, form: unanswered });
  expect([none.status, errorAt(none.text, 'audience')]).toEqual([422, 'Please choose who may see it.']);
  const bad = { ...fields, audience: 'everyone', address: 'home' };
  const taken = await site.request(`${path}/approval/publication`, { as: father, form: bad });
  expect([taken.status, (await site.memorialNow(memorial)).audience]).toEqual([422, 'only-us']);
  const good = { ...fields, audience: 'everyone', address: 'wren', 'shows-name': 'yes' };
  await scenario(site, {
    as: father,
    post: `${path}/approval/publication`,
    form: good,
    expect: { status: 303, location: `/home/memorials/${memorial.id}` },
  });
  expect((await site.request('/wren/your-blanket')).text).toContain('  Nobody was.');
  expect((await site.request(`${path}/approval`, { as: mother })).status).toBe(404);
  // Sent twice, it is done once.
  const again = await site.request(`${path}/approval/publication`, { as: father, form: good });
  expect([again.status, again.location]).toEqual([303, `/home/memorials/${memorial.id}`]);
  expect((await site.tributeNow(letter)).version).toBe(1);
});

test('given back with a note, the keeper finds it at their sheet and on their home', async () => {
  const { site, asks, mother, aunt, path, sheet } = await told();
  await asks();
  const note = 'Not the nurse’s name,\nplease. <3';
  const long = await site.request(`${path}/approval/return`, {
    as: mother,
    form: { note: 'x'.repeat(2001) },
  });
  expect([long.status, errorAt(long.text, 'note')?.includes('2,000')]).toEqual([422, true]);
  expect(formTo(long.text, `${path}/approval/return`).fields['note']).toHaveLength(2001);
  await scenario(site, {
    as: mother,
    post: `${path}/approval/return`,
    form: { note },
    expect: { status: 303, location: '/home' },
  });
  expect(await sheet()).toContain('Nora Lind has given this back to you');
  expect(await sheet()).toContain(note);
  const home = decoded((await site.request('/home', { as: aunt })).text);
  expect(home).toContain('Nora Lind gave back to you what you wrote for Wren');
  expect((await site.request(`${path}/approval`, { as: mother })).status).toBe(404);
});

test('the keeper stops asking, and a parent asks nobody', async () => {
  const { site, asks, aunt, mother, path, memorial } = await told();
  await asks();
  const stop = await site.request(`${path}/approval`, { as: aunt, method: 'DELETE', form: {} });
  expect(stop.status).toBe(303);
  expect((await site.request(`${path}/approval`, { as: mother })).status).toBe(404);
  const own = await site.letter(memorial, mother, { published: false });
  const asking = { as: mother, form: { revision: '1' } };
  expect((await site.request(`/home/tributes/${own.id}/approval`, asking)).status).toBe(404);
  expect((await site.request(`/home/tributes/${own.id}/publication`, { as: mother })).text).not.toContain(
    'Ask the parents',
  );
});

test('a page from before the last change asks nobody and says why', async () => {
  const { site, aunt, path } = await told();
  const answer = await site.request(`${path}/approval`, { as: aunt, form: { revision: '0' } });
  expect(answer.location).toBe(`${path}/publication?not-asked=changed-since`);
  expect((await site.request(answer.location!, { as: aunt })).text).toContain(
    'were changed after this page was opened',
  );
});

test('a parent cannot change what a keeper wrote, nor take it back or away', async () => {
  const { site, asks, mother, path, revision } = await told();
  await asks();
  const before = await site.rows();
  const form = { title: '', text: 'Other words', revision: await revision(), audience: 'everyone' };
  for (const part of ['/draft', '/publication', '/publication?_method=delete', '/approval?_method=delete'])
    expect([part, (await site.request(`${path}${part}`, { as: mother, form })).status]).toEqual([part, 404]);
  expect(await site.rows()).toBe(before);
});

test('a parent reads it with the names of those who agreed, and not with their own before they did', async () => {
  const { site, mother, aunt, path, letter, asks } = await told();
  const { draft } = await findDrafts(site.database.reader, letter.id);
  const signed = [...draft!.signed, { personId: mother.id, as: 'Mama' }];
  await site.database.write((tx) => saveDraft(tx, { ...draft!, signed }, aunt.id));
  await asks();
  const { text } = await site.request(`${path}/approval`, { as: mother });
  expect(/<p class="signed"[^>]*>(.*?)<\/p>/.exec(text)?.[1]).toBe(aunt.name);
});
