import { foreignBodies, foreignOrigins } from '#test/odd.ts';
import { headersOf, pageOf } from '#test/answers.ts';
import { withoutCookie } from '#routes.ts';
import { takersOf } from './addresses.ts';
import { arrived, type Attack } from './attack.ts';
import { newcomer } from './people.ts';
import { signedInAs, signIn } from './signing-in.ts';

/** A private page under an address that a cache takes for a picture or a style. */
export const deceptionGroup: Attack = async (trial, { nora, elias, wren, letters }) => {
  const { canaries } = trial.place;
  const pages = [
    '/home',
    '/home/you',
    '/home/family',
    wren.home,
    `${wren.home}/${letters['only-me'].address}`,
    letters.draft.path,
    '/with/wren',
    '/sign-in',
    '/host/reports',
    '/host/handing-over',
  ];
  const endings = [
    '/x.css',
    '.css',
    '/x.js',
    ';x.css',
    '%3bx.css',
    '%23x.css',
    '%3fx.css',
    '?x.css',
    '%0a.css',
    '/.css',
    '/%2e%2e/x.png',
    '//x.css',
    '/..%2fassets%2fx.css',
    '%20.css',
  ];
  const before = [
    '/assets/..',
    '/assets/%2e%2e',
    '/assets/..%2f',
    '/pictures/x/..',
    '/wren/..',
    '/assets/%2e%2e%2f',
    '/robots.txt/..',
  ];
  let shown = 0;
  for (const path of pages.flatMap((page) => [
    ...endings.map((end) => `${page}${end}`),
    ...before.map((start) => `${start}${page}`),
  ])) {
    for (const visitor of [nora, elias]) {
      const answer = await trial.attack(visitor, { path });
      const mayBeKept = !headersOf(answer, 'cache-control').join().includes('no-store');
      const leaks = canaries.leaksIn(pageOf(answer), path);
      trial.must(
        !mayBeKept || leaks.length === 0,
        `${path} may be kept by a cache and shows ${leaks[0]?.what}`,
      );
      if (answer.status === 200 && pageOf(answer).includes('</main>')) shown++;
    }
  }
  return arrived(shown, 8, 'showed their page nevertheless, and forbade every cache to keep it');
};

/** A form, JSON, plain text and multipart from a page of another site, to everything that takes something. */
export const crossSiteGroup: Attack = async (trial, family) => {
  let refused = 0;
  await trial.unchanged('cross-site requests', async () => {
    for (const [at, { method, path }] of takersOf(family).entries()) {
      for (const [by, [type, body]] of foreignBodies.entries()) {
        const headers = {
          'sec-fetch-site': undefined,
          ...foreignOrigins[(at * 4 + by) % foreignOrigins.length],
        };
        const asked = { path, method: method === 'DELETE' ? 'POST' : method, body, type, headers };
        if (takesFromAnywhere(method, path)) {
          // It knows nobody: whoever is made to ask is as good as somebody without a cookie.
          const answer = await trial.attack(family.nora, asked);
          trial.must(headersOf(answer, 'set-cookie').length === 0, `${path} sets a cookie`);
          continue;
        }
        const answer = await trial.refused(family.nora, asked, [403]);
        if (pageOf(answer).includes('This came from another page')) refused++;
      }
      // What changes something is never done by looking at it.
      await trial.attack(family.nora, { path });
    }
    const simple = {
      path: '/sign-out',
      method: 'POST',
      body: '',
      headers: { 'sec-fetch-site': 'cross-site' },
    };
    await trial.refused(
      family.nora,
      { ...simple, headers: { ...simple.headers, 'x-http-method-override': 'GET' } },
      [403],
    );
  });
  return arrived(refused, 150, 'were refused by the sentence about pages of other sites');
};

/** What reads no cookie and sets none stands in one list. */
function takesFromAnywhere(method: string, path: string): boolean {
  const pathname = path.split('?', 1)[0] ?? '';
  return withoutCookie.some((one) => one.method === method && one.path.test({ pathname }));
}

/** Cookies that somebody else set: fixed before signing in, doubled, broken, of another name. */
export const cookiesGroup: Attack = async (trial, { nora }) => {
  const nell = await newcomer(trial, nora);
  const { stranger } = trial.place;
  const name = '__Host-snowdrop';
  const fixed = 'A'.repeat(43);
  const victim = { ...stranger(nell.name), cookies: new Map([[name, fixed]]) };
  trial.must((await signIn(trial, victim, nell.email)) === '/home', 'signing in with a fixed cookie failed');
  trial.must(victim.cookies.get(name) !== fixed, 'a session goes by a cookie that was fixed before');
  const attacker = { ...stranger(), cookies: new Map([[name, fixed]]) };
  trial.must((await signedInAs(trial, attacker)) === undefined, 'a fixed cookie lets somebody in');
  const session = nora.cookies.get(name) ?? '';
  const others: [cookie: string, signedIn: boolean | undefined][] = [
    [`${name}=${session}`, true],
    [`${name}=${session}; ${name}=${fixed}`, undefined],
    [`${name}=${fixed}; ${name}=${session}`, undefined],
    [`snowdrop=${session}`, false],
    [`__host-snowdrop=${session}`, false],
    [` ${name} = ${session.slice(0, 42)}`, false],
    [`${name}=${session}x`, false],
    [`${name}=`, false],
    [`${name}=%00`, false],
    [`${name}="${session}`, false],
    [`${name}=${'A'.repeat(4000)}`, false],
    [`${name}=\xff\xfe`, false],
    [`$Version=1; ${name}=${fixed}; $Path=/`, false],
    ['=; ;;; =x', false],
    [`__proto__=x; constructor=y; ${name}=' or '1'='1`, false],
  ];
  let lettingIn = 0;
  for (const [cookie, isIn] of others) {
    const answer = await trial.attack(
      { ...nora, cookies: new Map() },
      { path: '/home/you', headers: { cookie } },
    );
    if (isIn !== undefined)
      trial.must(
        (answer.status === 200) === isIn,
        `${cookie.slice(0, 40)}: ${answer.status} instead of ${isIn ? '200' : 'another'}`,
      );
    else trial.came(answer, [200, 303], `a cookie twice`);
    if (answer.status === 200) lettingIn++;
  }
  // The session before ends with a new one, and with signing out.
  const again = { ...victim, cookies: new Map(victim.cookies) };
  await trial.ask(victim, { path: '/sign-out', form: {} });
  trial.must((await signedInAs(trial, again)) === undefined, 'a cookie lets in after signing out');
  return arrived(lettingIn, 2, 'cookies let their owner in; every other one let nobody in');
};
