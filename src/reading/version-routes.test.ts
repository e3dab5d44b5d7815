import { beforeEach, describe, expect, test } from 'vitest';
import { change } from '#test/changed.ts';
import { scenario } from '#test/scenario.ts';
import { textOf } from '#test/html.ts';
import { type Family, type World, world } from '#test/world.ts';
import type { Tribute } from '#tributes/tribute.ts';

let site: World;
let wrens: Family;
beforeEach(async () => {
  site = await world();
  wrens = await site.family();
  await site.opened(wrens.memorial);
});

describe('a letter that was changed for everyone', () => {
  let letter: Tribute;
  beforeEach(async () => {
    letter = await site.letter(wrens.memorial, wrens.mother, {
      title: 'A year of you',
      text: 'Nobody said it goes down.\n\nInto the snow.',
      audience: 'everyone',
    });
    await change(
      site,
      letter,
      { title: 'A year of you', text: 'Nobody said it goes down into the garden.\n\nInto the snow.' },
      'everyone',
    );
  });

  test('says so, and leads to the earlier words, in both languages', async () => {
    await scenario(site, {
      get: '/wren/a-year-of-you',
      expect: {
        status: 200,
        contains: ['<a href="/wren/a-year-of-you/versions/1">changed on Thursday, 15 February 2024</a>'],
      },
    });
    const { text } = await scenario(site, {
      get: '/wren/a-year-of-you/versions/1',
      expect: {
        status: 200,
        contains: [
          'These are earlier words, as they were published on Wednesday, 14 February 2024',
          'content="noindex, noarchive"',
          'href="/wren/a-year-of-you"',
        ],
        headers: { 'cache-control': 'public, max-age=0, must-revalidate, s-maxage=5' },
      },
    });
    expect(textOf(text, 'words')).toBe('Nobody said it goes down.\n\nInto the snow.');
    await scenario(site, {
      get: '/ar/wren/a-year-of-you/versions/1',
      expect: {
        status: 200,
        contains: [
          '<html lang="ar" dir="rtl"',
          'هذه كلمات سابقة',
          'href="/ar/wren/a-year-of-you/versions/2"',
        ],
      },
    });
    await scenario(site, {
      get: '/en/wren/a-year-of-you/versions/2',
      expect: { status: 301, location: '/wren/a-year-of-you/versions/2' },
    });
    await scenario(site, {
      get: '/wren/a-year-of-you/versions/2',
      expect: { status: 200, contains: ['They have not been changed since.'] },
    });
  });

  test('has no other versions than it has', async () => {
    const never = await site.request('/wren/a-year-of-you/versions/3');
    for (const number of ['0', '-1', '01x', 'x', '1e0', '99999999999', '%31%00'])
      expect([number, (await site.request(`/wren/a-year-of-you/versions/${number}`)).status]).toEqual([
        number,
        404,
      ]);
    expect([never.status, (await site.request('/wren/never-was/versions/1')).text]).toEqual([
      404,
      never.text,
    ]);
  });

  test('is compared word by word by its family, and said to whoever hears the page', async () => {
    await scenario(site, {
      as: wrens.father,
      get: `/home/tributes/${letter.id}/versions`,
      expect: {
        status: 200,
        contains: ['1 · Wednesday, 14 February 2024', '2 · Thursday, 15 February 2024', 'Published by Mama.'],
      },
    });
    const { text } = await scenario(site, {
      as: wrens.father,
      get: `/home/tributes/${letter.id}/comparison?earlier=2&later=1`,
      expect: { status: 200 },
    });
    const came = /<ins class="altered"><span[^>]*> new here: <\/span>([^<]*)</.exec(
      text.split('words compared')[1]!,
    );
    expect(came?.[1]).toBe(' into the garden');
    expect(text.split('words compared')[1]).not.toContain('<del');
    for (const query of ['?earlier=1&later=9', '?earlier=x&later=1', '?earlier=1'])
      expect(
        (await site.request(`/home/tributes/${letter.id}/comparison${query}`, { as: wrens.father })).status,
      ).toBe(404);
  });

  test('is nothing to anybody else, withdrawn it is its writer’s alone', async () => {
    const other = await site.person({ name: 'Somebody else' });
    const liv = await site.joins(wrens.id, 'relative', { name: 'Liv' });
    for (const who of [other, liv])
      for (const part of ['versions', 'versions/1', 'comparison'])
        expect((await site.request(`/home/tributes/${letter.id}/${part}`, { as: who })).status).toBe(404);
    await site.request(`/home/tributes/${letter.id}/publication?_method=delete`, {
      as: wrens.mother,
      form: {},
    });
    expect((await site.request('/wren/a-year-of-you/versions/1')).status).toBe(404);
    expect((await site.request(`/home/tributes/${letter.id}/versions/1`, { as: wrens.father })).status).toBe(
      404,
    );
    expect((await site.request(`/home/tributes/${letter.id}/versions/1`, { as: wrens.mother })).status).toBe(
      200,
    );
  });
});

describe('words that were for only us', () => {
  test('stay that when a later version is for everyone, in every place that could show them', async () => {
    const letter = await site.letter(wrens.memorial, wrens.mother, {
      title: 'The room',
      text: 'zanzibar: the cause, and the doctor’s name.',
      audience: 'only-us',
    });
    await change(site, letter, { title: 'The room', text: 'There was a radiator that sang.' }, 'everyone');
    for (const path of [
      '/wren/the-room',
      '/ar/wren/the-room',
      '/wren',
      '/wren/feed.atom',
      '/wren/the-room/versions/2',
    ]) {
      const { status, text } = await site.request(path);
      expect([path, status, /zanzibar|versions\/1/.test(text)]).toEqual([path, 200, false]);
    }
    // Nobody read the earlier words, so for them nothing was changed.
    expect((await site.request('/wren/the-room')).text).not.toContain('changed on');
    for (const path of ['/wren/the-room/versions/1', '/ar/wren/the-room/versions/1']) {
      const hidden = await site.request(path);
      const never = await site.request(path.replace('versions/1', 'versions/7'));
      expect([hidden.status, hidden.text]).toEqual([404, never.text]);
      expect([...hidden.headers]).toEqual([...never.headers]);
    }
    expect(
      (await site.request(`/home/tributes/${letter.id}/versions/1`, { as: wrens.father })).text,
    ).toContain('zanzibar');
    expect(
      (await site.request(`/home/tributes/${letter.id}/versions`, { as: wrens.mother })).text,
    ).not.toContain('/wren/the-room/versions/1');
  });

  test('and those for only me are not even the other parent’s', async () => {
    const letter = await site.letter(wrens.memorial, wrens.mother, { text: 'zanzibar', audience: 'only-me' });
    await change(site, letter, { text: 'For both of us.' }, 'only-us');
    for (const part of ['versions', 'versions/2']) {
      const { status, text } = await site.request(`/home/tributes/${letter.id}/${part}`, {
        as: wrens.father,
      });
      expect([part, status, /zanzibar|versions\/1/.test(text)]).toEqual([part, 200, false]);
    }
    for (const part of ['versions/1', 'comparison?earlier=1&later=2'])
      expect((await site.request(`/home/tributes/${letter.id}/${part}`, { as: wrens.father })).status).toBe(
        404,
      );
  });

  test('a page that rests, or is closed, has no versions for readers', async () => {
    const letter = await site.letter(wrens.memorial, wrens.mother, {
      title: 'One',
      text: 'One',
      audience: 'everyone',
    });
    await change(site, letter, { title: 'One', text: 'Two' }, 'everyone');
    expect((await site.request('/wren/one/versions/1')).status).toBe(200);
    await site.request(`/home/memorials/${wrens.memorial.id}/opening?_method=delete`, {
      as: wrens.mother,
      form: {},
    });
    expect((await site.request('/wren/one/versions/1')).status).toBe(404);
  });
});

test('a photograph that was taken out, or covered since, is so in earlier words too', async () => {
  const [stays, gone] = [
    await site.photograph(wrens.id, wrens.mother, 'stays'),
    await site.photograph(wrens.id, wrens.mother, 'gone'),
  ];
  const letter = await site.letter(wrens.memorial, wrens.mother, {
    title: 'Hands',
    text: 'Your hands.',
    audience: 'everyone',
    photographs: [stays.id, gone.id],
  });
  const placed = { photographId: stays.id, after: 0, caption: '', alternative: '' };
  await change(
    site,
    letter,
    { title: 'Hands', text: 'Your hands.', photographs: [{ ...placed, cover: 'Her hands' }] },
    'everyone',
  );
  const { text } = await site.request('/wren/hands/versions/1');
  expect(text).toContain('Her hands');
  expect(new Set(text.match(/\/pictures\/[\w-]+/g)).size).toBe(1);
  const uses = await site.database.reader.selectFrom('picture_use').select('photograph_id').execute();
  expect(uses.map((use) => use.photograph_id)).toEqual([stays.id]);
});
