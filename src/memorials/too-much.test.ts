import { describe, expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { atChildForm, dayFields, everything } from '#test/child-form.ts';
import { errorAt, formTo } from '#test/html.ts';

const say = sayIn('en');

describe('too much of everything', () => {
  test('forty names in twelve scripts, each as it was typed', async () => {
    const { site, keep, send, now } = await atChildForm();
    const scripts = 'Zoë נור نور 鷦鷯 नूर Нора Σοφία ნინო Նուռ 나라 ฝน ኑር'.split(' ');
    const names = Array.from({ length: 40 }, (_, at) => `${scripts[at % 12]!} ${at}`);
    await keep(Object.fromEntries(names.map((name, at) => [`name-${at}`, name])));
    expect((await now()).names.map(({ name }) => name)).toEqual(names);
    await send('/opening', { audience: 'everyone', address: 'wren', ...everything });
    const page = (await site.request('/ar/wren')).text;
    for (const name of names) expect(page).toContain(`<bdi>${name}</bdi>`);
  });

  test('a hundred other days are kept, and folded on the page', async () => {
    const { site, keep, send, now, shown } = await atChildForm();
    const days = Array.from({ length: 100 }, (_, at) =>
      dayFields(`new-${at}`, String(1900 + at), { words: `day ${at}` }),
    );
    await keep(Object.assign(dayFields('born', '2023'), ...days));
    const kept = await now();
    expect(kept.days).toHaveLength(101);
    await send('/child', await shown());
    expect(await now()).toEqual(kept);
    await send('/opening', { audience: 'everyone', address: 'wren', ...everything });
    const page = (await site.request('/wren')).text;
    expect(page).toMatch(/<details class="more-days">[^]*day 99/);
    expect(page.indexOf('born in')).toBeLessThan(page.indexOf('<details'));
  });

  test('a name of a megabyte is refused by its field, and nothing else that was typed is lost', async () => {
    const { keep, now, home } = await atChildForm();
    const before = await now();
    const form = {
      'name-0': 'N'.repeat(1024 * 1024),
      'name-1': 'نور',
      ...dayFields('new-a', '2022', { words: 'the first snow', place: 'the hill' }),
      'sibling-new-a-name': 'Juno',
      loss: 'stillborn',
    };
    const answer = await keep(form);
    expect([answer.status, errorAt(answer.text, 'name-0')]).toEqual([
      422,
      say('error.too-long', { most: '200' }),
    ]);
    expect(formTo(answer.text, `${home}/child`).fields).toMatchObject({ ...form });
    expect(await now()).toEqual(before);
  });

  test('two children of one name: each has an address of its own', async () => {
    const { site, send } = await atChildForm();
    const other = await site.family({ name: 'Ines' }, { name: 'Omar' });
    expect((await send('/opening', { audience: 'everyone', address: 'wren' })).status).toBe(303);
    const opening = `/home/memorials/${other.memorial.id}/opening`;
    const refused = await site.request(opening, {
      as: other.mother,
      form: { audience: 'everyone', address: 'Wren' },
    });
    expect([refused.status, errorAt(refused.text, 'address')]).toEqual([422, say('error.address-taken')]);
    const second = await site.request(opening, {
      as: other.mother,
      form: { audience: 'everyone', address: 'Wren 2' },
    });
    expect(second.status).toBe(303);
    expect((await site.memorialNow(other.memorial)).address).toBe('wren-2');
  });
});
