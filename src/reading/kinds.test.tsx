import { beforeEach, describe, expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { textOf } from '#test/html.ts';
import { scenario } from '#test/scenario.ts';
import { type Family, type World, world } from '#test/world.ts';
import type { Words } from '#tributes/tribute.ts';
import { countWork } from '#test/worked.ts';

let site: World;
let wrens: Family;
const everyone = { audience: 'everyone' } as const;

beforeEach(async () => {
  site = await world();
  wrens = await site.family();
  await site.opened(wrens.memorial);
});

const placed = (photographId: string, cover?: string): Words['photographs'][number] => ({
  photographId,
  after: 0,
  caption: 'The caption of it',
  alternative: 'What it shows',
  ...(cover === undefined ? {} : { cover }),
});

describe('each kind reads as what it is', () => {
  test('a keepsake has its name, a farewell its place and day, a letter says to whom', async () => {
    const { memorial, mother } = wrens;
    await site.letter(memorial, mother, { ...everyone, kind: 'keepsake', words: { keepsake: 'footprints' } });
    await site.letter(memorial, mother, {
      ...everyone,
      kind: 'farewell',
      memory: { year: 2023, month: 2, day: 20 },
      words: { place: 'Under the rowan' },
    });
    await site.letter(memorial, mother, { ...everyone, title: 'For her', words: { addressee: 'Grandma' } });
    await scenario(site, {
      get: '/wren',
      expect: {
        status: 200,
        contains: [
          'Footprints',
          'The farewell to Wren',
          'Under the rowan',
          '20 February 2023',
          'A letter to Grandma',
        ],
      },
    });
    await scenario(site, {
      get: '/ar/wren',
      expect: {
        status: 200,
        contains: [
          'بصمة القدمين',
          'وداع \u2068Wren\u2069',
          'Under the rowan',
          'رسالة إلى \u2068Grandma\u2069',
        ],
      },
    });
    await scenario(site, {
      get: '/wren/farewell-1',
      expect: {
        status: 200,
        contains: ['<h1>The farewell to Wren</h1>', 'og:title" content="The farewell to Wren"'],
      },
    });
  });

  test('an album shows some of itself among the others, and all of five hundred on its page, lightly', async () => {
    const { memorial, mother, id } = wrens;
    const one = await site.photograph(id, mother, 'A window');
    const photographs = await Promise.all(
      Array.from({ length: 500 }, (_, at) => site.photograph(id, mother, `photograph ${at}`)),
    );
    await site.letter(memorial, mother, {
      ...everyone,
      kind: 'photograph',
      title: 'The days',
      text: 'All of them.',
      photographs: [one, ...photographs].slice(0, 500).map((photograph) => photograph.id),
    });
    const { text: child } = await site.request('/wren');
    expect(child.split('<figure').length - 1).toBe(4);
    expect(child).toContain('All the photographs');
    const worked = countWork();
    const { text: page } = await site.request('/wren/the-days');
    expect(worked()).toBeLessThan(3000);
    expect(page.split('<figure').length - 1).toBe(500);
    expect(page.split('loading="lazy"').length - 1).toBe(499);
    expect(page.length).toBeLessThan(700_000);
    expect(textOf(page, 'words')).toBe('All of them.');
  });
});

describe('a cover', () => {
  test('over a whole tribute holds on every page, and outside of them neither words nor picture stand', async () => {
    const { memorial, mother, id } = wrens;
    const { id: photographId } = await site.photograph(id, mother, 'A window');
    await site.letter(memorial, mother, {
      ...everyone,
      title: 'The first hour',
      text: 'The hidden words.',
      words: { cover: 'Her body is in this. Look if you can.', photographs: [placed(photographId)] },
    });
    for (const path of ['/wren', '/wren/the-first-hour', '/ar/wren/the-first-hour']) {
      const { text } = await site.request(path);
      const head = text.slice(0, text.indexOf('</head>'));
      expect(head).not.toContain('hidden words');
      expect(head).not.toContain('og:image');
      const details = /<details class="cover">.*?<\/details>/s.exec(text)?.[0] ?? '';
      expect(details).toContain('Her body is in this. Look if you can.');
      expect(details).toContain('The hidden words.');
      expect(details).toContain('loading="lazy"');
      expect(text.replace(details, '')).not.toContain('The hidden words.');
      expect(text.replace(details, '')).not.toContain('/pictures/');
      expect(text).not.toContain('fetchpriority');
    }
    const { text } = await site.request('/wren/the-first-hour');
    expect(text).toContain('og:description" content="Her body is in this. Look if you can."');
    const { text: feed } = await site.request('/wren/feed.atom');
    expect(feed).not.toContain('hidden words');
    expect(feed).not.toContain('/pictures/');
  });

  test('over one photograph covers it and its caption; the preview shows the next, or none', async () => {
    const { memorial, mother, id } = wrens;
    const { id: covered } = await site.photograph(id, mother, 'Her face');
    const { id: open } = await site.photograph(id, mother, 'A window');
    await site.letter(memorial, mother, {
      ...everyone,
      title: 'One',
      words: { photographs: [placed(covered, ''), placed(open)] },
    });
    await site.letter(memorial, mother, {
      ...everyone,
      title: 'Two',
      words: { photographs: [placed(covered, 'Her face.')] },
    });
    const addresses = async (photographId: string) =>
      (
        await site.database.reader
          .selectFrom('picture_use')
          .select('address')
          .where('photograph_id', '=', photographId)
          .execute()
      ).map(({ address }) => address);
    const { text: one } = await site.request('/wren/one');
    expect(one).toContain(sayIn('en')('cover.sentence'));
    const image = /og:image" content="([^"]*)"/.exec(one)?.[1] ?? '';
    expect((await addresses(open)).some((address) => image.includes(address))).toBe(true);
    const details = /<details class="cover">.*?<\/details>/s.exec(one)?.[0] ?? '';
    for (const address of await addresses(covered))
      expect(one.replace(details, '').replace(image, '')).not.toContain(address);
    const { text: two } = await site.request('/wren/two');
    expect(two).toContain('Her face.');
    expect(two).not.toContain('og:image');
  });
});

test('a poem of a hundred thousand lines is exact and soon there', async () => {
  const text = Array.from({ length: 100_000 }, (_, at) => (at % 4 === 3 ? '' : `line ${at} \t`)).join('\n');
  const { memorial, mother } = wrens;
  const poem = await site.letter(memorial, mother, { ...everyone, title: 'The poem', text });
  for (const path of ['/wren/the-poem', '/wren']) {
    const worked = countWork();
    const answer = await site.request(path);
    const took = worked();
    expect(answer.status).toBe(200);
    expect(took, `${path} took ${Math.round(took)} ms`).toBeLessThan(4000);
    if (path !== '/wren') expect(textOf(answer.text, 'words')).toBe(text);
    else expect(answer.text.length).toBeLessThan(20_000);
  }
  const { id } = await site.photograph(wrens.id, mother, 'A window');
  await site.letter(memorial, mother, { ...everyone, title: 'Another', text, photographs: [id, id] });
  const sheet = await site.request(`/home/tributes/${poem.id}`, { as: mother });
  expect(sheet.text.length).toBeLessThan(text.length + 100_000);
});
