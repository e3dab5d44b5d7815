import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { preferred, speakWithVisitor } from '#http/spoken.ts';
import { languageHere, sayHere, speaking } from '#i18n/spoken.ts';
import { sayIn } from '#i18n/messages.ts';

test.each([
  ['', 'en'],
  ['fr-CA, fr;q=0.9, en;q=0.8', 'fr'],
  ['ja, de;q=0.4, es;q=0.7', 'es'],
  ['ar;q=0, de-AT;q=0.1', 'de'],
  ['*, tlh', 'en'],
  ['fr;q=high, ar', 'fr'],
  [`${'zz,'.repeat(100)}fr`, 'en'],
])('of “%s” it speaks %s', (header, language) => {
  expect(preferred(header)).toBe(language);
});

test('what was asked for is kept by this browser, before what it prefers', async () => {
  const app = new Hono();
  app.use('/sign-in/*', speakWithVisitor({ url: 'https://snowdrop.example' }));
  app.all('/sign-in/here', (c) => c.text(languageHere()));
  app.get('/elsewhere', (c) => c.text(languageHere()));
  const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
    app.request(path, { method, headers });
  const french = { 'accept-language': 'fr' };
  expect(await (await ask('/sign-in/here', french)).text()).toBe('fr');
  const asked = await ask('/sign-in/here?language=ar', french);
  expect(await asked.text()).toBe('ar');
  const cookie = asked.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(asked.headers.get('set-cookie')).toMatch(
    /^__Host-snowdrop-language=ar;.*HttpOnly; Secure; SameSite=Lax/,
  );
  expect(await (await ask('/sign-in/here', { ...french, cookie })).text()).toBe('ar');
  for (const odd of ['?language=tlh', '?language=', '?language=ar%0d%0aset-cookie:x']) {
    const answer = await ask(`/sign-in/here${odd}`, french);
    expect([await answer.text(), answer.headers.get('set-cookie')]).toEqual(['fr', null]);
  }
  // A form changes no language, and a page for everybody knows nothing of it.
  expect((await ask('/sign-in/here?language=ar', french, 'POST')).headers.get('set-cookie')).toBeNull();
  expect(await (await ask('/elsewhere?language=ar', { ...french, cookie })).text()).toBe('en');
});

test('two answers at the same time do not speak each other’s language', async () => {
  const later = async (): Promise<string> => {
    await new Promise((done) => setTimeout(done, 5));
    return sayHere('languages');
  };
  const said = await Promise.all([speaking('ar', later), speaking('en', later), later()]);
  expect(said).toEqual([sayIn('ar')('languages'), sayIn('en')('languages'), sayIn('en')('languages')]);
});
