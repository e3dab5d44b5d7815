import { expect, test } from 'vitest';
import { asItIsNow } from '#memorials/kept-memorial.ts';
import { closeMemorial } from '#memorials/open.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { keepPress } from '#test/for-press.ts';
import { formTo } from '#test/html.ts';
import { press as send } from '#test/press.ts';
import { type Open, type Visitor, world } from '#test/world.ts';
import { listCorrections, listShownCorrections, listTold } from '#press/corrections.ts';

/** A family whose page for the press is on. */
async function told(open?: Open) {
  const site = await world(open ? { open } : {});
  const family = await site.family();
  const { mother, memorial } = family;
  await site.opened(memorial);
  await keepPress(site, memorial, mother);
  return { site, ...family, home: `/home/memorials/${memorial.id}` };
}

eachDatabase('corrections', (open) => {
  test('a correction that a reader tells is read first by the doorkeeper, and decided by the parents', async () => {
    const { site, id, mother, memorial, home } = await told(open);
    const { reader } = site.database;
    const jo = await site.joins(id, 'doorkeeper', { name: 'Jo' });
    const ada = await site.joins(id, 'keeper', { name: 'Ada' });
    const tell = (printed: string) =>
      site.request('/to/wren/correction', {
        form: {
          publication: 'The Harbour Post',
          url: '',
          printed,
          contact: 'A reader, reader@family.example',
        },
      });
    for (const printed of ['the first', 'the second']) {
      const answer = await tell(printed);
      expect([answer.status, answer.location]).toEqual([303, '/to/wren/correction/thanks?in=en']);
      expect(answer.headers.getSetCookie()).toEqual([]);
      site.clock.advance({ minutes: 1 });
    }
    const list = async (as: Visitor, query = '') =>
      (await site.request(`${home}/corrections${query}`, { as })).text;
    expect(await list(mother)).not.toContain('the first');
    expect(await list(mother, '?unread')).toContain('the first');
    const waits = async (as: Visitor) =>
      (await site.request('/home', { as })).text.includes('Somebody told you of words for Wren');
    expect(await waits(mother)).toBe(false);
    expect((await site.request(`${home}/corrections`, { as: ada })).status).toBe(404);
    expect((await site.request('/home', { as: jo })).text).toContain(`${home}/corrections`);
    expect(await list(jo)).toContain('the first');
    const [second, first] = await listTold(reader, memorial.id, 'held');
    const screening = (one: { id: string } | undefined) => `${home}/corrections/${one?.id}/screening`;
    expect((await site.request(screening(first), { as: ada, form: { does: 'pass' } })).status).toBe(404);
    expect((await site.request(screening(first), { as: jo, form: { does: 'pass' } })).status).toBe(303);
    expect((await site.request(screening(second), { as: jo, form: { does: 'decline' } })).status).toBe(303);
    expect(await list(mother)).toContain('the first');
    expect(await list(mother)).not.toContain('the second');
    expect([await waits(mother), await waits(ada), await waits(jo)]).toEqual([true, false, false]);
    const decided = `${home}/corrections/${first?.id}`;
    expect((await site.request(decided, { as: jo })).status).toBe(404);
    const form = formTo((await site.request(decided, { as: mother })).text, decided);
    const made = { 'should-be': 'She was born still.', state: 'made', shown: 'yes' };
    expect((await send(site, mother, form, made)).status).toBe(303);
    const page = await site.request('/wren/words/press');
    expect(page.text).toContain('She was born still.');
    // Whoever told of it, and how to reach them, stays with the family.
    expect(page.text).not.toContain('reader@family.example');
    await site.database.write(async (tx) => closeMemorial(tx, await asItIsNow(tx, memorial)));
    expect((await site.request(`${home}/corrections`, { as: jo })).status).toBe(404);
    expect((await site.request(screening(second), { as: jo, form: { does: 'pass' } })).status).toBe(404);
    expect(await listTold(reader, memorial.id, 'passed')).toEqual([]);
    expect(await listCorrections(reader, memorial.id)).toHaveLength(1);
    expect(await listShownCorrections(reader, memorial.id)).toMatchObject([
      { state: 'made', printed: 'the first' },
    ]);
  });

  test('without a doorkeeper the parents read what readers tell; nobody else does', async () => {
    const { site, mother, home } = await told(open);
    const others = await site.family(
      { ...nora, email: 'nell@other.example' },
      { ...elias, email: 'edgar@other.example' },
    );
    await site.request('/to/wren/correction', {
      form: { publication: 'The Harbour Post', url: '', printed: 'zanzibar', contact: '' },
    });
    expect((await site.request(`${home}/corrections`, { as: mother })).text).toContain('zanzibar');
    const { text: waiting } = await site.request('/home', { as: mother });
    expect(waiting).toContain('Somebody told you of words for Wren');
    expect(waiting).not.toContain('zanzibar');
    expect((await site.request('/wren/words/press')).text).not.toContain('zanzibar');
    expect((await site.request(`${home}/corrections`, { as: others.mother })).status).toBe(404);
    expect((await site.request(`${home}/press`, { as: others.mother })).status).toBe(404);
  });
});

test('one address can tell ten corrections within an hour, and an address elsewhere is never more than text', async () => {
  const { site, mother, home } = await told();
  const tell = (count: number, from: string) =>
    site.request('/to/wren/correction', {
      form: {
        publication: `<b>${count}</b>`,
        url: 'https://harbour.example/?q=<script>',
        printed: '\u202ezanzibar</blockquote>',
        contact: '',
      },
      from,
    });
  const statuses = [];
  for (let count = 0; count < 11; count++) statuses.push((await tell(count, '203.0.113.7')).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429]);
  expect((await tell(11, '203.0.113.8')).status).toBe(303);
  const list = (await site.request(`${home}/corrections`, { as: mother })).text;
  expect(list).not.toContain('href="https://harbour.example');
  expect(list).not.toContain('<b>');
});

test('a wrong quotation that was checked is brought along to telling it, and kept only once it is sent', async () => {
  const { site, mother, memorial, home } = await told();
  await site.letter(memorial, mother, {
    text: 'We came home with empty arms, and it snowed.',
    audience: 'everyone',
  });
  const printed = 'We came home with "full" arms,\n\nand it <b>snowed</b>.';
  const checked = async (from: string) =>
    formTo(
      (await site.request('/wren/words/check', { form: { text: printed, from } })).text,
      '/to/wren/correction?in=en',
    );
  const before = await site.rows();
  const bring = async (from: string) => send(site, site.stranger(), await checked(from));
  const page = await bring('https://harbour.example/wren?x=1');
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(page.headers.getSetCookie()).toEqual([]);
  expect(page.text).not.toContain('class="wrong"');
  const form = formTo(page.text, '');
  expect(form.fields).toMatchObject({ printed, url: 'https://harbour.example/wren?x=1', publication: '' });
  expect(formTo((await bring('The Harbour Post, page 3')).text, '').fields).toMatchObject({
    url: '',
    publication: 'The Harbour Post, page 3',
  });
  expect(await site.rows()).toBe(before);
  const correction = { ...form, action: '/to/wren/correction?in=en' };
  const refused = await send(site, site.stranger(), correction);
  expect(refused.status).toBe(422);
  expect(formTo(refused.text, '').fields).toMatchObject({ printed, url: form.fields['url'] });
  const sent = await send(site, site.stranger(), correction, { publication: 'The Harbour Post' });
  expect(sent.status).toBe(303);
  expect((await site.request(`${home}/corrections`, { as: mother })).text).toContain('&lt;b&gt;snowed');
});

test('as much as can be checked can be told', async () => {
  const { site, mother, memorial } = await told();
  await site.letter(memorial, mother, { text: 'And it snowed.', audience: 'everyone' });
  const printed = 'It did not snow. '.repeat(2900);
  const answer = await site.request('/wren/words/check', { form: { text: printed, from: '' } });
  const form = formTo(answer.text, '/to/wren/correction?in=en');
  const page = await send(site, site.stranger(), form);
  const correction = { ...formTo(page.text, ''), action: '/to/wren/correction?in=en' };
  const sent = await send(site, site.stranger(), correction, { publication: 'The Harbour Post' });
  expect(sent.status).toBe(303);
});

test('whoever checked a wrong quotation is led to telling it, while the page for the press is on', async () => {
  const { site, mother, memorial } = await told();
  await site.letter(memorial, mother, {
    text: 'We came home with empty arms, and it snowed.',
    audience: 'everyone',
  });
  const leads = async (text: string) =>
    (await site.request('/wren/words/check', { form: { text, from: '' } })).text.includes(
      '/to/wren/correction',
    );
  const wrong = 'We came home with full arms, and it snowed.';
  expect(await leads(wrong)).toBe(true);
  expect(await leads('We came home with empty arms, and it snowed.')).toBe(false);
  await keepPress(site, memorial, mother, { shown: false });
  expect(await leads(wrong)).toBe(false);
});
