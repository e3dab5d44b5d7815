import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { standOtherwise } from '#memorials/day.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { wren } from '#test/cast.ts';
import { errorAt, formTo } from '#test/html.ts';
import { type Visitor, world } from '#test/world.ts';

const say = sayIn('en');
const least = { called: wren.called, sentence: wren.sentence, 'word-set': 'neutral', drawing: 'twig' };
const everything = {
  'shows-name': 'yes',
  'shows-days': 'yes',
  'shows-loss': 'yes',
  'shows-measures': 'yes',
  'shows-resting-place': 'yes',
  'shows-siblings': 'yes',
};

async function told() {
  const site = await world();
  const family = await site.family();
  const home = `/home/memorials/${family.memorial.id}`;
  const send = (path: string, form: Record<string, string>, as: Visitor = family.mother) =>
    site.request(`${home}${path}`, { as, form });
  const keep = (form: Record<string, string>) => send('/child', { ...least, ...form });
  const now = () => site.memorialNow(family.memorial);
  const shown = () => formOf(site, home, family.mother);
  return { site, ...family, home, send, keep, now, shown };
}

async function formOf(site: Awaited<ReturnType<typeof world>>, home: string, as: Visitor) {
  return formTo((await site.request(`${home}/child`, { as })).text, `${home}/child`).fields;
}

const day = (row: string, year: string, more: Record<string, string> = {}) => ({
  [`day-${row}-asked`]: 'yes',
  [`day-${row}-shown`]: 'yes',
  [`day-${row}-year`]: year,
  ...Object.fromEntries(Object.entries(more).map(([part, typed]) => [`day-${row}-${part}`, typed])),
});

describe('what a family keeps about a child', () => {
  test('comes back in the form as it was typed, and sent again as it stands changes nothing', async () => {
    const { keep, now, shown, send } = await told();
    await keep({
      pronunciation: 'ren',
      pronouns: 'they',
      'name-0': 'Wren Amira',
      'name-1': 'نور',
      'name-1-pronunciation': 'noor',
      ...day('born', '2023', { month: '2', day: '14', time: '07:41', place: 'the room by the river' }),
      ...day('new-a', '2022', { words: 'we told your grandmother' }),
      ...day('new-b', '2022', { words: 'we painted the room' }),
      loss: 'stillborn',
      'measure-weight': '2,340 g',
      'measure-other': 'dark hair',
      'resting-place': 'With the sea',
      'sibling-new-a-name': 'Juno',
      'own-en-baby': 'our bird',
      'own-ar-baby': 'عصفورنا',
    });
    const kept = await now();
    expect(kept).toMatchObject({
      pronunciation: 'ren',
      pronouns: 'they',
      names: [
        { name: 'Wren Amira', pronunciation: '' },
        { name: 'نور', pronunciation: 'noor' },
      ],
      loss: 'stillborn',
      measures: [
        { kind: 'weight', words: '2,340 g' },
        { kind: 'other', words: 'dark hair' },
      ],
      restingPlace: 'With the sea',
      siblings: [{ name: 'Juno', ownMemorialId: undefined }],
      vocabulary: { own: { en: { baby: 'our bird' }, ar: { baby: 'عصفورنا' } } },
    });
    expect(kept.days).toHaveLength(3);
    expect(kept.days.at(-1)).toMatchObject({ kind: 'born', place: 'the room by the river', shown: true });
    expect((await send('/child', await shown())).status).toBe(303);
    expect(await now()).toEqual(kept);
  });

  test('the same form sent twice makes one day and one sister, and what is emptied goes', async () => {
    const { keep, now, shown, send } = await told();
    const form = {
      ...day(`new-${randomUUID()}`, '2022', { words: 'the first' }),
      'sibling-new-a-name': 'Juno',
    };
    await keep(form);
    await keep(form);
    const { days, siblings } = await now();
    expect([days.length, siblings.length]).toEqual([1, 1]);
    const again = await shown();
    again[`day-${days[0]!.id}-year`] = '';
    again[`day-${days[0]!.id}-words`] = '';
    again[`sibling-${siblings[0]!.id}-name`] = '';
    await send('/child', again);
    expect(await now()).toMatchObject({ days: [], siblings: [] });
  });

  test('a day that the other parent adds meanwhile stays, and the words in a language that was not asked for', async () => {
    const { keep, now, send, father, home, site } = await told();
    await keep({ ...day('new-a', '2022', { words: 'hers' }), 'own-ar-baby': 'نورنا', loss: 'stillborn' });
    await site.request(`${home}/child`, {
      as: father,
      form: { ...least, ...day('new-b', '2021', { words: 'his' }), 'own-en-baby': 'our light' },
    });
    const { days, vocabulary, loss } = await now();
    expect(days.map(({ words }) => words)).toEqual(['his', 'hers']);
    expect(vocabulary.own).toEqual({ ar: { baby: 'نورنا' }, en: { baby: 'our light' } });
    expect(loss).toBe('stillborn');
    await send('/start/words', { 'word-set': 'star' });
    expect((await now()).vocabulary).toEqual({ sets: { en: 'star' }, own: vocabulary.own });
  });

  test('pronouns are not chosen for anybody: none, until one is ticked, and none again', async () => {
    const { keep, now, shown } = await told();
    expect((await shown())['pronouns']).toBe('');
    await keep({ called: 'Maria' });
    expect((await now()).pronouns).toBe('');
    await keep({ pronouns: 'he' });
    expect((await now()).pronouns).toBe('he');
    await keep({ pronouns: '' });
    expect((await now()).pronouns).toBe('');
  });
});

describe('days that stand otherwise than most do', () => {
  const at = (kind: 'born' | 'died' | 'farewell', date: object) =>
    ({ id: kind, kind, date, words: '', place: '', shown: true }) as never;

  test('are known as far as both dates are', () => {
    const born = at('born', { year: 2023, month: 2, day: 14 });
    expect(standOtherwise([born, at('died', { year: 2023, month: 2, day: 13 })])).toBe(true);
    expect(standOtherwise([born, at('died', { year: 2023, month: 2, day: 14, time: '01:00' })])).toBe(false);
    expect(standOtherwise([born, at('died', { year: 2023 })])).toBe(false);
    expect(standOtherwise([born, at('farewell', { year: 2022 })])).toBe(true);
    expect(standOtherwise([born])).toBe(false);
  });

  test('are kept, shown and said gently to the family once, never to readers', async () => {
    const { site, keep, send, mother, now, home } = await told();
    const answer = await keep({ ...day('born', '2023'), ...day('died', '2022') });
    expect(answer).toMatchObject({ status: 303, location: `${home}?days=as-written` });
    expect((await now()).days.map(({ kind }) => kind)).toEqual(['died', 'born']);
    const gentle = say('about-child.days-as-written');
    expect((await site.request(answer.location!, { as: mother })).text).toContain(gentle);
    expect((await site.request(home, { as: mother })).text).not.toContain(gentle);
    expect((await site.request(`${home}/child`, { as: mother })).text).toContain(gentle);
    await send('/opening', { address: 'wren', ...everything });
    const page = (await site.request('/wren')).text;
    expect(page).toContain('<time datetime="2022">');
    expect(page).not.toContain('as you wrote');
  });
});

describe('too much of everything', () => {
  test('forty names in twelve scripts, each as it was typed', async () => {
    const { site, keep, send, now } = await told();
    const scripts = 'Zoë נור نور 鷦鷯 नूर Нора Σοφία ნინო Նուռ 나라 ฝน ኑር'.split(' ');
    const names = Array.from({ length: 40 }, (_, at) => `${scripts[at % 12]!} ${at}`);
    await keep(Object.fromEntries(names.map((name, at) => [`name-${at}`, name])));
    expect((await now()).names.map(({ name }) => name)).toEqual(names);
    await send('/opening', { address: 'wren', ...everything });
    const page = (await site.request('/ar/wren')).text;
    for (const name of names) expect(page).toContain(`<bdi>${name}</bdi>`);
  });

  test('a hundred other days are kept, and folded on the page', async () => {
    const { site, keep, send, now, shown } = await told();
    const days = Array.from({ length: 100 }, (_, at) =>
      day(`new-${at}`, String(1900 + at), { words: `day ${at}` }),
    );
    await keep(Object.assign(day('born', '2023'), ...days));
    const kept = await now();
    expect(kept.days).toHaveLength(101);
    await send('/child', await shown());
    expect(await now()).toEqual(kept);
    await send('/opening', { address: 'wren', ...everything });
    const page = (await site.request('/wren')).text;
    expect(page).toMatch(/<details class="more-days">[^]*day 99/);
    expect(page.indexOf('born in')).toBeLessThan(page.indexOf('<details'));
  });

  test('a name of a megabyte is refused by its field, and nothing else that was typed is lost', async () => {
    const { keep, now, home } = await told();
    const before = await now();
    const form = {
      'name-0': 'N'.repeat(1024 * 1024),
      'name-1': 'نور',
      ...day('new-a', '2022', { words: 'the first snow', place: 'the hill' }),
      'sibling-new-a-name': 'Juno',
      loss: 'stillborn',
    };
    const answer = await keep(form);
    expect([answer.status, errorAt(answer.text, 'name-0')]).toEqual([
      422,
      say('error.too-long', { most: '200' }),
    ]);
    expect(formTo(answer.text, `${home}/child`).fields).toMatchObject({ ...form });
    expect(await now()).toEqual(before);
  });

  test('two children of one name: each has an address of its own', async () => {
    const { site, send } = await told();
    const other = await site.family({ name: 'Ines' }, { name: 'Omar' });
    expect((await send('/opening', { address: 'wren' })).status).toBe(303);
    const opening = `/home/memorials/${other.memorial.id}/opening`;
    const refused = await site.request(opening, { as: other.mother, form: { address: 'Wren' } });
    expect([refused.status, errorAt(refused.text, 'address')]).toEqual([422, say('error.address-taken')]);
    const second = await site.request(opening, { as: other.mother, form: { address: 'Wren 2' } });
    expect(second.status).toBe(303);
    expect((await site.memorialNow(other.memorial)).address).toBe('wren-2');
  });
});

describe('sisters and brothers', () => {
  async function withJuno() {
    const story = await told();
    const { site, mother } = story;
    const begun = await site.request('/home/memorials', { as: mother, form: {} });
    const id = /memorials\/([^/]+)/.exec(begun.location ?? '')![1]!;
    const juno = { ...(await site.memorialNow({ id })), called: 'zanzibar' };
    await site.database.write((tx) => saveMemorial(tx, juno));
    await story.send('/opening', { address: 'wren', ...everything });
    return { ...story, juno };
  }

  test('a page of their own is linked for those who may see it, and for nobody else', async () => {
    const { site, keep, juno, father, home } = await withJuno();
    await keep({ 'sibling-new-a-name': 'Juno', 'sibling-new-a-memorial': juno.id });
    const page = async (path = '/wren') => (await site.request(path)).text;
    expect(await page()).toContain('<bdi>Juno</bdi>');
    expect(await page()).not.toMatch(new RegExp(`<a[^>]*><bdi>Juno|${juno.id}|zanzibar`));
    const ours = (await site.request(home, { as: father })).text;
    expect(ours).toContain(`<a href="/home/memorials/${juno.id}"><bdi>Juno</bdi></a>`);
    await site.opened(juno, 'juno', { name: true, days: false, portrait: false });
    expect(await page()).toContain('<a href="/juno"><bdi>Juno</bdi></a>');
    expect(await page('/ar/wren')).toContain('<a href="/ar/juno"><bdi>Juno</bdi></a>');
    await site.request(`/home/memorials/${juno.id}/rest`, { as: father, form: {} });
    expect(await page()).not.toContain('juno"');
  });

  test('one without a name here says nothing to those who may not see the page', async () => {
    const { site, keep, juno, father, home } = await withJuno();
    await keep({});
    const without = (await site.request('/wren')).text;
    await keep({ 'sibling-new-a-name': '', 'sibling-new-a-memorial': juno.id });
    expect((await site.request('/wren')).text).toBe(without);
    expect((await site.request(home, { as: father })).text).toContain('<bdi>zanzibar</bdi>');
  });

  test('a child of another family cannot be made one', async () => {
    const { site, keep, now } = await told();
    const other = await site.family({ name: 'Ines' }, { name: 'Omar' });
    const before = await now();
    for (const id of [other.memorial.id, before.id, 'never-was']) {
      const answer = await keep({ 'sibling-new-a-name': 'Juno', 'sibling-new-a-memorial': id });
      expect([answer.status, errorAt(answer.text, 'sibling-new-a-memorial')]).toEqual([
        422,
        say('error.choice'),
      ]);
    }
    expect(await now()).toEqual(before);
  });
});

test('outside the family nothing is seen that was not ticked, on any page or in any feed', async () => {
  const { site, keep, send, memorial, mother } = await told();
  await keep({
    called: 'zanzibar',
    pronunciation: 'zanzibar',
    pronouns: 'she',
    sentence: '',
    'name-0': 'zanzibar',
    ...day('born', '2023', { words: 'zanzibar', place: 'zanzibar' }),
    loss: 'zanzibar',
    'measure-weight': 'zanzibar',
    'resting-place': 'zanzibar',
    'sibling-new-a-name': 'zanzibar',
  });
  await send('/opening', { address: 'wren' });
  await site.letter(memorial, mother, { title: 'A letter', audience: 'everyone' });
  const everywhere = ['', '/a-letter', '/feed.atom', '/feed.json'].map((path) => `/wren${path}`);
  for (const path of [...everywhere, '/ar/wren', '/ar/wren/a-letter', '/to/wren/report'])
    expect((await site.request(path)).text, path).not.toContain('zanzibar');
  for (const part of Object.keys(everything)) {
    await send('/opening', { address: 'wren', [part]: 'yes' });
    expect((await site.request('/wren')).text, part).toContain('zanzibar');
  }
});
