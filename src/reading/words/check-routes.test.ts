import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { withoutCookie } from '#routes.ts';
import { decoded, errorAt, tagsIn } from '#test/html.ts';
import { translated } from '#test/translated.ts';
import { type Family, type World, world } from '#test/world.ts';
import { binTribute } from '#tributes/bin/bin.ts';

vi.setConfig({ testTimeout: 60_000 });

const say = sayIn('en');
const text = 'You were here, and the house knew it.\n\nI did not sleep. Juni still sets five plates.';
const secret = 'Nobody was ever told what the midwife whispered to us.';

let site: World;
let family: Family;
beforeAll(async () => {
  site = await world();
  family = await site.family();
  await site.opened(family.memorial);
  await site.letter(family.memorial, family.mother, { title: 'The house', text, audience: 'everyone' });
});

type Json = {
  verdict: string;
  similarity: number;
  passages: {
    url: string;
    part: string;
    text: string;
    translator?: string;
    changed?: string;
    changes: unknown[];
    left_out?: string;
  }[];
  language?: string;
  searched: { pieces: number; languages: string[] };
};

async function checked(body: object, path = '/wren/words/check') {
  const answer = await site.request(path, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
  });
  return { ...answer, json: JSON.parse(answer.text) as Json };
}
const posted = (form: Record<string, string>, path = '/wren/words/check') => site.request(path, { form });

describe('as JSON, asked from anywhere', () => {
  test('says what a quotation is, how much of it, and where it stands', async () => {
    const exact = await checked({ text: '“the house knew it”' });
    expect(exact.status).toBe(200);
    expect(exact.headers.get('cache-control')).toBe('no-store');
    expect(exact.headers.getSetCookie()).toEqual([]);
    expect(exact.json).toMatchObject({
      verdict: 'exact',
      similarity: 1,
      passages: [
        {
          url: 'https://snowdrop.example/wren/words/the-house?version=1#:~:text=the%20house%20knew%20it',
          title: 'The house',
          language: 'en',
          version: 1,
          current: true,
          original: true,
          signed: ['Nora Lind'],
          text: 'the house knew it',
          before: 'You were here, and ',
          after: '.',
          changes: [{ kind: 'same', text: 'the house knew it' }],
        },
      ],
      searched: { pieces: 1, languages: ['en'] },
    });
    const altered = await checked({ text: 'I did sleep. Juni still set five plates.' });
    expect(altered.json.verdict).toBe('altered');
    expect(altered.json.similarity).toBeGreaterThan(0.5);
    expect(altered.json.similarity).toBeLessThan(1);
    expect(altered.json.passages[0]?.changes).toEqual([
      { kind: 'same', text: 'I did' },
      { kind: 'missing', text: ' not' },
      { kind: 'same', text: ' sleep. Juni still' },
      { kind: 'missing', text: ' sets' },
      { kind: 'foreign', text: ' set' },
      { kind: 'same', text: ' five plates' },
    ]);
  });

  test.each([
    ['only punctuation', '… — “” ?!', 'not-found'],
    ['one word', 'house', 'not-found'],
    ['two words', 'five plates', 'exact'],
    ['another script', 'Дом знал об этом, и лестница тоже знала.', 'not-found'],
    ['a direction turned around', 'the \u202ehouse\u202c knew it', 'exact'],
    ['8,000 repetitions', 'house '.repeat(8000), 'not-found'],
    ['8,000 sentences', 'You. '.repeat(8000), 'not-found'],
    ['nothing but brackets that open', '['.repeat(50_000), 'not-found'],
    ['nothing but quotation marks that open', '“'.repeat(50_000), 'not-found'],
  ])('%s has a clear answer', async (_, pasted, verdict) => {
    const { status, json } = await checked({ text: pasted });
    expect([status, json.verdict]).toEqual([200, verdict]);
  });

  test.each([
    ['ten thousand repetitions and more', { text: 'house '.repeat(10_000) }],
    ['five megabytes', { text: 'N'.repeat(5 * 1024 * 1024) }],
  ])('%s are refused by a sentence', async (_, body) => {
    const { status, text: said } = await checked(body);
    expect(status).toBe(422);
    expect(JSON.parse(said)).toEqual({
      errors: { text: say('error.check-too-long', { most: '50000' }) },
    });
  });

  const known = { known: 'text, from' };
  test.each([
    ['{', { error: say('error.json') }],
    ['', { error: say('error.json') }],
    ['[]', { error: say('error.json-object') }],
    ['null', { error: say('error.json-object') }],
    ['"text"', { error: say('error.json-object') }],
    ['{"text":1}', { errors: { text: say('error.json-text') } }],
    ['{"text":"a b","from":["x"]}', { errors: { from: say('error.json-text') } }],
    ['{"quote":"a b"}', { errors: { text: say('error.missing'), quote: say('error.json-unknown', known) } }],
    ['{"text":"a b","__proto__":"x"}', { errors: { ['__proto__']: say('error.json-unknown', known) } }],
    ['{"text":" "}', { errors: { text: say('error.missing') } }],
    [
      `{"text":"a b","from":"${'x'.repeat(2001)}"}`,
      { errors: { from: say('error.too-long', { most: '2000' }) } },
    ],
  ])('%s is refused with what is wrong with it', async (body, refusal) => {
    const answer = await site.request('/wren/words/check', {
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([422, refusal]);
  });

  test('what is wrong is said in the language of the address, and never at length', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`${at}${'x'.repeat(5000)}`, at]));
    const answer = await checked({ text: 'five plates', ...many }, '/de/wren/words/check');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(sayIn('de')('error.json-unknown', known));
    expect(answer.text.length).toBeLessThan(2000);
  });
});

describe('what stands around a text', () => {
  async function withPhotograph() {
    const around = await world();
    const { mother, memorial, id } = await around.family();
    await around.opened(memorial);
    const { id: photographId } = await around.photograph(id, mother, 'a window');
    const caption = 'Ten past four, and the rain had not stopped.';
    const alternative = 'A grey window with a vase of dried poppies on its sill';
    const letter = await around.letter(memorial, mother, {
      title: 'What the window saw',
      text: 'We counted the drops.',
      words: { photographs: [{ photographId, after: 0, caption, alternative }] },
      audience: 'everyone',
    });
    const ask = async (pasted: string) => {
      const answer = await around.request('/wren/words/check', {
        body: JSON.stringify({ text: pasted }),
        headers: { 'content-type': 'application/json' },
      });
      const { verdict, passages } = JSON.parse(answer.text) as Json;
      return { verdict, parts: passages.map(({ part }) => part), url: passages[0]?.url ?? '' };
    };
    return { around, mother, letter, photographId, ask, alternative, caption };
  }

  test('a title and a caption are found where they stand, and lead there', async () => {
    const { around, letter, ask, alternative, caption } = await withPhotograph();
    const title = await ask('“What the Window Saw”');
    expect([title.verdict, title.parts]).toEqual(['exact', ['title']]);
    const under = await ask('the rain had not stopped');
    expect([under.verdict, under.parts]).toEqual(['exact', ['caption']]);
    const { pathname } = new URL(under.url);
    expect(pathname).toBe(`/wren/${letter.address}/versions/1`);
    expect((await around.request(pathname)).text).toContain(caption);
    expect((await ask('Ten past four, and the rain had stopped.')).verdict).toBe('altered');
    expect((await ask('What the window saw. We counted the drops.')).parts).toEqual(['title', 'text']);
    // What a photograph shows is told to those who do not see it; nobody is quoted by that.
    expect((await ask(alternative)).verdict).toBe('not-found');
    const page = await around.request('/de/wren/words/check', { form: { text: 'the rain had not stopped' } });
    expect(decoded(page.text)).toContain(sayIn('de')('check.read-caption', { title: 'What the window saw' }));
  });

  test('in a translation once it is approved, and nowhere once the piece is in the bin', async () => {
    const { around, mother, letter, photographId, ask } = await withPhotograph();
    const caption = 'Dördü on geçe, yağmur dinmemişti.';
    expect((await ask(caption)).verdict).toBe('not-found');
    await translated(around, letter, mother, {
      language: 'tr',
      title: 'Pencerenin gördüğü her şey',
      text: 'Damlaları saydık.',
      around: { [`caption-${photographId}`]: caption },
    });
    expect(await ask(caption)).toMatchObject({ verdict: 'translation', parts: ['caption'] });
    expect(await ask('pencerenin gördüğü her şey')).toMatchObject({
      verdict: 'translation',
      parts: ['title'],
    });
    const now = await around.tributeNow(letter);
    await around.database.write((tx) => binTribute(tx, now, around.clock.now()));
    for (const pasted of [caption, 'the rain had not stopped', 'What the window saw'])
      expect((await ask(pasted)).verdict).toBe('not-found');
  });
});

test('as JSON, what lies between two passages is told by its ends', async () => {
  const long = await world();
  const { mother, memorial } = await long.family();
  await long.opened(memorial);
  const sentences = Array.from({ length: 400 }, (_, at) => `On day ${at} we wrote number ${at} on the door.`);
  await long.letter(memorial, mother, { text: sentences.join(' '), audience: 'everyone' });
  // One in another order, and then every fortieth.
  const pasted = [sentences[1], ...sentences.filter((_, at) => at % 40 === 0)].join(' ');
  const answer = await long.request('/wren/words/check', {
    body: JSON.stringify({ text: pasted }),
    headers: { 'content-type': 'application/json' },
  });
  const { verdict, passages } = JSON.parse(answer.text) as Json;
  expect(verdict).toBe('stitched');
  const left = passages.flatMap(({ left_out: one }) => one ?? []);
  expect(left.length).toBeGreaterThan(5);
  expect(Math.max(...left.map(({ length }) => length))).toBeLessThan(200);
  expect(left[0]).toContain(' […] ');
});

test('a page shows what was changed, to the eye and to the ear', async () => {
  const answer = await posted({ text: 'the house <b>knows</b> it', from: 'https://paper.example/page?x=1' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const tags = tagsIn(answer.text);
  expect(answer.text).toContain(say('check.altered.title'));
  expect(answer.text).toContain(`<span>${say('check.key-foreign')}</span>`);
  expect(tags.filter(({ name }) => name === 'del').at(-1)?.text).toContain(`${say('check.heard-missing')} `);
  expect(decoded(answer.text)).toContain('<bdi class="from">https://paper.example/page?x=1</bdi>');
  expect(answer.text).not.toContain('href="https://paper.example');
  const link = tags.find(({ attributes }) => attributes['id'] === 'link')?.attributes['value'] ?? '';
  expect(Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1)))).toEqual({
    text: 'the house <b>knows</b> it',
    from: 'https://paper.example/page?x=1',
  });
});

test('what overrides the direction is set apart from the rest', async () => {
  const answer = await posted({ text: 'the \u202eesuoh\u202c knew it always' });
  const foreign = /<ins class="altered" dir="auto">/.test(answer.text);
  expect([answer.status, foreign]).toEqual([200, true]);
});

test('nothing typed is lost where a form is refused', async () => {
  const long = 'N'.repeat(50_001);
  const answer = await posted({ text: long, from: 'here' });
  expect(answer.status).toBe(422);
  expect(errorAt(answer.text, 'text')).toBe(say('error.check-too-long', { most: '50000' }));
  expect(answer.text).toContain(long);
  const empty = await posted({ text: ' \n\u200b' });
  expect([empty.status, errorAt(empty.text, 'text')]).toEqual([422, say('error.missing')]);
  const large = await posted({ text: 'N'.repeat(5 * 1024 * 1024) });
  expect(errorAt(large.text, 'text')).toBe(say('error.check-too-long', { most: '50000' }));
});

test('too often from one network is refused, and the words are still there', async () => {
  const from = '192.0.2.7';
  const ask = () => site.request('/wren/words/check', { form: { text: 'five plates' }, from });
  for (let count = 0; count < 60; count++) expect((await ask()).status).toBe(200);
  const answer = await ask();
  expect([answer.status, errorAt(answer.text, 'text')]).toEqual([429, say('problem.too-often.says')]);
  expect(answer.text).toContain('five plates');
});

test('where too many wait, each of the others is told to come again, and keeps what was typed', async () => {
  const asked = Array.from({ length: 40 }, (_, index) =>
    index % 2 === 0 ? posted({ text: 'five plates' }) : checked({ text: 'five plates' }),
  );
  const answers = await Promise.all(asked);
  const busy = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(20);
  expect(busy.length).toBeGreaterThan(0);
  for (const { headers, text: said } of busy) {
    expect(headers.get('retry-after')).toBe('10');
    expect(headers.get('cache-control')).toBe('no-store');
    const isPage = headers.get('content-type')?.startsWith('text/html');
    const sentence = isPage ? errorAt(said, 'text') : (JSON.parse(said) as { error: string }).error;
    expect(sentence).toBe(say('check.busy'));
    if (isPage) expect(said).toContain('five plates</textarea>');
  }
});

test('what is private, withdrawn, in the bin or resting is never found, and no page is where none can be read', async () => {
  const hidden = await world();
  const { mother, memorial } = await hidden.family();
  const ask = async () => {
    const answer = await hidden.request('/wren/words/check', {
      body: JSON.stringify({ text: secret }),
      headers: { 'content-type': 'application/json' },
      as: mother,
    });
    return [answer.status, answer.status === 200 ? (JSON.parse(answer.text) as Json).verdict : ''];
  };
  expect(await ask()).toEqual([404, '']);
  await hidden.opened(memorial);
  for (const audience of ['only-me', 'only-us', 'link'] as const)
    await hidden.letter(memorial, mother, { text: secret, audience });
  await hidden.letter(memorial, mother, { text: secret, published: false });
  expect(await ask()).toEqual([200, 'not-found']);
  const open = await hidden.letter(memorial, mother, { text: secret, audience: 'everyone' });
  expect(await ask()).toEqual([200, 'exact']);
  await hidden.database.write((tx) => binTribute(tx, open, hidden.clock.now()));
  expect(await ask()).toEqual([200, 'not-found']);
});

test('every request without a cookie comes from anywhere, reads none and gets none', async () => {
  const { app } = site;
  for (const { method, path } of withoutCookie)
    expect(app.routes.some((route) => route.method === method && path.test({ pathname: route.path }))).toBe(
      true,
    );
  const form = { text: 'five plates' };
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
  const stranger = await site.request('/wren/words/check', { form, headers });
  const mother = await site.request('/wren/words/check', { form, headers, as: family.mother });
  expect([mother.status, mother.text]).toEqual([200, stranger.text]);
  expect(mother.headers.getSetCookie()).toEqual([]);
});

test('what lies between two places is struck through, and folded where it is much', async () => {
  const much = 'There was a great deal of snow on the road that winter. '.repeat(8).trim();
  const whole = `The nurse opened the window for us. ${much} Then the birds came back to the garden wall.`;
  await site.letter(family.memorial, family.mother, {
    title: 'The window',
    text: whole,
    audience: 'everyone',
  });
  const answer = await posted({
    text: 'The nurse opened the window for us. Then the birds came back to the garden wall.',
  });
  expect(answer.text).toContain(say('check.shortened.title'));
  const gap = /<details class="gap">(.*?)<\/details>/s.exec(answer.text)?.[1] ?? '';
  expect(gap).toContain(`${say('check.gap')}</summary>`);
  expect(gap).toContain('<del class="altered">');
  expect(gap).toContain('There was a great deal of snow');
});
