import { expect, test } from 'vitest';
import { nora } from '#test/cast.ts';
import { asksDefne, offersTo } from '#test/translating.ts';
import { world } from '#test/world.ts';

const secret = 'Only for those who may.';

test('mails say who asks and what became of it, in the language that is translated into, and none of the words', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  const tribute = await site.letter(memorial, mother, { title: 'A year of you', text: secret });
  const to = 'ida@translator.example';
  const form = { name: 'Ida', email: to, language: 'Deutsch' };
  await site.request(`/home/tributes/${tribute.id}/translations`, { as: mother, form });
  const [invitation] = await site.mails();
  expect([invitation?.to, invitation?.language]).toEqual([to, 'de']);
  const link = /\/sign-in\/translation\/[\w-]+/.exec(invitation!.text)![0];
  const ida = site.stranger();
  const { location } = await site.request(link, { as: ida, method: 'POST' });
  const id = location!.split('/').at(-1)!;
  const headers = { 'accept-language': 'de' };
  const typed = {
    translator: 'Ida',
    'around-title': 'Ein Jahr',
    'text-0': 'Schneewort.',
    revision: '0',
    of: '1',
    offer: 'yes',
  };
  await site.request(`${location}/draft`, { as: ida, headers, form: typed });
  await site.work();
  await site.request(`/home/translations/${id}/return`, {
    as: mother,
    form: { revision: '1', note: 'The snow.' },
  });
  await site.work();
  await site.request(`${location}/draft`, {
    as: ida,
    headers,
    form: { ...typed, 'text-0': 'Schneewort sie.', revision: '1' },
  });
  await site.work();
  await site.request(`/home/translations/${id}/approval`, { as: mother, form: { revision: '2' } });
  await site.work();
  const mails = await site.mails();
  expect(mails.filter((mail) => mail.to === to).map(({ subject, language }) => [language, subject])).toEqual([
    ['de', 'Nora Lind bittet Sie um eine Übersetzung: Deutsch'],
    ['de', 'Ihre Übersetzung kommt zu Ihnen zurück: Deutsch'],
    ['de', 'Ihre Übersetzung wurde freigegeben: Deutsch'],
  ]);
  for (const { text, html } of mails) {
    for (const words of [secret, 'A year of you', 'Schneewort', 'The snow', 'Wren']) {
      expect(text).not.toContain(words);
      expect(html).not.toContain(words);
    }
  }
});

test('of what a parent may not see, nobody tells them that it was translated', async () => {
  const site = await world();
  const { mother, father, memorial } = await site.family();
  const tribute = await site.letter(memorial, mother, { text: secret, audience: 'only-me' });
  const { translation, defne } = await asksDefne(site, tribute, mother);
  await offersTo(site, translation, defne, { 'text-0': 'Schneewort.' });
  await site.work();
  expect((await site.mails()).map(({ to }) => to)).toEqual([nora.email]);
  for (const [one, count] of [
    [mother, 1],
    [father, 0],
  ] as const) {
    const home = await site.request('/home', { as: one });
    expect(home.text.split('Defne offers you a translation').length - 1).toBe(count);
  }
});
