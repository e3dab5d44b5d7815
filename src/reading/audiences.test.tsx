import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Audience, audiences } from '#audiences/audience.ts';
import { everythingIn } from '#test/canaries.ts';
import { elias, nora } from '#test/cast.ts';
import { translated } from '#test/translated.ts';
import { keepPress, release } from '#test/for-press.ts';
import { cookieName, type Family, type Visitor, type World, world } from '#test/world.ts';
import { withdrawTribute } from '#tributes/publishing/publish.ts';
import type { Tribute } from '#tributes/tribute.ts';

// Thousands of requests: a busy machine must not look like a leak.
vi.setConfig({ testTimeout: 60_000 });

const everyAudience = [...audiences, 'draft'] as const;

/** A letter, and everything of it that nobody may find who may not see it. */
type Secret = {
  name: string;
  writer: string;
  audience: Audience;
  tribute: Tribute;
  photographId: string;
  address: string;
  canaries: string[];
};

type Told = {
  site: World;
  wrens: Family;
  secrets: Secret[];
  viewers: Record<string, Visitor>;
  pictures: string[];
};

/**
 * Each parent wrote a letter for each audience, with a photograph, and has a draft; the page is open. Every
 * letter has words, a title (so an address), an id, a photograph and an address of its picture of its own.
 */
async function tell(): Promise<Told> {
  const site = await world();
  const wrens = await site.family();
  await site.opened(wrens.memorial);
  await keepPress(site, wrens.memorial, wrens.mother);
  const secrets: Secret[] = [];
  let count = 0;
  for (const [writer, visitor] of [
    ['mother', wrens.mother],
    ['father', wrens.father],
  ] as const) {
    for (const audience of writer === 'mother'
      ? everyAudience
      : (['only-me', 'everyone', 'draft'] as const)) {
      const word = `zanzibar${String(++count).padStart(2, '0')}`;
      const { id: photographId, sha256 } = await site.photograph(wrens.id, visitor, `${word} picture`);
      const tribute = await site.letter(wrens.memorial, visitor, {
        title: `${word} title`,
        text: `${word} text\n\nmore of ${word}`,
        audience: audience === 'draft' ? 'only-us' : audience,
        published: audience !== 'draft',
        photographs: [photographId],
      });
      // Whoever may see it finds its translation too, and nobody else.
      if (audience !== 'draft')
        await translated(site, tribute, visitor, {
          title: `${word} title, translated`,
          text: `${word} text, translated\n\nmore of ${word}`,
          translator: `${word} name`,
        });
      const { address } = (await site.database.reader
        .selectFrom('picture_use')
        .select('address')
        .where('photograph_id', '=', photographId)
        .executeTakeFirst()) ?? { address: `${word} none` };
      // As if it had been everyone's once, and released then.
      const of = { memorialId: wrens.memorial.id, tributeId: tribute.id, photographId };
      const full = await release(site, of, visitor, `${word} full`);
      secrets.push({
        name: `${writer}, ${audience}`,
        writer,
        audience: audience === 'draft' ? 'only-me' : audience,
        tribute,
        photographId,
        address,
        canaries: [word, tribute.id, photographId, address, sha256, full],
      });
    }
  }
  const other = await site.family(
    { ...nora, email: 'nell@other.example' },
    { ...elias, email: 'edgar@other.example' },
  );
  const ended = await site.person({ name: 'Somebody whose session has ended' });
  ended.cookies.set(cookieName, 'A'.repeat(43));
  const viewers = {
    stranger: site.stranger(),
    'stranger with a forged cookie': ended,
    mother: wrens.mother,
    father: wrens.father,
    keeper: await site.joins(wrens.id, 'keeper', { name: 'Aunt Ada' }),
    doorkeeper: await site.joins(wrens.id, 'doorkeeper', { name: 'Jo' }),
    relative: await site.joins(wrens.id, 'relative', { name: 'Grandmother Liv' }),
    'parent of another family': other.mother,
  };
  return {
    site,
    wrens,
    secrets,
    viewers,
    pictures: secrets.map(({ address }) => `/pictures/${address}/480.jpeg`),
  };
}

/** Whether a viewer may find anything of a letter. Written by hand; drafts are their writer's alone. */
function mayFind(viewer: string, { writer, audience }: Secret): boolean {
  if (audience === 'everyone' || viewer === writer) return true;
  if (['circle', 'link'].includes(audience) && ['doorkeeper', 'relative'].includes(viewer)) return true;
  return audience !== 'only-me' && ['mother', 'father', 'keeper'].includes(viewer);
}

/** Every representation of every letter, and everything around them. */
function pathsOf({ wrens, secrets, pictures }: Told): string[] {
  const { memorial } = wrens;
  const home = `/home/memorials/${memorial.id}`;
  return [
    '/',
    '/en',
    '/ar',
    '/about',
    '/ar/about',
    '/robots.txt',
    '/sitemap.xml',
    '/wren/sitemap.xml',
    '/wren',
    '/en/wren',
    '/ar/wren',
    '/wren/feed.atom',
    '/wren/feed.json',
    '/ar/wren/feed.atom',
    '/ar/wren/feed.json',
    '/wren/words/press',
    '/ar/wren/words/press',
    '/to/wren/report',
    '/to/wren/report?about=/wren/x',
    '/to/wren/correction',
    '/sign-in',
    '/home',
    '/home/you',
    '/home/family',
    '/host/reports',
    '/with',
    '/with/wren',
    home,
    `${home}/child`,
    `${home}/opening`,
    `${home}/start/name`,
    `${home}/press`,
    `${home}/press/photographs`,
    `${home}/corrections`,
    ...secrets.flatMap(({ tribute, photographId }) => [
      ...['/wren', '/en/wren', '/ar/wren', '/with/wren', home].flatMap((page) =>
        ['', '/in/ar', '/in/en', '/beside/ar', '/in/ar/versions/1'].map(
          (part) => `${page}/${tribute.address}${part}`,
        ),
      ),
      ...['json', 'txt', 'ar.txt'].map((form) => `/wren/words/${tribute.address}.${form}`),
      ...[
        '',
        '/preview',
        '/publication',
        '/published',
        '/signature',
        '/approval',
        `/asked/${photographId}/480.jpeg`,
      ].map((part) => `/home/tributes/${tribute.id}${part}`),
      `/home/photographs/${photographId}/480.jpeg`,
      `${home}/press/photographs/${tribute.id}/${photographId}`,
    ]),
    ...pictures,
    ...pictures.map((path) => path.replace('480.jpeg', 'full.jpeg')),
  ];
}

const asked = [
  {},
  { accept: 'application/json' },
  { accept: 'application/activity+json' },
  { 'accept-encoding': 'identity', range: 'bytes=0-' },
] as const;

async function crawl(
  told: Told,
  viewer: string,
  how: readonly Record<string, string>[] = [{}],
): Promise<{ leaks: string[]; found: Set<string> }> {
  const { site, secrets, viewers } = told;
  const leaks: string[] = [];
  const found = new Set<string>();
  for (const path of pathsOf(told)) {
    for (const headers of how) {
      const answer = await site.request(path, { as: { ...viewers[viewer]! }, headers });
      const everything = everythingIn(answer, path);
      for (const secret of secrets) {
        if (!secret.canaries.some((canary) => everything.includes(canary))) continue;
        if (answer.status === 200) found.add(secret.name);
        if (!mayFind(viewer, secret)) leaks.push(`${viewer}: ${secret.name} in ${path} (${answer.status})`);
      }
    }
  }
  return { leaks, found };
}

describe('a page with letters for everybody it could be for', () => {
  let told: Told;
  beforeAll(async () => {
    told = await tell();
  });

  test('HEAD answers what GET answers, without a byte of it', async () => {
    for (const viewer of ['stranger', 'father', 'parent of another family']) {
      for (const path of pathsOf(told)) {
        const [get, head] = [
          await told.site.request(path, { as: told.viewers[viewer] }),
          await told.site.request(path, { as: told.viewers[viewer], method: 'HEAD' }),
        ];
        expect([path, head.status, head.bytes.length]).toEqual([path, get.status, 0]);
        expect(head.headers.get('cache-control')).toBe(get.headers.get('cache-control'));
      }
    }
  });

  test('what is not for you answers byte for byte as what does not exist', async () => {
    const { site, secrets, viewers, wrens } = told;
    const never = (path: string, { tribute, photographId, address }: Secret) =>
      [tribute.address, tribute.id, photographId, address].reduce(
        (known, one) => known.replace(one, 'never-was'),
        path,
      );
    const hidden = [
      [
        'stranger',
        (one: Secret) => [
          `/wren/${one.tribute.address}`,
          `/ar/wren/${one.tribute.address}`,
          `/wren/${one.tribute.address}/in/ar`,
          `/wren/${one.tribute.address}/beside/ar`,
          `/pictures/${one.address}/480.jpeg`,
        ],
      ],
      [
        'mother',
        (one: Secret) => [
          `/with/wren/${one.tribute.address}`,
          `/home/memorials/${wrens.memorial.id}/${one.tribute.address}`,
          `/home/tributes/${one.tribute.id}`,
          `/home/photographs/${one.photographId}/480.jpeg`,
        ],
      ],
      [
        'parent of another family',
        (one: Secret) => [
          `/with/wren/${one.tribute.address}`,
          `/home/tributes/${one.tribute.id}/preview`,
          `/home/photographs/${one.photographId}/480.jpeg`,
        ],
      ],
    ] as const;
    let compared = 0;
    for (const [viewer, paths] of hidden) {
      for (const secret of secrets.filter((one) => !mayFind(viewer, one))) {
        for (const path of paths(secret)) {
          const [theirs, nobodys] = [
            await site.request(path, { as: viewers[viewer] }),
            await site.request(never(path, secret), { as: viewers[viewer] }),
          ];
          expect(never(path, secret)).not.toBe(path);
          expect([path, theirs.status]).toEqual([path, 404]);
          expect(theirs.bytes.equals(nobodys.bytes), path).toBe(true);
          expect([...theirs.headers]).toEqual([...nobodys.headers]);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  test('another family’s page answers as one that does not exist', async () => {
    const { site, viewers, wrens } = told;
    for (const path of ['', '/child', '/opening', '/start/name', '/start/portrait', '/zanzibar01-title']) {
      const [theirs, nobodys] = [
        await site.request(`/home/memorials/${wrens.memorial.id}${path}`, {
          as: viewers['parent of another family'],
        }),
        await site.request(`/home/memorials/never-was${path}`, { as: viewers['parent of another family'] }),
      ];
      expect([theirs.status, theirs.text]).toEqual([404, nobodys.text]);
    }
  });

  test('public pages are the same for everybody, set no cookie and may be shared', async () => {
    const { site, viewers } = told;
    for (const path of [
      '/',
      '/ar',
      '/about',
      '/wren',
      '/ar/wren',
      '/wren/feed.atom',
      '/wren/feed.json',
      '/wren/zanzibar05-title',
      '/ar/wren/zanzibar05-title',
      told.pictures[4]!,
    ]) {
      const plain = await site.request(path);
      expect([path, plain.status]).toEqual([path, 200]);
      expect(plain.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate, s-maxage=5');
      expect(plain.headers.get('etag')).toMatch(/^(?:W\/)?"/);
      for (const viewer of Object.values(viewers)) {
        const theirs = await site.request(path, { as: viewer });
        expect(theirs.bytes.equals(plain.bytes)).toBe(true);
        expect(theirs.headers.getSetCookie()).toEqual([]);
        expect(theirs.headers.get('vary') ?? '').not.toMatch(/cookie|accept-language/i);
      }
      const elsewhere = await site.request(path, {
        headers: { 'accept-language': 'ar', cookie: 'snowdrop=x; __Host-snowdrop=y; __Host-snowdrop=z' },
      });
      expect(elsewhere.bytes.equals(plain.bytes)).toBe(true);
    }
  });

  test('private pages are kept by no cache, whatever they answer and to whom', async () => {
    const { site, viewers, secrets, wrens } = told;
    const [first] = secrets as [Secret];
    const paths = [
      '/home',
      '/home/',
      '/home/x.css',
      '/home/you',
      '/home/family',
      `/home/memorials/${wrens.memorial.id}`,
      `/home/tributes/${first.tribute.id}`,
      `/home/photographs/${first.photographId}/480.jpeg`,
      '/home/nothing',
      '/with',
      '/with/wren',
      '/with/wren.css',
      `/with/wren/${first.tribute.address}`,
      '/host/reports',
      '/host/claim/never-was',
      '/host/handing-over',
      '/sign-in/host/never-was',
      '/sign-in',
      '/sign-in/link/never-was',
      '/sign-in/invitation/never-was',
    ];
    for (const viewer of ['stranger', 'mother', 'parent of another family']) {
      for (const path of paths) {
        for (const method of ['GET', 'HEAD', 'POST']) {
          const answer = await site.request(path, {
            as: { ...viewers[viewer]! },
            method,
            ...(method === 'POST' ? { form: {} } : {}),
          });
          expect([method, path, viewer, answer.headers.get('cache-control')]).toEqual([
            method,
            path,
            viewer,
            'private, no-store',
          ]);
          expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
        }
      }
    }
  });

  test('every answer carries the headers that keep a page to itself', async () => {
    for (const path of [
      '/',
      '/wren',
      '/wren/feed.atom',
      '/wren/feed.json',
      '/nothing-here',
      '/home',
      '/sign-in',
      told.pictures[4]!,
      told.pictures[0]!,
    ]) {
      const { headers } = await told.site.request(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('strict-transport-security')).toContain('max-age=63072000');
      expect([...headers.keys()].filter((name) => /server|powered|access-control/.test(name))).toEqual([]);
    }
  });
});

describe('taken back', () => {
  /** The pages and the picture of the mother's letter for everyone, with what a browser kept of them. */
  async function readByStranger(told: Told) {
    const { site, secrets } = told;
    const letter = secrets.find(({ name }) => name === 'mother, everyone')!;
    const paths = ['', '/ar']
      .map((prefix) => `${prefix}/wren/${letter.tribute.address}`)
      .concat(`/pictures/${letter.address}/480.jpeg`);
    const kept = new Map<string, string>();
    for (const path of paths) {
      const answer = await site.request(path);
      expect(answer.status).toBe(200);
      kept.set(path, answer.headers.get('etag') ?? '');
      expect((await site.request(path, { headers: { 'if-none-match': kept.get(path)! } })).status).toBe(304);
    }
    return { letter, kept };
  }

  async function isGone(told: Told, letter: Secret, kept: Map<string, string>): Promise<void> {
    for (const [path, etag] of kept) {
      for (const headers of [
        {},
        { 'if-none-match': etag },
        { 'if-none-match': '*' },
        { 'if-modified-since': 'Wed, 14 Feb 2024 10:00:00 GMT' },
        { range: 'bytes=0-9' },
      ]) {
        for (const method of ['GET', 'HEAD']) {
          const answer = await told.site.request(path, {
            headers: headers,
            method,
          });
          expect([path, answer.status]).toEqual([path, 404]);
        }
      }
    }
    for (const path of [
      '/',
      '/wren',
      '/ar/wren',
      '/wren/feed.atom',
      '/wren/feed.json',
      `/to/wren/report?about=/wren/x`,
    ]) {
      const everything = everythingIn(await told.site.request(path), path);
      expect(
        letter.canaries.filter((canary) => everything.includes(canary)),
        path,
      ).toEqual([]);
    }
  }

  test('a letter is gone at once for everybody but its writer, from every page, feed, picture and cache', async () => {
    const told = await tell();
    const { letter, kept } = await readByStranger(told);
    const pages = new Map<string, string>();
    for (const path of ['/wren', '/ar/wren', '/wren/feed.atom', '/wren/feed.json'])
      pages.set(path, (await told.site.request(path)).headers.get('etag')!);
    await told.site.request(`/home/tributes/${letter.tribute.id}/publication?_method=delete`, {
      as: told.wrens.mother,
      form: {},
    });
    await isGone(told, letter, kept);
    for (const [path, etag] of pages)
      expect((await told.site.request(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
    letter.audience = 'only-me';
    expect((await crawl(told, 'father')).leaks).toEqual([]);
    expect((await crawl(told, 'mother')).found).toContain(letter.name);
  });

  test('narrowed to only us it is gone too, and the family still has it', async () => {
    const told = await tell();
    const { letter, kept } = await readByStranger(told);
    const { revision } = await told.site.tributeNow(letter.tribute);
    const answer = await told.site.request(`/home/tributes/${letter.tribute.id}/publication`, {
      as: told.wrens.mother,
      form: { audience: 'only-us', revision: String(revision) },
    });
    expect(answer.status).toBe(303);
    await isGone(told, letter, kept);
    letter.audience = 'only-us';
    expect((await crawl(told, 'relative')).leaks).toEqual([]);
    expect((await crawl(told, 'father')).found).toContain(letter.name);
  });

  test('a page that is closed is gone with everything on it, and its address reveals nothing', async () => {
    const told = await tell();
    const { letter, kept } = await readByStranger(told);
    const report = '/to/wren/report';
    expect((await told.site.request(report)).status).toBe(200);
    await told.site.request(`/home/memorials/${told.wrens.memorial.id}/opening?_method=delete`, {
      as: told.wrens.mother,
      form: {},
    });
    for (const path of [...kept.keys(), '/wren', '/ar/wren', '/wren/feed.atom', '/wren/feed.json', report]) {
      const [closed, never] = [
        await told.site.request(path, { headers: { 'if-none-match': kept.get(path) ?? '*' } }),
        await told.site.request(
          path.replace(/wren(?=$|\/)/, 'never-was').replace(letter.address, 'never-was'),
        ),
      ];
      expect([path, closed.status]).toEqual([path, 404]);
      expect([closed.text, [...closed.headers]]).toEqual([never.text, [...never.headers]]);
    }
    for (const secret of told.secrets)
      secret.audience = secret.audience === 'everyone' ? 'only-us' : secret.audience;
    expect((await crawl(told, 'stranger', asked)).leaks).toEqual([]);
    for (const viewer of ['parent of another family', 'doorkeeper'])
      expect((await crawl(told, viewer)).leaks).toEqual([]);
    expect((await crawl(told, 'keeper')).found.size).toBe(5);
  });

  test.each([
    ['rests', 'rest'],
    ['is going away', 'leaving'],
  ])(
    'a page that %s is gone with everything on it for everybody but its family, until it comes back',
    async (_, act) => {
      const told = await tell();
      const { letter, kept } = await readByStranger(told);
      const { site, wrens, secrets } = told;
      const pictures = [...kept.keys()].filter((path) => path.startsWith('/pictures/'));
      const home = `/home/memorials/${wrens.memorial.id}/${act}`;
      // A page goes away when both parents want it.
      for (const as of [wrens.mother, wrens.father])
        expect((await site.request(home, { as, form: {} })).status).toBe(303);
      const everywhere = ['/wren', '/ar/wren', '/wren/feed.atom', '/wren/feed.json', '/wren/story'];
      for (const path of [...kept.keys(), ...everywhere, '/to/wren/report']) {
        const [gone, never] = [
          await site.request(path, { headers: { 'if-none-match': kept.get(path) ?? '*' } }),
          await site.request(path.replace(/wren(?=$|\/)/, 'never-was').replace(letter.address, 'never-was')),
        ];
        expect([path, gone.status]).toEqual([path, 404]);
        expect([gone.text, [...gone.headers]]).toEqual([never.text, [...never.headers]]);
      }
      const before = secrets.map(({ audience }) => audience);
      for (const secret of secrets) if (secret.audience === 'everyone') secret.audience = 'only-us';
      for (const viewer of ['stranger', 'parent of another family', 'relative', 'father'])
        expect((await crawl(told, viewer)).leaks).toEqual([]);
      expect((await crawl(told, 'keeper')).found.size).toBe(5);
      await site.request(`${home}?_method=delete`, { as: wrens.father, form: {} });
      secrets.forEach((secret, at) => (secret.audience = before[at]!));
      for (const path of [
        '/wren',
        `/ar/wren/${letter.tribute.address}`,
        '/wren/feed.atom',
        '/wren/feed.json',
      ])
        expect([path, (await site.request(path)).status]).toEqual([path, 200]);
      for (const path of pictures) expect((await site.request(path)).status).toBe(404);
    },
  );

  test('opened again, its pictures have other addresses than before', async () => {
    const told = await tell();
    const { letter, kept } = await readByStranger(told);
    const opening = `/home/memorials/${told.wrens.memorial.id}/opening`;
    await told.site.request(`${opening}?_method=delete`, { as: told.wrens.mother, form: {} });
    await told.site.request(opening, {
      as: told.wrens.mother,
      form: { audience: 'everyone', address: 'wren' },
    });
    expect((await told.site.request(`/wren/${letter.tribute.address}`)).status).toBe(200);
    const old = [...kept.keys()].find((path) => path.startsWith('/pictures/'))!;
    expect((await told.site.request(old)).status).toBe(404);
  });

  test('the crawl can fail: with every letter for everyone, it finds each as a leak', async () => {
    const told = await tell();
    await told.site.database.write(async (tx) => {
      await tx.updateTable('tribute').set({ audience: 'everyone' }).execute();
      await tx.updateTable('picture_use').set({ audience: 'everyone' }).execute();
    });
    const { leaks } = await crawl(told, 'stranger');
    for (const { name } of told.secrets.filter(
      (one) => !mayFind('stranger', one) && one.tribute.version > 0,
    )) {
      expect(leaks.filter((leak) => leak.includes(name)).length, name).toBeGreaterThan(5);
    }
  });
});

test('a letter that is withdrawn twice, or published again, keeps one address and its family’s words', async () => {
  const { site, wrens, secrets } = await tell();
  const { tribute } = secrets.find(({ name }) => name === 'mother, everyone')!;
  const now = await site.tributeNow(tribute);
  await site.database.write((tx) => withdrawTribute(tx, now, site.clock.now()));
  await site.request(`/home/tributes/${tribute.id}/publication?_method=delete`, {
    as: wrens.mother,
    form: {},
  });
  const { revision } = await site.tributeNow(tribute);
  await site.request(`/home/tributes/${tribute.id}/publication`, {
    as: wrens.mother,
    form: { audience: 'everyone', revision: String(revision) },
  });
  const page = await site.request(`/wren/${tribute.address}`);
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('changed on');
});
