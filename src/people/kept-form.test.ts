import { expect, test } from 'vitest';
import { letter, nora } from '#test/cast.ts';
import { formsIn, formTo } from '#test/html.ts';
import { press } from '#test/press.ts';
import { type Answer, type Visitor, type World, world } from '#test/world.ts';

const long = `\n\n${letter.text}${'Deine Hände, 👩‍👩‍👧 "so" <klein> & \'still\'\n'.repeat(2200)}\n`;

/** A mother whose session ended while she wrote, and the page that her letter got as an answer. */
async function signedOutWhileWriting(fields: Record<string, string> = {}) {
  const site = await world();
  const { mother, memorial } = await site.family();
  const draft = await site.letter(memorial, mother, { published: false });
  const sheet = `/home/tributes/${draft.id}`;
  const form = formTo((await site.request(sheet, { as: mother })).text, `${sheet}/draft`);
  await site.request('/sign-out', { as: mother, form: {} });
  const answer = await press(site, mother, form, { text: long, ...fields });
  return { site, mother, sheet, answer };
}

async function mailed(site: World): Promise<{ link: string; code: string }> {
  const text = (await site.mails()).at(-1)?.text ?? '';
  return {
    link: /\/sign-in\/link\/[\w-]+/.exec(text)?.[0] ?? '',
    code: /^\d{6}$/m.exec(text)?.[0] ?? '',
  };
}

async function isKept(site: World, mother: Visitor, sheet: string, back: Answer): Promise<void> {
  expect(back.status).toBe(200);
  expect(back.text).toContain('Nothing was lost');
  const saved = await press(site, mother, formsIn(back.text)[0]!);
  expect([saved.status, saved.location]).toEqual([303, `${sheet}?kept`]);
  const { fields } = formTo((await site.request(sheet, { as: mother })).text, `${sheet}/draft`);
  expect(fields['text']).toBe(long);
}

test('a letter of 100 kB is kept through the digits, to the last line break', async () => {
  const { site, mother, sheet, answer } = await signedOutWhileWriting();
  expect(Buffer.byteLength(long)).toBeGreaterThan(100_000);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.text).toContain('What you had written');
  const asked = await press(site, mother, formTo(answer.text, '/sign-in'), { email: nora.email });
  expect(asked.text).toContain('What you had written');
  const form = formTo(asked.text, '/sign-in/code');
  const mistyped = await press(site, mother, form, { code: 'mistyped' });
  expect(mistyped.status).toBe(422);
  const { code } = await mailed(site);
  await isKept(
    site,
    mother,
    sheet,
    await press(site, mother, formTo(mistyped.text, '/sign-in/code'), { code }),
  );
});

test('through a mistyped address, a second mail, and too many tries', async () => {
  const { site, mother, sheet, answer } = await signedOutWhileWriting();
  const mistyped = await press(site, mother, formTo(answer.text, '/sign-in'), { email: 'nora' });
  expect(mistyped.status).toBe(422);
  const asked = await press(site, mother, formTo(mistyped.text, '/sign-in'), { email: nora.email });
  const again = await press(site, mother, formTo(asked.text, '/sign-in/code'), { again: 'yes' });
  expect(again.status).toBe(200);
  const second = await press(site, mother, formTo(again.text, '/sign-in'), { email: nora.email });
  const { attempt = '' } = formTo(second.text, '/sign-in/code').fields;
  for (let time = 0; time < 31; time++)
    await site.request('/sign-in/code', { from: '192.0.2.7', form: { attempt: 'x', code: '1' } });
  const form = formTo(second.text, '/sign-in/code');
  const limited = await site.request('/sign-in/code', {
    from: '192.0.2.7',
    form: { ...form.fields, code: '1' },
  });
  expect(limited.status).toBe(429);
  expect(formTo(limited.text, '/sign-in/code').fields).toMatchObject({ attempt, kept: form.fields['kept'] });
  const { code } = await mailed(site);
  await isKept(
    site,
    mother,
    sheet,
    await press(site, mother, formTo(limited.text, '/sign-in/code'), { code }),
  );
});

test('through the link, used in another window of the same browser', async () => {
  const { site, mother, sheet, answer } = await signedOutWhileWriting();
  const asked = await press(site, mother, formTo(answer.text, '/sign-in'), { email: nora.email });
  expect(asked.text).toContain('The digits can stay empty');
  await site.request((await mailed(site)).link, { as: mother, form: {} });
  await isKept(site, mother, sheet, await press(site, mother, formTo(asked.text, '/sign-in/code')));
});

test('through a passkey, which sends the same form once it has signed in', async () => {
  const { site, mother, sheet, answer } = await signedOutWhileWriting();
  expect(answer.text).toContain('data-kept-path="/sign-in"');
  mother.cookies = (await site.person({ name: 'Nora elsewhere' })).cookies;
  const back = await press(site, mother, formTo(answer.text, '/sign-in'));
  expect(formsIn(back.text)[0]).toMatchObject({ action: `${sheet}/draft`, fields: { text: long } });
});

test('what carries a letter is sent as multipart, in which Arabic does not grow beyond what is taken', async () => {
  const { site, mother, answer } = await signedOutWhileWriting();
  const asked = await press(site, mother, formTo(answer.text, '/sign-in'), { email: nora.email });
  const back = await press(site, mother, formTo(asked.text, '/sign-in/code'), {
    code: (await mailed(site)).code,
  });
  const pages = [answer, asked, back].map(({ text }) => formsIn(text)[0]?.enctype);
  expect(new Set(pages)).toEqual(new Set(['multipart/form-data']));
});

test('every field goes on, with the same key, the address as it was asked, and a button that deletes', async () => {
  const site = await world();
  const stranger = site.stranger();
  const form = {
    form: 'b0a7e5d4-3c1f-4f1c-9a52-0d0f4b1f8a11',
    'a b&c="d"': 'ü<',
    empty: '',
    lines: '\n\none\n',
    tab: '\t x ',
  };
  const answer = await site.request('/home/you/sessions/others?_method=delete&x=%22y&z=\\', {
    as: stranger,
    method: 'POST',
    form,
  });
  expect(answer.status).toBe(401);
  const mother = await site.person(nora);
  const back = await press(site, mother, formTo(answer.text, '/sign-in'));
  expect(formsIn(back.text)[0]).toMatchObject({
    action: '/home/you/sessions/others?_method=delete&x=%22y&z=%5C',
    fields: form,
  });
});

test('photographs cannot wait, and the page says so', async () => {
  const site = await world();
  const files = {
    photographs: new File([new Uint8Array(200_000)], 'wren.jpg'),
    more: new File(['x'], 'hand.jpg'),
  };
  const answer = await site.request('/home/tributes/1/draft', {
    as: site.stranger(),
    form: { text: 'Dear Wren' },
    files,
  });
  expect(answer.status).toBe(401);
  expect(answer.text).toContain('choose them again');
  const mother = await site.person(nora);
  const back = await press(site, mother, formTo(answer.text, '/sign-in'));
  expect(back.text).toContain('choose them again');
  expect(formsIn(back.text)[0]?.fields).toEqual({ text: 'Dear Wren' });
});

test('a script that saves is told, in its own format', async () => {
  const site = await world();
  const answer = await site.request('/home/tributes/1/draft', {
    as: site.stranger(),
    form: { text: 'Dear Wren' },
    headers: { accept: 'application/json' },
  });
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toHaveProperty('error');
});

test('a page asks to sign in and then opens, with all of its address', async () => {
  const site = await world();
  const path = '/home/family?family=1&x=a%20b';
  const answer = await site.request(path, { as: site.stranger() });
  expect([answer.status, answer.location]).toEqual([303, `/sign-in?to=${encodeURIComponent(path)}`]);
  const shown = await site.request(answer.location ?? '');
  expect(formTo(shown.text, '/sign-in').fields['to']).toBe(path);
  const head = await site.request(path, { as: site.stranger(), method: 'HEAD' });
  expect(head.status).toBe(303);
});

test.each([
  '{"path":"https://evil.example/","fields":{},"files":0}',
  '{"path":"//evil.example","fields":{},"files":0}',
  '{"path":"/\\\\evil.example","fields":{},"files":0}',
  '{"path":"/home/x","fields":{"a":1},"files":0}',
  '{"path":"/home/x","fields":"text","files":0}',
  '{"path":"/home/x"}',
  '{',
  '[]',
])('what no page of ours wrote is no kept form: %s', async (kept) => {
  const site = await world();
  const mother = await site.person(nora);
  const answer = await site.request('/sign-in', { as: mother, form: { kept } });
  expect([answer.status, answer.location]).toEqual([303, '/home']);
});
