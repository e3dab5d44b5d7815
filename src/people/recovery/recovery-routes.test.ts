import { expect, test } from 'vitest';
import { nora } from '#test/cast.ts';
import { decoded, errorAt, formsIn, formTo, tagsIn } from '#test/html.ts';
import { press } from '#test/press.ts';
import { scenario } from '#test/scenario.ts';
import { type Answer, type Visitor, type World, world } from '#test/world.ts';

const recovery = '/home/you/recovery';
const signIn = '/sign-in/recovery';

async function make(site: World, as: Visitor): Promise<{ page: Answer; codes: string[] }> {
  const page = await press(site, as, formTo((await site.request(recovery, { as })).text, recovery));
  return { page, codes: [...page.text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code) };
}

const type = (site: World, code: string, from?: string): Promise<Answer> =>
  site.request(signIn, { form: { recovery: code }, ...(from ? { from } : {}) });

/** What a person's own page says of their codes, and what it offers. */
const left = async (site: World, as: Visitor): Promise<string | undefined> => {
  const { text } = await site.request('/home/you', { as });
  return />([^<]*recovery codes? (?:is|are)[^<]*|Make recovery codes)</.exec(text)?.[1];
};

test('ten codes are shown once, to print, to write down or to keep as a file', async () => {
  const site = await world();
  const mother = await site.person(nora);
  expect(await left(site, mother)).toBe('Make recovery codes');
  const { page, codes } = await make(site, mother);
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(codes).toHaveLength(10);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9a-z]{4}-){4}[0-9a-z]{4}$/);
  for (const words of ['snowdrop.example', nora.name, '14 February 2024', `${site.url}${signIn}`])
    expect(page.text).toContain(words);
  const file = tagsIn(page.text).find(({ attributes }) => 'download' in attributes)?.attributes['href'];
  const [head, body = ''] = file?.split(',') ?? [];
  expect(head).toBe('data:text/plain;charset=utf-8');
  for (const code of codes) expect(decodeURIComponent(body)).toContain(`\r\n${code}\r\n`);
  const again = await site.request(recovery, { as: mother });
  for (const code of codes) expect(again.text).not.toContain(code);
  expect(again.text).toContain('the codes on that paper stop working');
  expect(await left(site, mother)).toBe('All ten recovery codes are still there.');
  for (const code of codes) expect(await site.rows()).not.toContain(code.replaceAll('-', ''));
});

test('a code signs in as it is typed, once, and goes on to where one was going', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { codes } = await make(site, mother);
  const reader = site.stranger();
  const asking = await site.request(`/sign-in?to=/home/family`, { as: reader });
  expect(asking.text).toContain(`formaction="${signIn}"`);
  const typing = await site.request(signIn, { as: reader, form: formTo(asking.text, '/sign-in').fields });
  expect(typing.status).toBe(200);
  const typed = ` ${codes[0]!.toUpperCase().replaceAll('-', '  ')} `;
  const welcome = await press(site, reader, formTo(typing.text, signIn), { recovery: typed });
  expect([welcome.status, welcome.location]).toEqual([303, '/home/family']);
  expect((await site.request('/home/you', { as: reader })).text).toContain(nora.name);
  expect(await left(site, reader)).toBe('Nine of your recovery codes are left.');
  expect((await type(site, codes[0]!)).status).toBe(422);
  for (const code of codes.slice(1, 9)) expect((await type(site, code)).status).toBe(303);
  expect(await left(site, mother)).toBe('One of your recovery codes is left.');
  await type(site, codes[9]!);
  expect(await left(site, mother)).toBe('None of your recovery codes is left.');
});

test('its person is told by mail, with the device and how many are left, and by one mail for each act', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { codes } = await make(site, mother);
  await site.request(signIn, {
    form: { recovery: codes[3]! },
    as: site.stranger(),
    headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' },
  });
  await site.work();
  const mails = await site.mails();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [nora.email, 'New recovery codes were made for you'],
    [nora.email, 'One of your recovery codes was used'],
  ]);
  const { text } = mails[1]!;
  for (const said of [
    'Firefox on a Windows computer',
    '14 February 2024',
    'Nine of your recovery codes are left',
  ])
    expect(text).toContain(said);
  for (const code of codes) expect(text).not.toContain(code);
});

test('what had been typed before the session ended goes through it', async () => {
  const site = await world();
  const { mother, id } = await site.family();
  const { codes } = await make(site, mother);
  await site.request('/sign-out', { as: mother, form: {} });
  const form = { 'signs-as': 'Mama, and Nora', family: id };
  const answer = await site.request('/home/family', { as: mother, form });
  const typing = await press(site, mother, { ...formTo(answer.text, '/sign-in'), action: signIn });
  expect(typing.text).toContain('What you had written');
  const mistyped = await press(site, mother, formTo(typing.text, signIn), { recovery: 'mistyped' });
  expect([mistyped.status, formTo(mistyped.text, signIn).fields['recovery']]).toEqual([422, 'mistyped']);
  const back = await press(site, mother, formTo(mistyped.text, signIn), { recovery: codes[0]! });
  expect(back.text).toContain('Nothing was lost');
  expect((await press(site, mother, formsIn(back.text)[0]!)).status).toBe(303);
  expect((await site.request('/home/family', { as: mother })).text).toContain('Mama, and Nora');
});

test('wrong, used, replaced and malformed codes, and those of nobody, are refused in the same words', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const old = await make(site, mother);
  site.clock.advance({ minutes: 1 });
  const { codes } = await make(site, mother);
  await type(site, codes[0]!);
  const wrongEnd = `${codes[1]!.slice(0, -1)}${codes[1]!.endsWith('0') ? '1' : '0'}`;
  const tried = [codes[0]!, old.codes[0]!, wrongEnd, '7k3m-q9xt-2bwf-h4np-zr5c', 'nonsense', '', '\0'];
  const answers = await Promise.all(tried.map((code) => type(site, code)));
  for (const [at, answer] of answers.entries()) {
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([422, null]);
    expect(decoded(answer.text)).toContain(`value="${tried[at]}"`);
  }
  const bare = answers.map(({ text }) => text.replaceAll(/ value="[^"]*"/g, ''));
  expect(new Set(bare).size).toBe(1);
});

test('too many tries from one network, or at one paper from wherever, are refused: known or unknown', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { codes } = await make(site, mother);
  for (let time = 0; time < 20; time++) await type(site, 'nonsense', '192.0.2.7');
  expect((await type(site, codes[0]!, '192.0.2.7')).status).toBe(429);
  expect((await type(site, codes[0]!, '192.0.2.8')).status).toBe(303);

  const refused: string[] = [];
  const unknown = codes[0]!.startsWith('7k3m') ? '8k3m' : '7k3m';
  for (const [paper, before] of [
    [codes[0]!.slice(0, 4), 1],
    [unknown, 0],
  ] as const) {
    const wrong = `${paper}-0000-0000-0000-0000`;
    for (let time = before; time < 20; time++) expect((await type(site, wrong)).status).toBe(422);
    const answer = await type(site, wrong);
    expect([answer.status, errorAt(answer.text, 'recovery')]).toEqual([
      429,
      expect.stringContaining('In a few minutes'),
    ]);
    refused.push(answer.text.replaceAll(/ value="[^"]*"/g, ''));
  }
  expect(refused[0]).toBe(refused[1]);
  expect((await type(site, codes[1]!)).status).toBe(429);
});

test('who is signed in already goes on, and uses no code up', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { codes } = await make(site, mother);
  for (const form of [{ recovery: codes[0]! }, {}]) {
    await scenario(site, {
      as: mother,
      post: signIn,
      form: { ...form, to: '/home/you' },
      expect: { status: 303, location: '/home/you' },
    });
  }
  await scenario(site, { as: mother, get: signIn, expect: { status: 303, location: '/home' } });
  expect(await left(site, mother)).toBe('All ten recovery codes are still there.');
});

test('a code leads nowhere off this site', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const { codes } = await make(site, mother);
  const query = `${signIn}?to=${encodeURIComponent('//evil.example')}`;
  await scenario(site, { get: query, expect: { status: 200, notContains: ['evil'] } });
  await scenario(site, {
    post: signIn,
    form: { recovery: codes[0]!, to: '//evil.example' },
    expect: { status: 303, location: '/home' },
  });
});

test('of a form sent twice at once, the codes that are shown last are those that count', async () => {
  const site = await world();
  const mother = await site.person(nora);
  const form = formTo((await site.request(recovery, { as: mother })).text, recovery);
  const [first, second] = await Promise.all([press(site, mother, form), press(site, mother, form)]);
  const codesOf = ({ text }: Answer): string => /<code>([^<]+)/.exec(text)?.[1] ?? '';
  expect((await type(site, codesOf(first))).status).toBe(422);
  expect((await type(site, codesOf(second))).status).toBe(303);
});
