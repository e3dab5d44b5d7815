import { elsewhere } from '#test/odd.ts';
import { type Answer, headerOf, headersOf, pageOf } from '#test/answers.ts';
import { pagesOf } from './addresses.ts';
import { arrived, type Attack } from './attack.ts';
import { card } from './judge.ts';
import { newcomer } from './people.ts';
import { host, origin } from './request.ts';
import { askForMail } from './signing-in.ts';
import type { Trial } from './trial.ts';

const evil: Record<string, string | readonly string[]>[] = [
  { host: 'evil.example' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-port': '80' },
  { forwarded: 'for=1.2.3.4;host=evil.example;proto=http', 'x-host': 'evil.example' },
  { 'x-original-url': '/home', 'x-rewrite-url': '/home', 'x-forwarded-prefix': '//evil.example' },
  { host: `${host}:443@evil.example` },
];

/** Who the request says it is from, and for: neither counts beyond what our own web server says. */
export const hostsGroup: Attack = async (trial, family) => {
  const { post, stranger, inOtherNetwork } = trial.place;
  const nora = inOtherNetwork(family.nora);
  const ines = await newcomer(trial, nora);
  let mails = 0;
  for (const [at, headers] of evil.slice(0, 4).entries()) {
    const visitor = stranger();
    const path = at === 3 ? 'http://evil.example/sign-in' : '/sign-in';
    const { page, link } = await askForMail(trial, visitor, ines.email, { path, headers });
    trial.inputs++;
    trial.came(page, [200], `asking for a mail from ${JSON.stringify(headers)}`);
    const mail = post.to(ines.email).at(-1)!;
    trial.must(mail.text.includes(`https://${host}${link}`), 'a mail leads to another site');
    trial.must(
      !`${mail.text}${mail.html}${mail.headers.join()}`.includes('evil'),
      'a mail names another site',
    );
    mails++;
  }
  const invitation = { name: 'Somebody', email: 'somebody@family.example', role: 'keeper' };
  for (const headers of evil) {
    for (const path of [
      '/wren',
      '/ar/wren',
      '/wren/feed.atom',
      '/wren/feed.json',
      '/',
      '/home',
      '/sign-in',
      '/never-was',
    ]) {
      const answer = await trial.attack(nora, { path, headers });
      trial.must(!answer.text.includes('evil'), `${path} names another site for ${JSON.stringify(headers)}`);
    }
    const invited = await trial.attack(nora, { path: '/home/family/invitations', form: invitation, headers });
    trial.must(!pageOf(invited).includes('evil'), 'an invitation leads to another site');
  }
  // Ten reports an hour for one network, whatever it says of itself.
  let taken = 0;
  for (let at = 0; at < 15; at++) {
    const headers = { 'x-forwarded-for': [`203.0.113.${at}`, `198.51.100.77, 10.${at}.0.1, 192.0.2.200`] };
    const form = { text: 'It is not her photograph', about: '/wren', email: '' };
    const answer = await trial.attack(stranger(), { path: '/to/wren/report', headers, form });
    if (answer.status === 303) taken++;
  }
  trial.must(taken === 10, `${taken} of 15 reports from one network were taken under forged addresses`);
  return arrived(mails, 4, 'mails were sent on such a request, and every address in them was our own');
};

/** Where a browser that stood on a page of ours would go. */
const goesOn = (answer: Answer): URL | null => URL.parse(headerOf(answer, 'location') ?? '', origin);

/** Nothing leads to another site: not a sign-in, not digits, not a form that was kept, not another language. */
export const redirectsGroup: Attack = async (trial, { nora }) => {
  const elias = await newcomer(trial, nora);
  let led = 0;
  for (const to of elsewhere) {
    const as = JSON.stringify(to);
    const path = `/sign-in?to=${encodeURIComponent(to)}`;
    const answer = await trial.attack(nora, { path });
    trial.must(goesOn(answer)?.origin === origin, `${as} leads to ${headerOf(answer, 'location')}`);
    if (answer.status === 303) led++;
    const page = pageOf(await trial.attack(trial.place.stranger(), { path }));
    const asked = /name="to" value="([^"]*)"/.exec(page)?.[1] ?? '/home';
    trial.must(URL.parse(asked, origin)?.origin === origin, `${as} stands in a form`);
    const address = await trial.attack(nora, {
      path: `/home/you/address?attempt=x&to=${encodeURIComponent(to)}`,
    });
    trial.must(headerOf(address, 'location') === '/home/you', `an address leads on to ${as}`);
    const kept = JSON.stringify({ path: to, fields: { text: 'x' }, files: 0 });
    const back = await trial.attack(nora, { path: '/sign-in', form: { email: elias.email, to, kept } });
    const action =
      /<form method="post" action="([^"]*)"/.exec(pageOf(back))?.[1] ?? headerOf(back, 'location') ?? '';
    trial.must(URL.parse(action, origin)?.origin === origin, `a kept form goes to ${as}`);
  }
  for (const path of [
    '/en//evil.example',
    '/ar//evil.example',
    '/en/%2f%2fevil.example',
    '//evil.example/%2e%2e',
    '/wren//evil.example',
    '/with//evil.example',
    '/wren/page/1//evil.example',
    '/en/wren?//evil.example',
    '/with?to=//evil.example',
  ]) {
    const answer = await trial.attack(nora, { path });
    trial.must(!/^(?:[a-z]+:|\/[/\\])/.test(headerOf(answer, 'location') ?? ''), `${path} leads elsewhere`);
  }
  await bySigningIn(trial, elias);
  return arrived(
    led,
    elsewhere.length,
    'were led home by the very code that goes on to where one was asked to sign in',
  );
};

async function bySigningIn(trial: Trial, elias: { email: string; name: string }): Promise<void> {
  const browser = trial.place.stranger(elias.name);
  const asked = { path: '/sign-in', to: '//evil.example' };
  const { attempt, code } = await askForMail(trial, browser, elias.email, asked);
  const answer = await trial.attack(browser, {
    path: '/sign-in/code',
    form: { attempt, code, to: '/\\evil.example' },
  });
  trial.must(headerOf(answer, 'location') === '/home', `signing in leads to ${headerOf(answer, 'location')}`);
}

/** Shown in a frame, as an object, opened by a page that keeps a hand on the window. */
export const framesGroup: Attack = async (trial, family) => {
  let refusing = 0;
  for (const [at, { path }] of pagesOf(family).entries()) {
    for (const visitor of [trial.place.stranger(), family.nora]) {
      const dest = ['iframe', 'object', 'embed', 'frame'][at % 4]!;
      const headers = {
        'sec-fetch-dest': dest,
        'sec-fetch-site': 'cross-site',
        referer: 'https://evil.example/',
      };
      const answer = await trial.attack(visitor, { path, headers });
      const isRefused =
        headersOf(answer, 'x-frame-options').join() === 'DENY' &&
        headersOf(answer, 'content-security-policy').join().includes("frame-ancestors 'none'") &&
        headersOf(answer, 'cross-origin-opener-policy').join() === 'same-origin';
      // A card is there to be shown by others, under a policy of its own (`judge.ts`).
      trial.must(isRefused || card.test(path), `${path} can be framed`);
      const opens = /<a [^>]*target=(?![^>]*rel="[^"]*noopener)/.test(pageOf(answer));
      trial.must(!opens, `${path} gives its window away`);
      if (isRefused && answer.status === 200) refusing++;
    }
  }
  return arrived(refusing, 50, 'pages forbade it themselves');
};
