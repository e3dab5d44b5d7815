import { beforeAll, describe, expect, test } from 'vitest';
import { ines } from '#test/cast.ts';
import { change } from '#test/changed.ts';
import { keepPress, release } from '#test/for-press.ts';
import { translated } from '#test/translated.ts';
import { type Visitor, type World, world } from '#test/world.ts';
import { layCover, takeCoverOff } from '#tributes/covers/lay-cover.ts';

const hidden = 'zanzibar';
const says = 'Her feet are in this. Look when you can.';
const secret = { text: `It is ${hidden} here.\n\nAnd ${hidden} there.`, caption: `A ${hidden} foot` };

let site: World;
let mother: Visitor;
let home: string;
let piece: { id: string };
let photographId: string;
let addresses: string[];

beforeAll(async () => {
  site = await world();
  const wrens = await site.family();
  mother = wrens.mother;
  const memorial = await site.opened(wrens.memorial, 'wren', undefined, 'everyone', { indexed: true });
  home = `/home/memorials/${memorial.id}`;
  const aunt = await site.joins(wrens.id, 'keeper', ines);
  ({ id: photographId } = await site.photograph(wrens.id, aunt, 'her foot'));
  const { text, caption } = secret;
  const photographs = [{ photographId, after: 1, caption, alternative: `${caption}, near` }];
  const written = await site.letter(memorial, aunt, {
    kind: 'chapter',
    title: 'Her feet',
    text,
    audience: 'everyone',
    words: { photographs },
  });
  piece = written;
  await change(site, written, { title: 'Her feet', text: `${text} Still.`, photographs }, 'everyone');
  const words = `${hidden} بالعربية`;
  await translated(site, written, mother, { title: 'قدماها', text: words, around: aroundFor(words) });
  await keepPress(site, memorial, mother);
  const of = { memorialId: memorial.id, tributeId: written.id, photographId };
  await release(site, of, mother, 'her foot, large');
  const uses = await site.database.reader.selectFrom('picture_use').select('address').execute();
  addresses = uses.map(({ address }) => address);
});

const aroundFor = (words: string) => ({
  [`caption-${photographId}`]: words,
  [`alternative-${photographId}`]: words,
});

/** Every page that shows the piece, its words or its photograph to somebody, with the viewer it is for. */
const pages: [path: () => string, as: () => Visitor | undefined][] = [
  ...[
    '/wren',
    '/ar/wren',
    '/wren/her-feet',
    '/ar/wren/her-feet',
    '/wren/her-feet/in/ar',
    '/wren/her-feet/beside/ar',
    '/wren/her-feet/versions/1',
    '/wren/her-feet/versions/2',
    '/wren/her-feet/in/ar/versions/1',
    '/wren/story',
    '/ar/wren/story',
    '/wren/words/her-feet',
    '/wren/words/her-feet?in=ar&version=1',
    '/wren/words/her-feet/passage?version=2&from=0&to=14',
  ].map((path) => [() => path, () => undefined] as const satisfies (typeof pages)[number]),
  ...['', '/her-feet', '/story'].map(
    (path) => [() => `${home}${path}`, () => mother] as const satisfies (typeof pages)[number],
  ),
  [() => `/home/tributes/${piece.id}/versions/1`, () => mother],
  [() => '/with/wren', () => mother],
  [() => '/with/wren/her-feet', () => mother],
];

/** What is read by programs, or shown where nothing can be opened. */
const outside = [
  '/wren/feed.atom',
  '/ar/wren/feed.atom',
  '/wren/feed.json',
  '/ar/wren/feed.json',
  '/wren/words/her-feet/card',
  '/wren/words/her-feet/card?version=2&from=0&to=14',
  '/wren/sitemap.xml',
];

/** A page without what stands beneath its covers: what a reader has before they choose to look. */
const inSight = (html: string): string => html.replaceAll(/<\/summary>[^]*?<\/details>/g, '');

async function lay(over: string | undefined, words = says): Promise<void> {
  const as = { by: mother.id, words, language: 'en', seen: '' };
  const of = { tributeId: piece.id, photographId: over };
  await site.database.write((tx) => layCover(tx, of, as, site.clock.now()));
}

async function takeOff(over: string | undefined): Promise<void> {
  const of = { tributeId: piece.id, photographId: over };
  await site.database.write((tx) => takeCoverOff(tx, of, mother.id, site.clock.now()));
}

describe('before a cover is laid', () => {
  test('each of these shows what it would lie over', async () => {
    for (const [path, as] of pages) {
      const { status, text } = await site.request(path(), { as: as() });
      expect([path(), status, inSight(text).includes(hidden)]).toEqual([path(), 200, true]);
    }
    for (const path of outside.filter((one) => !one.endsWith('.xml'))) {
      const { status, text } = await site.request(path);
      expect([path, status, text.includes(hidden)]).toEqual([path, 200, true]);
    }
    expect((await site.request('/wren/her-feet')).text).toContain('og:image');
  });
});

describe('a cover that a parent laid over all of what a keeper wrote', () => {
  test('lies over it wherever it is read, in her words', async () => {
    await lay(undefined);
    for (const [path, as] of pages) {
      const { text } = await site.request(path(), { as: as() });
      const seen = inSight(text);
      expect([path(), seen.includes(hidden), seen.includes(says)]).toEqual([path(), false, true]);
      expect([path(), addresses.some((address) => seen.includes(address))]).toEqual([path(), false]);
      expect([path(), text.includes(hidden)]).toEqual([path(), true]);
    }
    await takeOff(undefined);
  });

  test('stands for it in previews, feeds, cards and what machines read', async () => {
    await lay(undefined);
    for (const path of outside) {
      const { status, text } = await site.request(path);
      const found = [hidden, '/pictures/'].filter((one) => text.includes(one));
      expect([path, status, found]).toEqual([path, 200, []]);
      if (!path.endsWith('.xml')) expect([path, text.includes(says)]).toEqual([path, true]);
    }
    for (const path of ['/wren/her-feet', '/ar/wren/her-feet']) {
      const { text } = await site.request(path);
      const head = text.slice(0, text.indexOf('</head>'));
      expect(head).toContain(`og:description" content="${says}"`);
      expect(head).not.toMatch(/og:image|zanzibar|sha256/);
    }
    const press = inSight((await site.request('/wren/words/press')).text);
    expect(press).toContain(says);
    expect(press).not.toContain(hidden);
    const oembed = await site.request(`/oembed?url=${site.url}/wren/her-feet`);
    expect(oembed.text).toContain('/wren/words/her-feet/card');
    expect(oembed.text).not.toContain(hidden);
    await takeOff(undefined);
  });

  test('is no part of what is signed: the exact words stay as they were', async () => {
    const exact = async () => [
      (await site.request('/wren/words/her-feet.json')).text,
      (await site.request('/wren/words/her-feet.txt')).text,
    ];
    const before = await exact();
    await lay(undefined);
    expect(await exact()).toEqual(before);
    expect(before[0]).toContain('"signature"');
    await takeOff(undefined);
  });

  test('is told to whoever fetched it before, when it is laid and when it is off', async () => {
    const changed = async () => {
      const atom = await site.request('/wren/feed.atom');
      const { items } = JSON.parse((await site.request('/wren/feed.json')).text) as {
        items: { date_modified: string }[];
      };
      return [/<entry[^]*<updated>([^<]*)/.exec(atom.text)?.[1], items[0]?.date_modified];
    };
    site.clock.advance({ minutes: 1 });
    const laidAt = site.clock.now();
    await lay(undefined);
    expect(await changed()).toEqual([laidAt, laidAt]);
    expect((await site.request('/wren/sitemap.xml')).text).toContain(laidAt);
    site.clock.advance({ minutes: 1 });
    const offAt = site.clock.now();
    await takeOff(undefined);
    expect(await changed()).toEqual([offAt, offAt]);
    expect((await site.request('/wren/feed.atom')).text).toContain(hidden);
  });
});

describe('a cover over one photograph of it', () => {
  test('leaves the words, and shows neither the photograph nor what stands beneath it', async () => {
    await lay(photographId, '');
    const ours = 'The family has laid a cover over this.';
    for (const path of ['/wren', '/wren/her-feet', '/wren/her-feet/versions/1', '/wren/story']) {
      const seen = inSight((await site.request(path)).text);
      expect([path, seen.includes(ours), seen.includes(`It is ${hidden} here.`)]).toEqual([path, true, true]);
      expect([path, seen.includes(secret.caption), seen.includes('/pictures/')]).toEqual([
        path,
        false,
        false,
      ]);
    }
    for (const path of ['/wren/feed.atom', '/wren/feed.json']) {
      const { text } = await site.request(path);
      expect([path, text.includes(secret.caption), text.includes('/pictures/')]).toEqual([
        path,
        false,
        false,
      ]);
      expect([path, text.includes(ours)]).toEqual([path, true]);
    }
    expect((await site.request('/wren/her-feet')).text).not.toContain('og:image');
    const press = inSight((await site.request('/wren/words/press')).text);
    expect(press).toContain(ours);
    expect(press).not.toContain(hidden);
    await takeOff(photographId);
  });
});
