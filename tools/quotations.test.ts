import { expect, test } from 'vitest';
import { judgeQuotation } from '#quotations/judge-quotation.ts';
import { makeSearched } from '#quotations/searched.ts';
import { measureQuotations } from './quotations/measure.ts';

const wordForWord = new Set(['exact', 'translation', 'earlier']);

test.each([
  ['first', 300],
  ['second', 60],
  ['around', 50],
] as const)(
  'what is quoted in the %s set is judged as its label says, and nothing altered is called exact',
  (set, least) => {
    const measured = measureQuotations(set);
    expect(measured.length).toBeGreaterThanOrEqual(least);
    expect(
      measured.filter(({ expected, verdict }) => !wordForWord.has(expected) && wordForWord.has(verdict)),
    ).toEqual([]);
    const wrong = measured.filter(({ right }) => !right);
    expect(
      wrong.length / measured.length,
      wrong.map(({ id, expected, verdict }) => `${id}: ${expected}, judged ${verdict}`).join('\n'),
    ).toBeLessThanOrEqual(0.02);
  },
);

const words = 'You were here, and the house knew it.\n\nI did not sleep. Juni still sets five plates.';
const letter = makeSearched([{ id: 'letter', text: words, current: true, original: true }]);

test.each([
  ['nothing at all', '', 'not-found'],
  ['only punctuation', '… — “” ?!', 'not-found'],
  ['a direction turned around', 'the \u202ehouse\u202c knew it', 'exact'],
  ['another script', 'Дом знал об этом, и лестница тоже.', 'not-found'],
  ['a negation that is gone', 'I did sleep. Juni still sets five plates.', 'altered'],
])('%s has a clear answer', (_, pasted, verdict) => {
  expect(judgeQuotation(pasted, letter).verdict).toBe(verdict);
});

test('a passage is told by its place in the text', () => {
  const { passages } = judgeQuotation('THE HOUSE KNEW IT', letter);
  expect(passages.map(({ from, to }) => words.slice(from, to))).toEqual(['the house knew it']);
});
