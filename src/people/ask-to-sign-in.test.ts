import { expect, test } from 'vitest';
import { elias, nora } from '#test/cast.ts';
import { formTo } from '#test/html.ts';
import { type Asked, askForMail } from '#test/signing-in.ts';
import { world } from '#test/world.ts';

const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

test('a known and an unknown address look the same, byte for byte, and only one gets a mail', async () => {
  const site = await world();
  await site.person(nora);
  const bare = ({ page }: Asked): unknown[] => [
    page.status,
    [...page.headers].filter(([name]) => name !== 'date'),
    page.text.replaceAll(/value="[0-9a-f-]{36}"/g, ''),
  ];
  const versionOf = ({ attempt }: Asked): string => attempt.charAt(14);
  const known: Asked[] = [];
  for (let time = 0; time < 7; time++) known.push(await askForMail(site, nora.email));
  const unknown = await askForMail(site, 'nobody@family.example');
  for (const one of known) {
    expect(bare(one)).toEqual(bare(unknown));
    expect(versionOf(one)).toBe(versionOf(unknown));
    expect(one.page.text.length).toBe(unknown.page.text.length);
  }
  // Five within the hour, the sixth and seventh silently none.
  expect((await site.mails()).map(({ to }) => to)).toEqual(Array.from({ length: 5 }, () => nora.email));
});

test('wrong digits answer the same for both', async () => {
  const site = await world();
  await site.person(nora);
  const known = await askForMail(site, nora.email);
  const unknown = await askForMail(site, 'nobody@family.example');
  const answers: string[] = [];
  for (const { attempt } of [known, unknown]) {
    for (let tried = 0; tried < 6; tried++) {
      const { status, text } = await site.request('/sign-in/code', {
        form: { attempt, code: wrong(known.code) },
      });
      answers.push(`${status} ${text.replaceAll(/value="[0-9a-f-]{36}"/g, '')}`);
    }
  }
  expect(new Set(answers).size).toBe(1);
});

test('the mail leaves after the answer, at one address, and names the site as the host set it', async () => {
  const site = await world();
  await site.person(nora);
  await site.request('/sign-in', {
    form: { email: nora.email },
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  });
  const [mail] = await site.mails();
  expect(mail).toMatchObject({ to: nora.email, subject: 'Sign in to Snowdrop' });
  expect(mail?.text).toContain('https://snowdrop.example/sign-in/link/');
  expect(`${mail?.text}${mail?.html}`).not.toContain('evil');
});

test('too much asking from one network is refused, and what was typed stays', async () => {
  const site = await world();
  const from = '192.0.2.7';
  for (let time = 0; time < 20; time++)
    await site.request('/sign-in', { from, form: { email: `${time}@family.example` } });
  const answer = await site.request('/sign-in', { from, form: { email: elias.email, to: '/home/family' } });
  expect(answer.status).toBe(429);
  expect(formTo(answer.text, '/sign-in').fields).toMatchObject({ email: elias.email, to: '/home/family' });
  expect((await site.request('/sign-in', { from: '192.0.2.8', form: { email: elias.email } })).status).toBe(
    200,
  );
});

test('too much asking for one address is refused wherever it comes from, known or unknown', async () => {
  const site = await world();
  await site.person(nora);
  const refused: string[] = [];
  for (const email of [nora.email, 'nobody@family.example']) {
    for (let time = 0; time < 15; time++)
      expect((await site.request('/sign-in', { form: { email } })).status).toBe(200);
    const answer = await site.request('/sign-in', { form: { email: email.toUpperCase() } });
    expect(answer.status).toBe(429);
    refused.push(answer.text.replaceAll(/value="[^"]*"/g, ''));
  }
  expect(refused[0]).toBe(refused[1]);
  expect((await site.request('/sign-in', { form: { email: elias.email } })).status).toBe(200);
});

test('the sixth asking within an hour is told of truthfully, in the same words for everybody', async () => {
  const site = await world();
  await site.person(nora);
  for (const email of [nora.email, 'nobody@family.example'])
    expect((await askForMail(site, email)).page.text).toContain('at most five mails within an hour');
});

test('without SMTP the pages say who has the link, and of no mail that one could look for', async () => {
  const site = await world({ mailLeaves: false });
  await site.person(nora);
  const asking = (await site.request('/sign-in')).text;
  expect(asking).toContain('The person who runs it finds the link in the data folder');
  const { page } = await askForMail(site, nora.email);
  expect(page.text).toContain('finds a link and six digits in the data folder');
  expect(page.text).toContain('let-in');
  for (const text of [asking, page.text])
    expect(text).not.toMatch(/We send|your mail\b(?! address)|another mail/);
});

test('whoever comes to what is for some finds the way for those with a key, and nobody else does', async () => {
  const site = await world();
  const way = 'href="/key"';
  for (const to of ['/with', '/with/wren', '/with/wren/a-year-of-you']) {
    const { location } = await site.request(to);
    expect((await site.request(location!)).text).toContain(way);
  }
  for (const path of ['/sign-in', '/sign-in?to=/home', '/sign-in?to=/without'])
    expect((await site.request(path)).text).not.toContain(way);
});
