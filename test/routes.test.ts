import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { interfaceLanguages } from '#i18n/languages.ts';
import { leaveFamily } from '#families/members/leave.ts';
import { offer } from '#families/offers/offering.ts';
import { cameraPhotograph } from '#test/camera.ts';
import { letter as words } from '#test/cast.ts';
import { keepPress, release } from '#test/for-press.ts';
import { lookAt, stopLooking } from '#test/pictures.ts';
import { formsIn } from '#test/html.ts';
import { translated } from '#test/translated.ts';
import { type Place, settle } from '#test/settled.ts';
import { asksDefne, translatesOneself } from '#test/translating.ts';
import type { Visitor } from '#test/world.ts';
import { binTribute } from '#tributes/bin/bin.ts';

type Visit = { path: string; as?: Visitor; status?: number };

let place: Place;
let letter: string;
let binned: string;
let offered: string;
let gone: Visitor;
let keptLetter: string;
let keptPhotograph: string;
let released: { memorialId: string; tributeId: string; photographId: string };
let translator: Awaited<ReturnType<typeof asksDefne>>;
let ownTranslation: string;
beforeAll(async () => {
  place = await settle(await cameraPhotograph({ width: 480, height: 360, orientation: 1 }));
  await place.site.opened(place.memorial, 'wren', undefined, 'everyone', { indexed: true });
  const tribute = await place.site.letter(place.memorial, place.mother, {
    title: words.title,
    text: words.text.replace(' & &amp;', ''),
    memory: { year: 2024, month: 2, day: 14 },
    audience: 'everyone',
    photographs: [place.photographId],
  });
  letter = `/home/tributes/${tribute.id}`;
  released = { memorialId: place.memorial.id, tributeId: tribute.id, photographId: place.photographId };
  await keepPress(place.site, place.memorial, place.mother, { uses: 'Our words, exactly.' });
  await release(place.site, released, place.mother, 'a large picture');
  translator = await asksDefne(place.site, tribute, place.mother);
  ownTranslation = (await translatesOneself(place.site, tribute, place.mother)).id;
  for (const language of ['ar', 'pt']) await translated(place.site, tribute, place.mother, { language });
  await place.site.letter(place.memorial, place.mother, {
    kind: 'chapter',
    title: 'The morning',
    text: 'You came at twenty to eight.\nNobody said anything.',
    memory: { year: 2023, month: 2, day: 14 },
    audience: 'everyone',
  });
  const unwanted = await place.site.letter(place.memorial, place.mother, { published: false });
  binned = unwanted.id;
  await place.site.database.write((tx) => binTribute(tx, unwanted, place.site.clock.now()));
  const { site, familyId, mother, aunt, memorial } = place;
  await site.database.write((tx) =>
    offer(tx, { familyId, personId: aunt.id, what: 'parent' }, mother, site.clock.now()),
  );
  offered = (await site.database.reader.selectFrom('offer').select('id').executeTakeFirstOrThrow()).id;
  gone = await site.joins(familyId, 'keeper', { name: 'A friend who left' });
  keptPhotograph = (await site.photograph(familyId, gone, 'a friend’s picture')).id;
  const theirs = await site.letter(memorial, gone, { audience: 'only-me', photographs: [keptPhotograph] });
  keptLetter = theirs.id;
  await site.database.write((tx) =>
    leaveFamily(tx, { familyId, personId: gone.id }, { hasPages: true }, site.clock.now()),
  );
  await place.site.database.write((tx) =>
    tx
      .insertInto('setting')
      .values({ name: 'host', value: place.mother.id })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  );
});

const letIn = (path: string, status = 200): Visit => ({
  path: `/with${path}`,
  as: place.wrens.father,
  status,
});

const passageOf = (child: string): string => `${child}/words/a-year-of-you/passage?version=1&from=0&to=4`;

/** Every page there is, with somebody who finds it there. */
const visits: Record<string, () => Visit> = {
  '/': () => ({ path: '/' }),
  '/about': () => ({ path: '/about' }),
  '/en': () => ({ path: '/en' }),
  '/en/about': () => ({ path: '/en/about' }),
  '/ar': () => ({ path: '/ar' }),
  '/ar/about': () => ({ path: '/ar/about' }),
  '/robots.txt': () => ({ path: '/robots.txt' }),
  '/sitemap.xml': () => ({ path: '/sitemap.xml' }),
  '/:memorial/sitemap.xml': () => ({ path: '/wren/sitemap.xml' }),
  '/favicon.ico': () => ({ path: '/favicon.ico', status: 404 }),
  '/assets/:name': () => ({
    path: `/assets/${readdirSync(new URL('../build/assets/', import.meta.url)).find((name) => name.endsWith('.css'))}`,
  }),
  '/sign-in': () => ({ path: '/sign-in' }),
  '/sign-in/recovery': () => ({ path: '/sign-in/recovery' }),
  '/sign-in/link/:secret': () => ({ path: '/sign-in/link/any' }),
  '/sign-in/invitation/:secret': () => ({ path: `/sign-in/invitation/${place.secret}` }),
  '/sign-in/translation/:secret': () => ({ path: `/sign-in/translation/${translator.secret}` }),
  '/sign-in/translations/:id': () => ({
    path: `/sign-in/translations/${translator.translation.id}`,
    as: translator.defne,
  }),
  '/sign-in/host/:secret': () => ({ path: `/sign-in/host/${place.takeOver}` }),
  '/host/handing-over': () => ({ path: '/host/handing-over', as: place.mother }),
  '/sign-in/translations/:id/photographs/:photograph/:file': () => ({
    path: `/sign-in/translations/${translator.translation.id}/photographs/${place.photographId}/480.jpeg`,
    as: translator.defne,
  }),
  '/host/claim/:secret': () => ({ path: place.claim }),
  '/host/invitations': () => ({ path: '/host/invitations', as: place.mother }),
  '/host/reports': () => ({ path: '/host/reports', as: place.mother }),
  '/to/:memorial/report': () => ({ path: '/to/wren/report' }),
  '/to/:memorial/report/thanks': () => ({ path: '/to/wren/report/thanks' }),
  '/to/:memorial/correction': () => ({ path: '/to/wren/correction?in=ar' }),
  '/to/:memorial/correction/thanks': () => ({ path: '/to/wren/correction/thanks' }),
  '/:memorial': () => ({ path: '/wren' }),
  '/:memorial/words/press': () => ({ path: '/wren/words/press' }),
  '/en/:memorial/words/press': () => ({ path: '/en/wren/words/press', status: 301 }),
  '/ar/:memorial/words/press': () => ({ path: '/ar/wren/words/press' }),
  '/:memorial/:tribute': () => ({ path: '/wren/a-year-of-you' }),
  '/:memorial/:tribute/versions/:number': () => ({ path: '/wren/a-year-of-you/versions/1' }),
  '/en/:memorial/:tribute/versions/:number': () => ({
    path: '/en/wren/a-year-of-you/versions/1',
    status: 301,
  }),
  '/ar/:memorial/:tribute/versions/:number': () => ({ path: '/ar/wren/a-year-of-you/versions/1' }),
  '/:memorial/:tribute/in/:language': () => ({ path: '/wren/a-year-of-you/in/pt' }),
  '/:memorial/:tribute/in/:language/versions/:number': () => ({
    path: '/wren/a-year-of-you/in/pt/versions/1',
  }),
  '/:memorial/:tribute/beside/:language': () => ({ path: '/wren/a-year-of-you/beside/ar' }),
  '/en/:memorial/:tribute/in/:language': () => ({ path: '/en/wren/a-year-of-you/in/pt', status: 301 }),
  '/en/:memorial/:tribute/in/:language/versions/:number': () => ({
    path: '/en/wren/a-year-of-you/in/pt/versions/1',
    status: 301,
  }),
  '/en/:memorial/:tribute/beside/:language': () => ({
    path: '/en/wren/a-year-of-you/beside/ar',
    status: 301,
  }),
  '/ar/:memorial/:tribute/in/:language': () => ({ path: '/ar/wren/a-year-of-you/in/en' }),
  '/ar/:memorial/:tribute/in/:language/versions/:number': () => ({
    path: '/ar/wren/a-year-of-you/in/pt/versions/1',
  }),
  '/ar/:memorial/:tribute/beside/:language': () => ({ path: '/ar/wren/a-year-of-you/beside/ar' }),
  '/:memorial/feed.atom': () => ({ path: '/wren/feed.atom' }),
  '/en/:memorial/feed.atom': () => ({ path: '/en/wren/feed.atom', status: 301 }),
  '/en/:memorial/feed.json': () => ({ path: '/en/wren/feed.json', status: 301 }),
  '/ar/:memorial/feed.atom': () => ({ path: '/ar/wren/feed.atom' }),
  '/ar/:memorial/feed.json': () => ({ path: '/ar/wren/feed.json' }),
  '/.well-known/snowdrop-words-key': () => ({ path: '/.well-known/snowdrop-words-key' }),
  '/:memorial/words/:file{.+\\.(?:json|txt)}': () => ({ path: '/wren/words/a-year-of-you.json' }),
  '/:memorial/words/:tribute': () => ({ path: '/wren/words/a-year-of-you' }),
  '/en/:memorial/words/:tribute': () => ({ path: '/en/wren/words/a-year-of-you', status: 301 }),
  '/ar/:memorial/words/:tribute': () => ({ path: '/ar/wren/words/a-year-of-you' }),
  '/:memorial/words/check': () => ({ path: '/wren/words/check' }),
  '/en/:memorial/words/check': () => ({ path: '/en/wren/words/check', status: 301 }),
  '/ar/:memorial/words/check': () => ({ path: '/ar/wren/words/check' }),
  '/:memorial/words/:tribute/passage': () => ({ path: passageOf('/wren') }),
  '/en/:memorial/words/:tribute/passage': () => ({ path: passageOf('/en/wren'), status: 301 }),
  '/ar/:memorial/words/:tribute/passage': () => ({ path: passageOf('/ar/wren') }),
  '/:memorial/words/:tribute/card': () => ({ path: '/wren/words/a-year-of-you/card' }),
  '/en/:memorial/words/:tribute/card': () => ({ path: '/en/wren/words/a-year-of-you/card' }),
  '/ar/:memorial/words/:tribute/card': () => ({ path: '/ar/wren/words/a-year-of-you/card' }),
  '/oembed': () => ({ path: `/oembed?url=${place.site.url}/wren/a-year-of-you` }),
  '/:memorial/feed.json': () => ({ path: '/wren/feed.json' }),
  // Few memories have one page, and the first has no number; more are told of in memories.test.ts.
  '/:memorial/page/:page': () => ({ path: '/wren/page/1', status: 301 }),
  '/en/:memorial/page/:page': () => ({ path: '/en/wren/page/1', status: 301 }),
  '/ar/:memorial/page/:page': () => ({ path: '/ar/wren/page/1', status: 301 }),
  // The page's own language has no prefix.
  '/en/:memorial': () => ({ path: '/en/wren', status: 301 }),
  '/en/:memorial/:tribute': () => ({ path: '/en/wren/a-year-of-you', status: 301 }),
  '/ar/:memorial': () => ({ path: '/ar/wren' }),
  '/ar/:memorial/:tribute': () => ({ path: '/ar/wren/a-year-of-you' }),
  '/:memorial/story': () => ({ path: '/wren/story' }),
  '/en/:memorial/story': () => ({ path: '/en/wren/story', status: 301 }),
  '/ar/:memorial/story': () => ({ path: '/ar/wren/story' }),
  '/pictures/:address/:file': () => ({ path: pictureAddress }),
  '/pictures/:address/full.jpeg': () => ({ path: pictureAddress.replace('480', 'full') }),
  '/home': () => ({ path: '/home', as: place.mother }),
  '/home/you': () => ({ path: '/home/you', as: place.mother }),
  // Where nobody waits for digits, it leads to one’s own page.
  '/home/you/address': () => ({ path: '/home/you/address', as: place.mother, status: 303 }),
  '/home/you/passkeys/:id': () => ({ path: '/home/you/passkeys/a-passkey', as: place.mother }),
  '/home/you/recovery': () => ({ path: '/home/you/recovery', as: place.mother }),
  // Whoever has just signed in goes on; who is asked is told of in step-up.test.ts.
  '/home/you/confirmation': () => ({ path: '/home/you/confirmation', as: place.mother, status: 303 }),
  '/home/family': () => ({ path: '/home/family', as: place.wrens.father }),
  '/home/family/circles/:id': () => ({
    path: `/home/family/circles/${place.circle}`,
    as: place.wrens.father,
  }),
  '/home/family/leaving': () => ({ path: '/home/family/leaving', as: place.wrens.father }),
  '/home/family/members/:id': () => ({ path: `/home/family/members/${place.aunt.id}`, as: place.mother }),
  '/home/family/members/:id/removal': () => ({
    path: `/home/family/members/${place.mother.id}/removal`,
    as: place.wrens.father,
  }),
  '/home/family/offers/:id': () => ({ path: `/home/family/offers/${offered}`, as: place.aunt }),
  // Two parents are there: whom somebody named for later is told of in succession.test.ts.
  '/home/family/succession': () => ({
    path: `/home/family/succession?family=${place.familyId}`,
    as: place.aunt,
    status: 404,
  }),
  '/home/kept': () => ({ path: '/home/kept', as: gone }),
  '/home/kept/words.txt': () => ({ path: '/home/kept/words.txt', as: gone }),
  '/home/kept/:id': () => ({ path: `/home/kept/${keptLetter}`, as: gone }),
  '/home/kept/:id/photographs/:photograph/:file': () => ({
    path: `/home/kept/${keptLetter}/photographs/${keptPhotograph}/480.jpeg`,
    as: gone,
  }),
  '/home/memorials/:id': () => ({ path: place.home, as: place.wrens.father }),
  '/home/memorials/:id/start/:step': () => ({ path: `${place.home}/start/words`, as: place.wrens.father }),
  '/home/memorials/:id/child': () => ({ path: `${place.home}/child`, as: place.wrens.father }),
  '/home/memorials/:id/opening': () => ({ path: `${place.home}/opening`, as: place.wrens.father }),
  '/home/memorials/:id/opening/narrowed': () => ({
    path: `${place.home}/opening/narrowed?was=everyone`,
    as: place.wrens.father,
    status: 303,
  }),
  '/home/memorials/:id/keys': () => ({ path: `${place.home}/keys`, as: place.wrens.father }),
  '/home/memorials/:id/press': () => ({ path: `${place.home}/press`, as: place.wrens.father }),
  '/home/memorials/:id/press/photographs': () => ({
    path: `${place.home}/press/photographs`,
    as: place.wrens.father,
  }),
  '/home/memorials/:id/press/photographs/:tribute/:photograph': () => ({
    path: `${place.home}/press/photographs/${released.tributeId}/${released.photographId}`,
    as: place.mother,
  }),
  '/home/memorials/:id/corrections': () => ({ path: `${place.home}/corrections`, as: place.wrens.father }),
  '/home/memorials/:id/corrections/:correction': () => ({
    path: `${place.home}/corrections/${place.correction}`,
    as: place.wrens.father,
  }),
  '/home/memorials/:id/leaving': () => ({ path: `${place.home}/leaving`, as: place.wrens.father }),
  '/home/memorials/:id/page/:page': () => ({
    path: `${place.home}/page/1`,
    as: place.wrens.father,
    status: 303,
  }),
  '/home/memorials/:id/story': () => ({ path: `${place.home}/story`, as: place.wrens.father }),
  ...Object.fromEntries(
    (
      [
        ['', ''],
        ['/in/:language', '/in/ar'],
        ['/in/:language/versions/:number', '/in/pt/versions/1'],
        ['/beside/:language', '/beside/ar'],
      ] as const
    ).map(([pattern, path]) => [
      `/home/memorials/:memorial/:tribute${pattern}`,
      () => ({ path: `${place.home}/a-year-of-you${path}`, as: place.wrens.father }),
    ]),
  ),
  '/home/tributes/:id': () => ({ path: letter, as: place.mother }),
  '/home/tributes/:id/preview': () => ({ path: `${letter}/preview`, as: place.mother }),
  '/home/tributes/:id/publication': () => ({ path: `${letter}/publication`, as: place.mother }),
  '/home/tributes/:id/versions': () => ({ path: `${letter}/versions`, as: place.wrens.father }),
  '/home/tributes/:id/versions/:number': () => ({ path: `${letter}/versions/1`, as: place.wrens.father }),
  '/home/tributes/:id/comparison': () => ({
    path: `${letter}/comparison?earlier=1&later=1`,
    as: place.wrens.father,
  }),
  '/home/tributes/:id/quotations': () => ({ path: `${letter}/quotations`, as: place.mother }),
  '/home/tributes/:id/translations': () => ({ path: `${letter}/translations`, as: place.mother }),
  '/home/translations/:id': () => ({
    path: `/home/translations/${translator.translation.id}`,
    as: place.wrens.father,
  }),
  '/home/translations/:id/words': () => ({
    path: `/home/translations/${ownTranslation}/words`,
    as: place.mother,
  }),
  '/home/translations/:id/words/photographs/:photograph/:file': () => ({
    path: `/home/translations/${ownTranslation}/words/photographs/${place.photographId}/480.jpeg`,
    as: place.mother,
  }),
  '/home/tributes/:id/erasure': () => ({ path: `/home/tributes/${binned}/erasure`, as: place.mother }),
  '/home/tributes/:id/beside/:draft/erasure': () => ({
    path: `${letter}/beside/${binned}/erasure`,
    as: place.mother,
    status: 404,
  }),
  '/home/bin': () => ({ path: '/home/bin', as: place.mother }),
  '/home/memorials/:id/order': () => ({ path: `${place.home}/order`, as: place.mother }),
  '/home/tributes/:id/published': () => ({ path: `${letter}/published`, as: place.mother }),
  '/home/tributes/:id/withdrawn': () => ({ path: `${letter}/withdrawn`, as: place.mother, status: 303 }),
  '/home/tributes/:id/signature': () => ({ path: `${place.keepersLetter}/signature`, as: place.mother }),
  '/home/tributes/:id/cover': () => ({ path: `${place.keepersLetter}/cover`, as: place.mother }),
  '/home/tributes/:id/cover/:photograph': () => ({
    path: `${place.keepersLetter}/cover/${place.keepersPhotographId}`,
    as: place.wrens.father,
  }),
  '/home/tributes/:id/approval': () => ({ path: `${place.keepersLetter}/approval`, as: place.mother }),
  '/home/tributes/:id/asked/:photograph/:file': () => ({
    path: `${place.keepersLetter}/asked/${place.keepersPhotographId}/480.jpeg`,
    as: place.mother,
  }),
  '/home/photographs/:id/:file': () => ({
    path: `/home/photographs/${place.photographId}/480.jpeg`,
    as: place.wrens.father,
  }),
  '/with': () => ({ path: '/with', as: place.mother }),
  '/with/:memorial': () => ({ path: '/with/wren', as: place.wrens.father }),
  '/with/:memorial/page/:page': () => ({ path: '/with/wren/page/1', as: place.wrens.father, status: 302 }),
  '/with/:memorial/story': () => ({ path: '/with/wren/story', as: place.wrens.father }),
  '/with/:memorial/:tribute': () => ({ path: '/with/wren/a-year-of-you', as: place.wrens.father }),
  '/with/:memorial/:tribute/versions/:number': () => letIn('/wren/a-year-of-you/versions/1'),
  '/with/:memorial/:tribute/in/:language': () => letIn('/wren/a-year-of-you/in/pt'),
  '/with/:memorial/:tribute/in/:language/versions/:number': () =>
    letIn('/wren/a-year-of-you/in/pt/versions/1'),
  '/with/:memorial/:tribute/beside/:language': () => letIn('/wren/a-year-of-you/beside/ar'),
  '/with/photographs/:id/:file': () => letIn(`/photographs/${place.photographId}/480.jpeg`),
  ...Object.fromEntries(
    (['en', 'ar'] as const).flatMap((language) =>
      (
        [
          ['/:memorial', '/wren'],
          ['/:memorial/page/:page', '/wren/page/1'],
          ['/:memorial/story', '/wren/story'],
          ['/:memorial/:tribute', '/wren/a-year-of-you'],
          ['/:memorial/:tribute/versions/:number', '/wren/a-year-of-you/versions/1'],
          ['/:memorial/:tribute/in/:language', '/wren/a-year-of-you/in/pt'],
          ['/:memorial/:tribute/in/:language/versions/:number', '/wren/a-year-of-you/in/pt/versions/1'],
          ['/:memorial/:tribute/beside/:language', '/wren/a-year-of-you/beside/ar'],
        ] as const
      ).map(([pattern, path]) => [
        `/with/${language}${pattern}`,
        // The page's own language has no prefix, and the first page no number.
        () => letIn(`/${language}${path}`, language === 'en' || path.includes('/page/') ? 302 : 200),
      ]),
    ),
  ),
  '/key': () => ({ path: '/key' }),
};

let pictureAddress = '';
beforeAll(async () => {
  const { address } = await place.site.database.reader
    .selectFrom('picture_use')
    .select('address')
    .where('audience', '=', 'everyone')
    .executeTakeFirstOrThrow();
  pictureAddress = `/pictures/${address}/480.jpeg`;
});

// What stands in Arabic stands in every language that is not the memorial's own.
for (const [pattern, visit] of Object.entries(visits)) {
  if (!/^(?:\/with)?\/ar(?:\/|$)/.test(pattern)) continue;
  for (const language of interfaceLanguages.filter((one) => one !== 'en' && one !== 'ar')) {
    const inLanguage = (path: string) => path.replace(/\/ar(?=\/|$)/, `/${language}`);
    visits[inLanguage(pattern)] = () => {
      const visited = visit();
      return { ...visited, path: inLanguage(visited.path) };
    };
  }
}

test('every page of the site is visited here; what takes something stands in forms.test.ts', () => {
  const pages = new Set(
    place.site.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path),
  );
  expect(Object.keys(visits).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    [...pages].toSorted((a, b) => (a < b ? -1 : 1)),
  );
});

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Forms that carry no key: sent again they change nothing more, or are a try of their own. */
const changesNothingAgain = [
  /^\/sign-out$/,
  /\/words\/check$/,
  /^\/home\/you\/sessions/,
  /^\/home\/you\/passkeys/,
];

test.each(Object.keys(visits))('%s', async (pattern) => {
  const { path, as, status = 200 } = visits[pattern]!();
  const answer = await place.site.request(path, { as });
  expect([path, answer.status]).toEqual([path, status]);
  // Pages of others show the card alone in a frame.
  const isFramed = pattern.endsWith('/words/:tribute/card');
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toMatch(isFramed ? /frame-ancestors \*/ : /frame-ancestors 'none'/);
  expect(answer.headers.get('x-frame-options')).toBe(isFramed ? null : 'DENY');
  if (status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) return;
  expect(answer.text).toMatch(/^<!doctype html><html lang="[a-z-]+" dir="(?:ltr|rtl)"/);
  expect(answer.text.match(/<h1[\s>]/g)).toHaveLength(1);
  expect(answer.text).toMatch(/<title>[^<]+<\/title>/);
  // A line of HTML to take along is escaped once more.
  expect(answer.text.replaceAll(/&lt;iframe [^<]*/g, '')).not.toMatch(/undefined|\[object|NaN|&amp;amp;/);
  const ids = [...answer.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const keyless: string[] = [];
  for (const { action, method, fields } of formsIn(answer.text)) {
    if (method !== 'post' || changesNothingAgain.some((same) => same.test(action))) continue;
    keyless.push(...(uuid.test(fields['form'] ?? '') ? [] : [action]));
  }
  expect(keyless).toEqual([]);
  for (const [, to = ''] of answer.text.matchAll(/(?:href|action|src)="(\/[^"]*)"/g))
    expect(to).not.toMatch(/^\/\/|\s/);
  await lookAt(place.site, pattern, path, { as });
});
afterAll(stopLooking);

test('every link of a page leads to another page', async () => {
  const { site } = place;
  const seen = new Map<string, string>();
  for (const visit of Object.values(visits)) {
    const { path, as } = visit();
    const { text, headers } = await site.request(path, { as });
    if (!headers.get('content-type')?.startsWith('text/html')) continue;
    for (const [, to = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const key = `${as?.id ?? ''} ${to}`;
      if (seen.has(key)) continue;
      seen.set(key, path);
      const answer = await site.request(to.replaceAll('&amp;', '&'), { as });
      expect([path, to, [200, 301, 303].includes(answer.status)]).toEqual([path, to, true]);
    }
  }
  expect(seen.size).toBeGreaterThan(30);
});
