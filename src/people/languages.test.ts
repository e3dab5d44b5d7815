import { describe, expect, test } from 'vitest';
import { invite } from '#families/invitations/invite.ts';
import { joinPath } from '#families/paths.ts';
import { sayIn } from '#i18n/messages.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { formTo, tagsIn } from '#test/html.ts';
import { type Visitor, type World, world } from '#test/world.ts';

const htmlOf = (text: string) => tagsIn(text).find(({ name }) => name === 'html')?.attributes;

/** Keeps one's own page with a language chosen in it. */
async function reads(site: World, as: Visitor, language: string) {
  const { fields } = formTo((await site.request('/home/you', { as })).text, '/home/you');
  return site.request('/home/you', { as, form: { ...fields, language } });
}

describe('the language somebody reads in', () => {
  test('is chosen on their own page, and every page of theirs follows', async () => {
    const site = await world();
    const { mother, father, memorial } = await site.family();
    expect((await reads(site, mother, 'ar')).location).toBe('/home/you');
    for (const path of ['/home', '/home/you', `/home/${memorial.id}`, '/with', '/home/nothing-there']) {
      const { text } = await site.request(path, { as: mother });
      expect([path, htmlOf(text)]).toMatchObject([path, { lang: 'ar', dir: 'rtl' }]);
      const { text: his } = await site.request(path, { as: father });
      expect([path, htmlOf(his)]).toMatchObject([path, { lang: 'en', dir: 'ltr' }]);
    }
    // Signed in elsewhere, whatever that browser asks for.
    const elsewhere = { ...mother, cookies: new Map(mother.cookies) };
    elsewhere.cookies.delete('__Host-snowdrop-language');
    const headers = { 'accept-language': 'de' };
    expect(htmlOf((await site.request('/home', { as: elsewhere, headers })).text)).toMatchObject({
      lang: 'ar',
    });
    expect(htmlOf((await site.request('/home', { as: father, headers })).text)).toMatchObject({ lang: 'de' });
  });

  test('that nobody speaks here is refused, with everything typed kept', async () => {
    const site = await world();
    const mother = await site.person(nora);
    const { fields } = formTo((await site.request('/home/you', { as: mother })).text, '/home/you');
    const answer = await site.request('/home/you', {
      as: mother,
      form: { ...fields, name: 'Nora L.', language: 'tlh' },
    });
    expect(answer.status).toBe(422);
    expect(formTo(answer.text, '/home/you').fields['name']).toBe('Nora L.');
  });

  test('is what a page for everybody never follows', async () => {
    const site = await world();
    const { mother } = await site.family();
    await reads(site, mother, 'ar');
    const headers = { 'accept-language': 'ar' };
    for (const path of ['/', '/about', '/nothing']) {
      const alone = await site.request(path);
      const { text } = await site.request(path, { as: mother, headers });
      expect(text).toBe(alone.text);
      expect(htmlOf(text)).toMatchObject({ lang: 'en' });
    }
  });

  test('is the one they joined in, and mails to them speak it whoever asks', async () => {
    const site = await world();
    const { mother, id: familyId } = await site.family(nora, elias);
    const secret = await site.database.write((tx) =>
      invite(
        tx,
        { familyId, invitedBy: mother.id, role: 'keeper', name: '', email: undefined },
        site.clock.now(),
      ),
    );
    const path = joinPath(secret);
    const aunt = site.stranger();
    expect(htmlOf((await site.request(path, { as: aunt })).text)).toMatchObject({ lang: 'en' });
    const { text } = await site.request(`${path}?language=ar`, { as: aunt });
    expect(htmlOf(text)).toMatchObject({ lang: 'ar', dir: 'rtl' });
    const { fields } = formTo(text, path);
    const form = { ...fields, name: ines.name, 'signs-as': '', email: ines.email };
    expect((await site.request(path, { as: aunt, form })).status).toBe(303);
    const kept = await site.database.reader
      .selectFrom('person')
      .select('language')
      .where('name', '=', ines.name)
      .executeTakeFirstOrThrow();
    expect(kept.language).toBe('ar');
    expect((await site.mails()).at(-1)).toMatchObject({
      to: ines.email,
      subject: sayIn('ar')('mail.confirm.title'),
      language: 'ar',
    });
    // From a browser that nobody knows yet, in German, she asks for a way in: hers speaks Arabic still.
    await site.database.write((tx) =>
      tx.updateTable('person').set({ email: ines.email }).where('name', '=', ines.name).execute(),
    );
    const headers = { 'accept-language': 'de' };
    const asked = formTo((await site.request('/sign-in', { headers })).text, '/sign-in').fields;
    await site.request('/sign-in', { headers, form: { ...asked, email: ines.email } });
    const mail = (await site.mails()).at(-1);
    expect(mail).toMatchObject({ subject: sayIn('ar')('mail.sign-in.title'), language: 'ar' });
    expect(mail?.html).toMatch(/<html[^>]* dir="rtl"/);
  });
});

test('before signing in the languages stand in a list, and where somebody was going stays', async () => {
  const site = await world();
  const { text } = await site.request('/sign-in?to=/home/you', {
    headers: { 'accept-language': 'fr, en;q=0.5' },
  });
  expect(htmlOf(text)).toMatchObject({ lang: 'fr' });
  const links = tagsIn(text).filter(({ name, attributes }) => name === 'a' && attributes['hreflang']);
  expect(links.map(({ attributes }) => attributes['hreflang'])).toEqual(['en', 'fr', 'es', 'de', 'ar']);
  const german = links.find(({ attributes }) => attributes['hreflang'] === 'de')?.attributes['href'] ?? '';
  const visitor = site.stranger();
  const next = await site.request(`/sign-in${german.replaceAll('&amp;', '&')}`, { as: visitor });
  expect(htmlOf(next.text)).toMatchObject({ lang: 'de' });
  expect(formTo(next.text, '/sign-in').fields['to']).toBe('/home/you');
  expect(htmlOf((await site.request('/key', { as: visitor })).text)).toMatchObject({ lang: 'de' });
});
