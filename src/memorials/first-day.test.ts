import { expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { dayKinds } from '#memorials/day.ts';
import { errorAt, formTo } from '#test/html.ts';
import { world } from '#test/world.ts';

async function asked() {
  const site = await world();
  const { mother, memorial } = await site.family();
  const path = `/home/memorials/${memorial.id}/start/day`;
  return {
    shown: async () => formTo((await site.request(path, { as: mother })).text, path).fields,
    answer: (form: Record<string, string>) => site.request(path, { as: mother, form }),
    days: async () => (await site.memorialNow(memorial)).days,
  };
}

test('the day that matters is the one that was chosen, in the words that were typed', async () => {
  for (const kind of dayKinds) {
    const { shown, answer, days } = await asked();
    expect(await shown()).toMatchObject({ 'day-kind': 'born' });
    const told = { ...(await shown()), 'day-kind': kind, 'day-first-year': '2023', 'day-first-words': 'you' };
    expect((await answer(told)).status).toBe(303);
    const expected = [{ kind, date: { year: 2023 }, words: 'you' }];
    expect(await days()).toMatchObject(expected);
    // Coming back to the question finds the answer, and giving it again changes nothing.
    const again = await shown();
    expect(again).toMatchObject({ 'day-kind': kind, 'day-first-year': '2023', 'day-first-words': 'you' });
    await answer(again);
    expect(await days()).toMatchObject(expected);
    expect(await days()).toHaveLength(1);
  }
});

test('a day that there is not is refused at its field, with everything that was typed', async () => {
  const { answer, days } = await asked();
  const typed = {
    'day-kind': 'farewell',
    'day-first-day': '31',
    'day-first-month': '2',
    'day-first-year': '2023',
  };
  const refused = await answer(typed);
  expect(refused.status).toBe(422);
  expect(errorAt(refused.text, 'day-first')).not.toBe('');
  expect(await days()).toEqual([]);
  const unknown = await answer({ ...typed, 'day-kind': 'another' });
  expect(errorAt(unknown.text, 'day-kind')).toBe(sayIn('en')('error.choice'));
});
