import { expect, test } from 'vitest';
import { elias, nora } from '#test/cast.ts';
import { scenario } from '#test/scenario.ts';
import { askForMail } from '#test/signing-in.ts';
import { cookieName, world } from '#test/world.ts';

test('devices are listed, and each can be signed out at once', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const father = await site.person(elias);
  const headers = {
    'user-agent':
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1',
  };
  const [phone, tablet] = [site.stranger(), site.stranger()];
  for (const as of [phone, tablet]) {
    const { link } = await askForMail(site, nora.email);
    await site.request(link, { as, form: {}, headers });
  }
  const shown = await site.request('/home/you', { as: mother });
  expect(shown.text).toContain('Safari on an iPhone');
  expect(shown.text).toContain('this device');
  const [action = ''] = [
    ...shown.text.matchAll(/action="(\/home\/you\/sessions\/[0-9a-f-]{36}\?_method=delete)"/g),
  ].map(([, path]) => path);

  await site.request(action, { as: father, method: 'POST', form: {} });
  const signedIn = async (): Promise<number[]> =>
    Promise.all([mother, phone, tablet].map(async (as) => (await site.request('/home/you', { as })).status));
  expect(await signedIn()).toEqual([200, 200, 200]);
  await scenario(site, {
    as: mother,
    post: action,
    form: {},
    expect: { status: 303, location: '/home/you' },
  });
  expect((await signedIn()).toSorted((a, b) => a - b)).toEqual([200, 200, 303]);
  await site.request('/home/you/sessions/others?_method=delete', { as: mother, method: 'POST', form: {} });
  expect(await signedIn()).toEqual([200, 303, 303]);
  expect((await site.request('/home/you', { as: father })).status).toBe(200);
});

test('each device says since when it is signed in and on which day it was last used', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const laptop = site.stranger();
  site.clock.advance({ days: 3 });
  await site.request((await askForMail(site, nora.email)).link, { as: laptop, form: {} });
  const { text } = await site.request('/home/you', { as: mother });
  expect(text).toContain('this device, signed in on Wednesday, 14 February 2024');
  expect(text).toContain('signed in and last used on Saturday, 17 February 2024');
  site.clock.advance({ days: 2 });
  await site.request('/home', { as: laptop });
  expect((await site.request('/home/you', { as: mother })).text).toContain(
    'signed in on Saturday, 17 February 2024, last used on Monday, 19 February 2024',
  );
});

test('signing out everywhere ends every session, and this browser forgets what it kept', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const father = await site.person(elias);
  const laptop = site.stranger();
  await site.request((await askForMail(site, nora.email)).link, { as: laptop, form: {} });
  const here = { ...mother, cookies: new Map(mother.cookies) };
  const shown = await site.request('/home/you', { as: mother });
  expect(shown.text).toContain('Sign out everywhere else');
  await scenario(site, {
    as: mother,
    post: '/home/you/sessions/all?_method=delete',
    form: {},
    expect: { status: 303, location: '/', headers: { 'clear-site-data': '"storage"' } },
  });
  expect(mother.cookies.has(cookieName)).toBe(false);
  for (const as of [here, laptop]) expect((await site.request('/home/you', { as })).status).toBe(303);
  expect((await site.request('/home/you', { as: father })).status).toBe(200);
});

test('who is signed in on one device alone is offered to sign out there', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { text } = await site.request('/home/you', { as: mother });
  expect(text).toContain('Sign out here');
  expect(text).not.toContain('Sign out everywhere');
});
