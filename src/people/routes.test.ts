import { expect, test } from 'vitest';
import { nora } from '#test/cast.ts';
import { errorAt, formsIn, formTo } from '#test/html.ts';
import { askForMail } from '#test/signing-in.ts';
import { scenario } from '#test/scenario.ts';
import { cookieName, type Visitor, type World, world } from '#test/world.ts';

const isIn = async (site: World, as: Visitor): Promise<boolean> =>
  (await site.request('/home/you', { as })).status === 200;
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

test('the mail’s link shows a button, and pressing it signs in', async () => {
  const site = await world();
  await site.person(nora);
  const { link } = await askForMail(site, ' Nora@Family.example ');
  const reader = site.stranger();
  const shown = await scenario(site, {
    as: reader,
    get: link,
    expect: { status: 200, contains: ['works once'] },
  });
  expect(shown.headers.get('cache-control')).toBe('private, no-store');
  expect(shown.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await isIn(site, reader)).toBe(false);
  const { action, method, fields } = formsIn(shown.text)[0]!;
  expect([action, method]).toEqual([link, 'post']);
  await scenario(site, {
    as: reader,
    post: action,
    form: fields,
    expect: { status: 303, location: '/home' },
  });
  expect(await isIn(site, reader)).toBe(true);
});

test('looking at the link any number of times uses nothing up; pressing twice does', async () => {
  const site = await world();
  await site.person(nora);
  const { link } = await askForMail(site, nora.email);
  for (let look = 0; look < 3; look++) {
    await scenario(site, { head: link, expect: { status: 200 } });
    await scenario(site, { get: link, expect: { status: 200 } });
  }
  await scenario(site, { post: link, form: {}, expect: { status: 303 } });
  const again = await site.request(link, { form: {}, as: site.stranger() });
  expect(again.status).toBe(422);
  expect(errorAt(again.text, 'email')).toContain('used already');
  expect(again.headers.get('set-cookie')).toBeNull();
});

test('used, old, replaced and never made links answer the same', async () => {
  const site = await world();
  await site.person(nora);
  const used = await askForMail(site, nora.email);
  await site.request(used.link, { form: {} });
  const replaced = await askForMail(site, nora.email);
  const old = await askForMail(site, nora.email);
  const over = async (link: string): Promise<string> => {
    const { text, status } = await site.request(link, { form: {} });
    expect(status).toBe(422);
    return text.replaceAll(/name="form" value="[^"]*"/g, '');
  };
  const answers = [
    await over(used.link),
    await over(replaced.link),
    await over(`/sign-in/link/${'x'.repeat(43)}`),
  ];
  site.clock.advance({ minutes: 10 });
  answers.push(await over(old.link));
  expect(new Set(answers).size).toBe(1);
});

test('a scanner that sends the form from elsewhere gets nothing', async () => {
  const site = await world();
  await site.person(nora);
  const { link } = await askForMail(site, nora.email);
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    await scenario(site, { post: link, form: {}, headers, expect: { status: 403 } });
  }
  await scenario(site, { post: link, form: {}, expect: { status: 303 } });
});

test('six digits sign in where they were asked for, and go on to where one was going', async () => {
  const site = await world();
  await site.person(nora);
  const phone = site.stranger();
  const { code, attempt } = await askForMail(site, nora.email, phone, { to: '/home/family' });
  expect(await isIn(site, phone)).toBe(false);
  const typed = `${code.slice(0, 3)} ${code.slice(3)}`;
  const form = { attempt, code: typed, to: '/home/family' };
  await scenario(site, {
    as: phone,
    post: '/sign-in/code',
    form,
    expect: { status: 303, location: '/home/family' },
  });
  expect(await isIn(site, phone)).toBe(true);
});

test('digits in Arabic are digits', async () => {
  const site = await world();
  await site.person(nora);
  const { code, attempt } = await askForMail(site, nora.email);
  const arabic = code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  await scenario(site, { post: '/sign-in/code', form: { attempt, code: arabic }, expect: { status: 303 } });
});

test('five wrong tries and the digits are void', async () => {
  const site = await world();
  await site.person(nora);
  const { code, attempt } = await askForMail(site, nora.email);
  for (let tried = 0; tried < 5; tried++) {
    const answer = await site.request('/sign-in/code', { form: { attempt, code: wrong(code) } });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([422, null]);
  }
  const late = await site.request('/sign-in/code', { form: { attempt, code } });
  expect(late.status).toBe(422);
  expect(errorAt(late.text, 'code')).toContain('a new mail is needed');
});

test.each([
  'nora@family.example\r\nBcc: evil@evil.example',
  'nora@family.example,evil@evil.example',
  'Nora <nora@family.example>',
  'nora',
  '',
])('%j is refused beside its field, and stands there still', async (email) => {
  const site = await world();
  await site.person(nora);
  const answer = await site.request('/sign-in', { form: { email, to: '/home/family' } });
  expect(answer.status).toBe(422);
  expect(errorAt(answer.text, 'email')).toBeTruthy();
  expect(answer.text).toContain('aria-invalid="true"');
  expect(answer.text).toContain('aria-describedby="email-error"');
  expect(formTo(answer.text, '/sign-in').fields).toMatchObject({ to: '/home/family' });
  expect(await site.mails()).toEqual([]);
});

test('the cookie is bound to this host, unreadable for scripts, and new at each sign-in', async () => {
  const site = await world();
  await site.person(nora);
  const reader = site.stranger();
  reader.cookies.set(cookieName, 'chosen-by-somebody-else');
  const first = await site.request((await askForMail(site, nora.email)).link, { as: reader, form: {} });
  const cookie = first.headers.getSetCookie()[0] ?? '';
  expect(cookie).toMatch(/^__Host-snowdrop=[\w-]{43};/);
  for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=7776000'])
    expect(cookie).toContain(flag);
  expect(cookie).not.toContain('Domain');
  const before = new Map(reader.cookies);
  await site.request((await askForMail(site, nora.email)).link, { as: reader, form: {} });
  expect(reader.cookies.get(cookieName)).not.toBe(before.get(cookieName));
  expect(await isIn(site, reader)).toBe(true);
  expect(await isIn(site, { ...reader, cookies: before })).toBe(false);
});

test('who is signed in already goes on', async () => {
  const site = await world();
  const mother = await site.person(nora);
  await scenario(site, {
    as: mother,
    get: '/sign-in?to=/home/family',
    expect: { status: 303, location: '/home/family' },
  });
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
])('going on to %j leads home', async (to) => {
  const site = await world();
  const mother = await site.person(nora);
  const query = `/sign-in?to=${encodeURIComponent(to)}`;
  await scenario(site, { as: mother, get: query, expect: { status: 303, location: '/home' } });
  await scenario(site, { get: query, expect: { status: 200, notContains: ['evil'] } });
  const { attempt, code } = await askForMail(site, nora.email);
  await scenario(site, {
    post: '/sign-in/code',
    form: { attempt, code, to },
    expect: { status: 303, location: '/home' },
  });
});

test('signing out ends the session at once, and the browser forgets what it kept', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const before = new Map(mother.cookies);
  const headers = { 'clear-site-data': '"storage"', 'cache-control': 'private, no-store' };
  await scenario(site, {
    as: mother,
    post: '/sign-out',
    form: {},
    expect: { status: 303, location: '/', headers },
  });
  expect(mother.cookies.has(cookieName)).toBe(false);
  expect(await isIn(site, { ...mother, cookies: before })).toBe(false);
});

test('a session is seen once an hour, and lasts ninety days from then', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const seen = async (): Promise<unknown> =>
    site.database.reader.selectFrom('session').select(['last_seen_at', 'expires_at']).execute();
  const atFirst = await seen();
  site.clock.advance({ minutes: 59 });
  const quick = await site.request('/home/you', { as: mother });
  expect(quick.headers.get('set-cookie')).toBeNull();
  expect(await seen()).toEqual(atFirst);
  site.clock.advance({ minutes: 2 });
  const later = await site.request('/home/you', { as: mother });
  expect(later.headers.get('set-cookie')).toContain('Max-Age=7776000');
  expect(await seen()).not.toEqual(atFirst);
  site.clock.advance({ days: 89 });
  expect(await isIn(site, mother)).toBe(true);
  site.clock.advance({ days: 90 });
  expect(await isIn(site, mother)).toBe(false);
});
