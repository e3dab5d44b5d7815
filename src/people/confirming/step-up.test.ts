import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { type PersonEnv, requirePerson } from '#people/signed-in.tsx';
import { requireFresh } from '#people/confirming/step-up.tsx';
import { nora } from '#test/cast.ts';
import {
  addPasskey,
  ask,
  askForDigits,
  codesOf,
  longSignedIn,
  makeCodes,
  recovery,
  send,
  stepUp,
} from '#test/confirming.ts';
import { errorAt, formsIn, formTo } from '#test/html.ts';
import { press } from '#test/press.ts';
import { scenario } from '#test/scenario.ts';
import { cookieName, world } from '#test/world.ts';

test('nothing is asked within ten minutes of signing in', async () => {
  const site = await world();
  const mother = await site.person(nora);
  site.clock.advance({ minutes: 9, seconds: 59 });
  expect(codesOf(await makeCodes(site, mother))).toHaveLength(10);
  site.clock.advance({ seconds: 1 });
  expect((await makeCodes(site, mother)).status).toBe(401);
});

test('six digits from a mail confirm, the form goes on, and for ten minutes nothing more is asked', async () => {
  const { site, mother } = await longSignedIn();
  const asking = await makeCodes(site, mother);
  expect([asking.status, asking.headers.get('cache-control')]).toEqual([401, 'private, no-store']);
  expect(asking.text).toContain(ask);
  const { page, code, type } = await askForDigits(site, mother, asking);
  expect(page.text).toContain(nora.email);
  expect((await site.mails()).at(-1)).toMatchObject({
    to: nora.email,
    subject: expect.stringContaining('confirm'),
  });
  const wrong = await type(code === '000000' ? '000001' : '000000');
  expect([wrong.status, errorAt(wrong.text, 'code')]).toEqual([
    422,
    expect.stringContaining('not the right ones'),
  ]);
  const back = await press(site, mother, formTo(wrong.text, `${stepUp}/code`), { code });
  expect(back.text).toContain('Thank you');
  expect(codesOf(await press(site, mother, formsIn(back.text)[0]!))).toHaveLength(10);
  site.clock.advance({ minutes: 9 });
  expect((await makeCodes(site, mother)).status).toBe(200);
  site.clock.advance({ minutes: 1 });
  expect((await makeCodes(site, mother)).status).toBe(401);
});

test('what is guarded changes nothing before, and what is not is done at once', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { id } = await addPasskey(site, mother);
  site.clock.advance({ minutes: 10 });
  const before = await site.rows();
  const guarded: [string, Record<string, string>][] = [
    [recovery, {}],
    ['/home/you/passkeys/options', {}],
    [`/home/you/passkeys/${id}?_method=delete`, {}],
    ['/home/you', { name: 'Nora L.', email: 'nora@new.example' }],
    ['/home/you', { name: 'Nora L.', email: '' }],
  ];
  for (const [path, form] of guarded) {
    const answer = await site.request(path, { as: mother, method: 'POST', form });
    expect([path, answer.status, answer.text.includes(ask)]).toEqual([path, 401, true]);
    const kept = JSON.parse(formTo(answer.text, stepUp).fields['kept'] ?? '') as object;
    expect(kept).toMatchObject({ path, fields: form });
  }
  expect(await site.rows()).toBe(before);
  expect(await site.mails()).toEqual([]);
  for (const [path, form] of [
    ['/home/you', { name: 'Nora L.', email: nora.email }],
    [`/home/you/passkeys/${id}`, { name: 'The small phone' }],
    ['/home/you/sessions/others?_method=delete', {}],
  ] as const)
    expect([path, (await site.request(path, { as: mother, method: 'POST', form })).status]).toEqual([
      path,
      303,
    ]);
});

test('a new address and a name are typed once', async () => {
  const { site, mother } = await longSignedIn();
  const form = { name: 'Nora L.', email: 'nora@new.example' };
  const asking = await site.request('/home/you', { as: mother, form });
  const { code, type } = await askForDigits(site, mother, asking);
  const back = await type(code);
  const asked = await press(site, mother, formsIn(back.text)[0]!);
  expect(formTo(asked.text, '/home/you/address').fields).toMatchObject({ email: 'nora@new.example' });
  expect((await site.request('/home/you', { as: mother })).text).toContain('Nora L.');
  expect((await site.mails()).map(({ to }) => to)).toEqual([nora.email, 'nora@new.example']);
});

test('a session that was confirmed has a new secret, and the one before is worth nothing', async () => {
  const { site, mother } = await longSignedIn();
  const copied = { ...mother, cookies: new Map(mother.cookies) };
  const { code, type } = await askForDigits(site, mother, await makeCodes(site, mother));
  await type(code);
  expect(mother.cookies.get(cookieName)).not.toBe(copied.cookies.get(cookieName));
  expect((await site.request('/home/you', { as: mother })).status).toBe(200);
  expect((await site.request('/home/you', { as: copied })).status).toBe(303);
});

test('a script is told where to go', async () => {
  const { site, mother } = await longSignedIn();
  const answer = await send(site, mother, '/home/you/passkeys/options', {});
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toEqual({ error: ask, confirm: stepUp });
});

test('a page that is guarded opens once it is known who is there, with all of its address', async () => {
  const { site, mother } = await longSignedIn();
  const app = new Hono<PersonEnv>();
  app.use('/home/*', requirePerson(site.site));
  app.get('/home/guarded', requireFresh(site.site), (c) => c.text('what is guarded'));
  const look = async (method = 'GET'): Promise<Response> =>
    app.fetch(
      new Request('https://snowdrop.example/home/guarded?a=1&b=%2F', {
        method,
        headers: { cookie: `${cookieName}=${mother.cookies.get(cookieName)}` },
      }),
    );
  for (const method of ['GET', 'HEAD']) {
    const answer = await look(method);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${stepUp}?to=%2Fhome%2Fguarded%3Fa%3D1%26b%3D%252F`,
    ]);
  }
  const asking = await site.request((await look()).headers.get('location') ?? '', { as: mother });
  expect(asking.status).toBe(200);
  const { code, type } = await askForDigits(site, mother, asking);
  const on = await type(code);
  expect([on.status, on.location]).toEqual([303, '/home/guarded?a=1&b=%2F']);
  expect(await (await look()).text()).toBe('what is guarded');
});

test.each(['//evil.example', '/\\evil.example', 'https:evil.example'])(
  'confirming leads from %j home, and never off this site',
  async (to) => {
    const { site, mother } = await longSignedIn();
    const query = `${stepUp}?to=${encodeURIComponent(to)}`;
    await scenario(site, { as: mother, get: query, expect: { status: 200, notContains: ['evil'] } });
    const kept = JSON.stringify({ path: to, fields: {}, files: 0 });
    const asking = await site.request(stepUp, { as: mother, form: { to, kept } });
    expect(asking.text).not.toContain('evil');
    const { code, type } = await askForDigits(site, mother, asking);
    const on = await type(code);
    expect([on.status, on.location]).toEqual([303, '/home']);
    await scenario(site, { as: mother, get: query, expect: { status: 303, location: '/home' } });
  },
);

test('photographs cannot wait, and the page says so', async () => {
  const { site, mother } = await longSignedIn();
  const files = { photographs: new File([new Uint8Array(200_000)], 'wren.jpg') };
  const answer = await site.request(recovery, { as: mother, form: { words: 'Dear Wren' }, files });
  expect(answer.status).toBe(401);
  expect(answer.text).toContain('choose it again');
  expect(answer.text).toContain('Dear Wren');
});

test('without SMTP the page says who has the digits, and of no mail that one could look for', async () => {
  const site = await world({ mailLeaves: false });
  const mother = await site.person(nora);
  site.clock.advance({ minutes: 10 });
  const asking = await makeCodes(site, mother);
  const { page } = await askForDigits(site, mother, asking);
  for (const { text } of [asking, page]) {
    expect(text).toContain('This site sends no mail');
    expect(text).not.toMatch(/We send|A mail with six digits goes/);
  }
});
