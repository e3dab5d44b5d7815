import { expect, test } from 'vitest';
import { nora } from '#test/cast.ts';
import { formTo } from '#test/html.ts';
import { askForMail } from '#test/signing-in.ts';
import { type Visitor, type World, world } from '#test/world.ts';

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1';

/** Signs Nora in by mail. Answers what her mail box holds besides the links. */
async function signIn(site: World, as: Visitor): Promise<string[]> {
  const { link } = await askForMail(site, nora.email);
  await site.request(link, { as, form: {}, headers: { 'user-agent': phone } });
  await site.work();
  return notices(site);
}

async function notices(site: World): Promise<string[]> {
  return (await site.mails())
    .map(({ subject }) => subject)
    .filter((subject) => !subject.startsWith('Sign in'));
}

const title = 'You signed in on a new device';

test('a browser that is new is told of by mail once: the device, the day, and where to end it', async () => {
  const site = await world();
  await site.person(nora);
  const stranger = site.stranger();
  expect(await signIn(site, stranger)).toEqual([title]);
  const mail = (await site.mails()).at(-1)!;
  expect(mail.to).toBe(nora.email);
  for (const said of ['Safari on an iPhone', 'Wednesday, 14 February 2024', `${site.url}/home/you`])
    expect([mail.text, mail.html].every((part) => part.includes(said))).toBe(true);
  for (const secret of stranger.cookies.values()) expect(`${mail.text}${mail.html}`).not.toContain(secret);
  expect(mail.text).not.toMatch(/sign-in\/link|^\d{6}$|10\.0\.0/m);
  expect(await signIn(site, stranger)).toEqual([title]);
  await site.request('/sign-out', { as: stranger, form: {} });
  expect(await signIn(site, stranger)).toEqual([title]);
  expect(await signIn(site, site.stranger())).toEqual([title, title]);
});

test('the answer does not wait for it', async () => {
  const site = await world();
  await site.person(nora);
  const { link } = await askForMail(site, nora.email);
  const answer = await site.request(link, { as: site.stranger(), form: {} });
  expect(answer.status).toBe(303);
  expect(await notices(site)).toEqual([]);
  expect(await site.work()).toBe(1);
});

test('what a browser is known by lets nobody in, stays on this host, and is no script’s to read', async () => {
  const site = await world();
  await site.person(nora);
  const reader = site.stranger();
  const { link } = await askForMail(site, nora.email);
  const answer = await site.request(link, { as: reader, form: {} });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-snowdrop-known='));
  for (const flag of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=34560000'])
    expect(cookie).toContain(flag);
  const mark = new Map([['__Host-snowdrop-known', reader.cookies.get('__Host-snowdrop-known') ?? '']]);
  expect((await site.request('/home/you', { as: { ...reader, cookies: mark } })).status).toBe(303);
});

test('a new paper of codes is told of by mail, and no code is in it', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const path = '/home/you/recovery';
  const asking = formTo((await site.request(path, { as: mother })).text, path);
  const paper = await site.request(path, {
    as: mother,
    form: asking.fields,
    headers: { 'user-agent': phone },
  });
  const codes = [...paper.text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code);
  expect(codes).toHaveLength(10);
  await site.work();
  expect(await notices(site)).toEqual(['New recovery codes were made for you']);
  const { to, text, html } = (await site.mails()).at(-1)!;
  expect(to).toBe(nora.email);
  for (const said of ['Safari on an iPhone', 'Wednesday, 14 February 2024', `${site.url}/home/you`])
    expect([text, html].every((part) => part.includes(said))).toBe(true);
  for (const code of codes) expect(`${text}${html}`).not.toContain(code);
});

test('a device that was signed out from elsewhere is told of when it comes again', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const lost = site.stranger();
  await signIn(site, lost);
  const { text } = await site.request('/home/you', { as: mother });
  const action = /\/home\/you\/sessions\/[0-9a-f-]{36}\?_method=delete/.exec(text)?.[0] ?? '';
  await site.request(action, { as: mother, method: 'POST', form: {} });
  expect(await signIn(site, lost)).toEqual([title, title]);
});

test('the very first session is told to nobody, nor is anything to somebody without an address', async () => {
  const site = await world();
  const { mother, id } = await site.family();
  const invited = await site.request('/home/family/invitations', {
    as: mother,
    form: { name: 'Iris', email: '', role: 'keeper', family: id },
  });
  const link = /\/sign-in\/invitation\/[\w-]+/.exec(invited.text)?.[0] ?? '';
  const iris = site.stranger();
  const form = { ...formTo((await site.request(link)).text, link).fields, name: 'Iris', email: '' };
  expect((await site.request(link, { as: iris, form })).status).toBe(303);
  expect(await site.work()).toBe(0);
  await site.request('/home/you/recovery', { as: iris, form: {} });
  expect(await notices(site)).toEqual([]);
});
