import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { standOtherwise } from '#memorials/day.ts';
import { least, atChildForm, dayFields, everything } from '#test/child-form.ts';

const say = sayIn('en');

describe('what a family keeps about a child', () => {
  test('comes back in the form as it was typed, and sent again as it stands changes nothing', async () => {
    const { keep, now, shown, send } = await atChildForm();
    await keep({
      pronunciation: 'ren',
      pronouns: 'they',
      'name-0': 'Wren Amira',
      'name-1': 'نور',
      'name-1-pronunciation': 'noor',
      ...dayFields('born', '2023', { month: '2', day: '14', time: '07:41', place: 'the room by the river' }),
      ...dayFields('new-a', '2022', { words: 'we told your grandmother' }),
      ...dayFields('new-b', '2022', { words: 'we painted the room' }),
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
    const { keep, now, shown, send } = await atChildForm();
    const form = {
      ...dayFields(`new-${randomUUID()}`, '2022', { words: 'the first' }),
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
    const { keep, now, send, father, home, site } = await atChildForm();
    await keep({
      ...dayFields('new-a', '2022', { words: 'hers' }),
      'own-ar-baby': 'نورنا',
      loss: 'stillborn',
    });
    await site.request(`${home}/child`, {
      as: father,
      form: { ...least, ...dayFields('new-b', '2021', { words: 'his' }), 'own-en-baby': 'our light' },
    });
    const { days, vocabulary, loss } = await now();
    expect(days.map(({ words }) => words)).toEqual(['his', 'hers']);
    expect(vocabulary.own).toEqual({ ar: { baby: 'نورنا' }, en: { baby: 'our light' } });
    expect(loss).toBe('stillborn');
    await send('/start/words', { 'word-set': 'star' });
    expect((await now()).vocabulary).toEqual({ sets: { en: 'star' }, own: vocabulary.own });
  });

  test('pronouns are not chosen for anybody: none, until one is ticked, and none again', async () => {
    const { keep, now, shown } = await atChildForm();
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
    const { site, keep, send, mother, now, home } = await atChildForm();
    const answer = await keep({ ...dayFields('born', '2023'), ...dayFields('died', '2022') });
    expect(answer).toMatchObject({ status: 303, location: `${home}?days=as-written` });
    expect((await now()).days.map(({ kind }) => kind)).toEqual(['died', 'born']);
    const gentle = say('about-child.days-as-written');
    expect((await site.request(answer.location!, { as: mother })).text).toContain(gentle);
    expect((await site.request(home, { as: mother })).text).not.toContain(gentle);
    expect((await site.request(`${home}/child`, { as: mother })).text).toContain(gentle);
    await send('/opening', { audience: 'everyone', address: 'wren', ...everything });
    const page = (await site.request('/wren')).text;
    expect(page).toContain('<time datetime="2022">');
    expect(page).not.toContain('as you wrote');
  });
});

test('outside the family nothing is seen that was not ticked, on any page or in any feed', async () => {
  const { site, keep, send, memorial, mother } = await atChildForm();
  await keep({
    called: 'zanzibar',
    pronunciation: 'zanzibar',
    pronouns: 'she',
    sentence: 'zanzibar',
    'name-0': 'zanzibar',
    ...dayFields('born', '2023', { words: 'zanzibar', place: 'zanzibar' }),
    loss: 'zanzibar',
    'measure-weight': 'zanzibar',
    'resting-place': 'zanzibar',
    'sibling-new-a-name': 'zanzibar',
  });
  await send('/opening', { audience: 'everyone', address: 'wren' });
  await site.letter(memorial, mother, { title: 'A letter', audience: 'everyone' });
  const everywhere = ['', '/a-letter', '/feed.atom', '/feed.json'].map((path) => `/wren${path}`);
  for (const path of [...everywhere, '/ar/wren', '/ar/wren/a-letter', '/to/wren/report'])
    expect((await site.request(path)).text, path).not.toContain('zanzibar');
  for (const part of Object.keys(everything)) {
    await send('/opening', { audience: 'everyone', address: 'wren', [part]: 'yes' });
    expect((await site.request('/wren')).text, part).toContain('zanzibar');
  }
});
