import { expect, test } from 'vitest';
import { authenticator } from '#test/authenticator.ts';
import { nora } from '#test/cast.ts';
import { formsIn } from '#test/html.ts';
import { type Answer, type Visitor, type World, world } from '#test/world.ts';

const here = { origin: 'https://snowdrop.example', id: 'snowdrop.example' };
const asJson = { 'content-type': 'application/json', accept: 'application/json' };

function send(site: World, as: Visitor, path: string, body: unknown): Promise<Answer> {
  return site.request(path, { as, body: JSON.stringify(body), headers: asJson });
}

async function options(site: World, as: Visitor, path: string): Promise<{ challenge: string }> {
  const answer = await send(site, as, `${path}/options`, {});
  return (JSON.parse(answer.text) as { options: { challenge: string } }).options;
}

async function add(site: World, as: Visitor, device = authenticator(here)) {
  const response = device.create(await options(site, as, '/home/you/passkeys'));
  return { device, answer: await send(site, as, '/home/you/passkeys', { response }) };
}

async function signIn(
  site: World,
  as: Visitor,
  device: ReturnType<typeof authenticator>,
  userHandle: string,
  to?: string,
) {
  const response = device.get(await options(site, as, '/sign-in/passkey'), userHandle);
  return send(site, as, '/sign-in/passkey', { response, to });
}

test('a passkey is added, and lets its owner in on a device where nobody is signed in', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { device, answer } = await add(site, mother);
  expect(answer.status, answer.text).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({ to: `/home/you/passkeys/${device.id}` });

  const stranger = site.stranger();
  const welcome = await signIn(site, stranger, device, mother.id, '/home/you');
  expect(JSON.parse(welcome.text)).toEqual({ to: '/home/you' });
  const you = await site.request('/home/you', { as: stranger });
  expect(you.status).toBe(200);
  expect(you.text).toContain(nora.name);
  expect(you.text).toContain('last used on');
});

test('the options ask for a discoverable passkey of this very host', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { device } = await add(site, mother);
  const offered = (await options(site, mother, '/home/you/passkeys')) as never;
  expect(offered).toMatchObject({
    rp: { id: 'snowdrop.example' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required' },
    excludeCredentials: [{ id: device.id }],
  });
  const asked = (await options(site, site.stranger(), '/sign-in/passkey')) as never;
  expect(asked).toMatchObject({ rpId: 'snowdrop.example' });
  expect(asked).not.toHaveProperty('allowCredentials', expect.arrayContaining([expect.anything()]));
});

test('the challenge belongs to one browser, counts once, and for five minutes', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { device } = await add(site, mother);

  const asking = site.stranger();
  const answer = await site.request('/sign-in/passkey/options', { as: asking, method: 'POST' });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-snowdrop-passkey='));
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Strict/);
  const { challenge } = (JSON.parse(answer.text) as { options: { challenge: string } }).options;
  const response = device.get({ challenge }, mother.id);

  expect((await send(site, site.stranger(), '/sign-in/passkey', { response })).status).toBe(422);
  const other = site.stranger();
  await options(site, other, '/sign-in/passkey');
  expect((await send(site, other, '/sign-in/passkey', { response })).status).toBe(422);
  const kept = new Map(asking.cookies);
  expect((await send(site, asking, '/sign-in/passkey', { response })).status).toBe(200);
  expect((await send(site, { ...asking, cookies: kept }, '/sign-in/passkey', { response })).status).toBe(422);

  const late = site.stranger();
  const signed = device.get(await options(site, late, '/sign-in/passkey'), mother.id);
  site.clock.advance({ minutes: 5 });
  expect((await send(site, late, '/sign-in/passkey', { response: signed })).status).toBe(422);
});

test('nobody gets in with a passkey for elsewhere, of somebody else, copied, changed, or removed', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const father = await site.person({ name: 'Elias' });
  const { device } = await add(site, mother);
  const refused = async (with_: ReturnType<typeof authenticator>, handle: string): Promise<void> => {
    const stranger = site.stranger();
    expect((await signIn(site, stranger, with_, handle)).status).toBe(422);
    expect((await site.request('/home/you', { as: stranger })).status).toBe(303);
  };
  await refused(authenticator(here), mother.id);
  await refused(device, father.id);

  const stranger = site.stranger();
  const response = device.get(await options(site, stranger, '/sign-in/passkey'), mother.id);
  const changed = {
    ...response.response,
    clientDataJSON: Buffer.from('{"type":"webauthn.get"}').toString('base64url'),
  };
  expect(
    (await send(site, stranger, '/sign-in/passkey', { response: { ...response, response: changed } })).status,
  ).toBe(422);

  device.rewind();
  await refused(device, mother.id);

  await site.request(`/home/you/passkeys/${device.id}?_method=delete`, {
    as: mother,
    method: 'POST',
    form: {},
  });
  await refused(device, mother.id);
});

test.each([
  { origin: 'https://evil.example', id: 'snowdrop.example' },
  { origin: 'https://snowdrop.example', id: 'evil.example' },
  { origin: 'http://snowdrop.example', id: 'snowdrop.example' },
])('a passkey made on $origin for $id is not taken', async (elsewhere) => {
  const site = await world();
  const mother = await site.person(nora);
  const { answer } = await add(site, mother, authenticator(elsewhere));
  expect(answer.status).toBe(422);
  expect((await site.request('/home/you', { as: mother })).text).not.toContain('added on');
});

test('a challenge for one person adds no passkey to another, and one for signing in adds none', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const father = await site.person({ name: 'Elias' });
  const device = authenticator(here);
  const response = device.create(await options(site, mother, '/home/you/passkeys'));
  const challenge = mother.cookies.get('__Host-snowdrop-new-passkey') ?? '';
  father.cookies.set('__Host-snowdrop-new-passkey', challenge);
  expect((await send(site, father, '/home/you/passkeys', { response })).status).toBe(422);

  const asked = await options(site, mother, '/sign-in/passkey');
  mother.cookies.set('__Host-snowdrop-new-passkey', mother.cookies.get('__Host-snowdrop-passkey') ?? '');
  expect((await send(site, mother, '/home/you/passkeys', { response: device.create(asked) })).status).toBe(
    422,
  );
});

test('the same passkey is kept once, and stays with whoever has it', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const father = await site.person({ name: 'Elias' });
  const { device } = await add(site, mother);
  expect((await add(site, father, device)).answer.status).toBe(422);
});

test.each([
  ['nothing', ''],
  ['half', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['an empty answer', '{"response":{}}'],
  ['a wrong type', '{"response":{"id":1}}'],
  ['a byte order mark', '\ufeff{}'],
  ['depth', '['.repeat(10_000)],
  ['a prototype', '{"__proto__":{"response":1}}'],
  [
    'nonsense inside',
    '{"response":{"id":"a","rawId":"a","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"e30"}}}',
  ],
])('what is no answer of a passkey is refused: %s', async (_name, body) => {
  const site = await world();
  const mother = await site.person(nora);
  for (const path of ['/sign-in/passkey', '/home/you/passkeys']) {
    await options(site, mother, path);
    const answer = await site.request(path, { as: mother, body, headers: asJson, method: 'POST' });
    expect(answer.status).toBe(422);
  }
  const large = await site.request('/sign-in/passkey', {
    as: mother,
    body: ' '.repeat(100_000),
    headers: asJson,
  });
  expect(large.status).toBe(413);
});

test('a passkey has a name that its owner gives, and nobody else changes or removes it', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const father = await site.person({ name: 'Elias' });
  const { device } = await add(site, mother);
  const path = `/home/you/passkeys/${device.id}`;
  const [form] = formsIn((await site.request(path, { as: mother })).text);
  expect(form?.action).toBe(path);
  await site.request(path, { as: mother, form: { ...form?.fields, name: '  The blue key  ' } });
  expect((await site.request('/home/you', { as: mother })).text).toContain('The blue key');
  expect((await site.request(path, { as: mother, form: { name: ' ' } })).status).toBe(422);

  expect((await site.request(path, { as: father })).status).toBe(404);
  expect((await site.request(path, { as: father, form: { name: 'Mine' } })).status).toBe(404);
  await site.request(`${path}?_method=delete`, { as: father, method: 'POST', form: {} });
  expect((await site.request('/home/you', { as: mother })).text).toContain('The blue key');
});

test('a passkey that was taken away is told of by mail, once', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { device } = await add(site, mother);
  const path = `/home/you/passkeys/${device.id}?_method=delete`;
  for (const _ of ['pressed', 'pressed again'])
    await site.request(path, { as: mother, method: 'POST', form: {} });
  await site.work();
  const told = (await site.mails()).filter(({ subject }) => subject === 'A passkey of yours was taken away');
  expect(told.map(({ to }) => to)).toEqual([nora.email]);
  expect(told[0]?.text).toContain(`${site.url}/home/you`);
  expect(`${told[0]?.text}${told[0]?.html}`).not.toContain(device.id);
});

test('the last way in is not removed', async () => {
  const site = await world();
  const father = await site.person({ name: 'Elias' });
  const { device } = await add(site, father);
  const path = `/home/you/passkeys/${device.id}`;
  const answer = await site.request(`${path}?_method=delete`, { as: father, method: 'POST', form: {} });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('no way back in');
  expect((await site.request(path, { as: father })).status).toBe(200);
});
