import { beforeEach, describe, expect, test } from 'vitest';
import { formTo } from '#test/html.ts';
import { scenario } from '#test/scenario.ts';
import { type Family, type World, world } from '#test/world.ts';
import { withdrawTribute } from '#tributes/publishing/publish.ts';

let site: World;
let wrens: Family;
const everyone = { audience: 'everyone' } as const;

beforeEach(async () => {
  site = await world();
  wrens = await site.family();
  await site.opened(wrens.memorial);
});

describe('the story', () => {
  test('is one page for everybody, without what is for fewer and without a trace of it', async () => {
    const { memorial, mother } = wrens;
    const nothing = await site.request('/wren/nothing-here');
    for (const path of ['/wren/story', '/ar/wren/story']) {
      const { status, text } = await site.request(path);
      expect([status, text]).toEqual([404, path.startsWith('/ar') ? text : nothing.text]);
    }
    const chapter = (title: string, audience: 'only-us' | 'everyone') =>
      site.letter(memorial, mother, { kind: 'chapter', title, text: `Text of ${title}.`, audience });
    await chapter('The morning', 'everyone');
    const before = await site.request('/wren/story');
    const page = await site.request('/wren/the-morning');
    const hidden = await chapter('The room', 'only-us');
    expect((await site.request('/wren/story')).text).toBe(before.text);
    expect((await site.request('/wren/the-morning')).text).toBe(page.text);
    await chapter('The evening', 'everyone');
    await scenario(site, {
      get: '/ar/wren/story',
      expect: {
        status: 200,
        contains: ['قصة \u2068Wren\u2069', 'The morning', 'Text of The evening.'],
        notContains: ['The room'],
      },
    });
    await scenario(site, {
      get: '/wren/the-evening',
      expect: {
        status: 200,
        contains: ['rel="prev"', '/wren/story', '/wren/the-morning'],
        notContains: ['The room'],
      },
    });
    await scenario(site, {
      as: mother,
      get: `/home/memorials/${memorial.id}/the-evening`,
      expect: { status: 200, contains: ['The room'] },
    });
    await site.database.write((tx) => withdrawTribute(tx, hidden, site.clock.now()));
  });

  test('is put in order by the family, once for each form', async () => {
    const { memorial, mother } = wrens;
    for (const title of ['One', 'Two', 'Three'])
      await site.letter(memorial, mother, { kind: 'chapter', title, ...everyone });
    const inOrder = async () =>
      [...(await site.request('/wren/story')).text.matchAll(/\/wren\/(one|two|three)"/g)].map(
        ([, title]) => title,
      );
    // Those of one millisecond have no order of their own.
    const [first, second, third] = await inOrder();
    const path = `/home/memorials/${memorial.id}/story`;
    const { text } = await site.request(path, { as: mother });
    const form = formTo(text, `${path}/order`);
    expect(form.fields['to']).toBeUndefined();
    const sent = { ...form.fields, to: 'later' };
    for (const _ of [1, 2])
      await scenario(site, {
        as: mother,
        post: `${path}/order`,
        form: sent,
        expect: { status: 303, location: `${path}#chapter-${form.fields['chapter']}` },
      });
    expect(await inOrder()).toEqual([second, first, third]);
    const stranger = await site.person({ name: 'A stranger' });
    await scenario(site, { as: stranger, get: path, expect: { status: 404 } });
    await scenario(site, { as: stranger, post: `${path}/order`, form: sent, expect: { status: 404 } });
    await scenario(site, {
      as: mother,
      post: `${path}/order`,
      form: { chapter: 'nothing', to: 'later' },
      expect: { status: 404 },
    });
  });
});

describe('a pointer', () => {
  test('leads both ways for those who may see both ends; the pages of the others are the same bytes as without', async () => {
    const { memorial, mother, father } = wrens;
    const far = await site.letter(memorial, mother, { title: 'That photograph', ...everyone });
    const without = await site.request('/wren/that-photograph');
    const near = await site.letter(memorial, mother, {
      title: 'The day',
      audience: 'only-us',
      words: { pointsTo: [{ to: far.id, words: 'this is the day' }] },
    });
    expect((await site.request('/wren/that-photograph')).text).toBe(without.text);
    await scenario(site, {
      as: father,
      get: `/home/memorials/${memorial.id}/that-photograph`,
      expect: {
        status: 200,
        contains: ['The day', 'this is the day', `/home/memorials/${memorial.id}/the-day`],
      },
    });
    await scenario(site, {
      as: father,
      get: `/home/memorials/${memorial.id}/the-day`,
      expect: {
        status: 200,
        contains: [`/home/memorials/${memorial.id}/that-photograph`, 'this is the day'],
      },
    });
    await site.database.write((tx) => withdrawTribute(tx, far, site.clock.now()));
    await scenario(site, {
      as: father,
      get: `/home/memorials/${memorial.id}/the-day`,
      expect: { status: 200, notContains: ['this is the day', 'that-photograph'] },
    });
    expect(near.publishedAt).toBeDefined();
  });
});
