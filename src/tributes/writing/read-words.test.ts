import { describe, expect, test } from 'vitest';
import { readWords } from '#tributes/writing/read-words.ts';
import { emptyWords, type TributeKind, type Words } from '#tributes/tribute.ts';

const blank = { title: '', text: '', language: 'en' };

function read(
  fields: Record<string, string>,
  before: Partial<Words> = {},
  around: { kind?: TributeKind; mayCover?: boolean } = {},
) {
  return readWords(
    { ...blank, ...fields },
    {
      kind: 'letter',
      signers: [],
      before: { ...emptyWords('en', []), ...before },
      pointable: [{ id: 'a' }, { id: 'b' }],
      mayCover: true,
      ...around,
    },
  );
}

function wordsOf(answer: ReturnType<typeof read>): Words {
  if (!answer.ok) throw new Error(JSON.stringify(answer.filled.errors));
  return answer.words;
}

test('what the sheet of a kind does not ask stays as it was', () => {
  const before = { addressee: 'Grandma', place: 'Under the rowan', keepsake: 'scan', cover: 'Mine' };
  expect(wordsOf(read({}, before))).toMatchObject(before);
  expect(wordsOf(read({ addressee: '', place: ' A  hill ', keepsake: '' }, before))).toMatchObject({
    addressee: '',
    place: 'A hill',
    keepsake: '',
  });
});

test.each(['\u200b\u3164', ' ', '\u202e', '\u2800\ufe0f'])(
  'a title like %j, which nobody could see, is none',
  (title) => {
    expect(wordsOf(read({ title })).title).toBe('');
  },
);

test('a keepsake that is none is refused by its field', () => {
  expect(read({ keepsake: 'crown' }).filled.errors).toEqual({ keepsake: { key: 'error.choice' } });
});

test('the photographs of an album stand before the words, whatever a form says', () => {
  const one = { photographId: 'p', after: 0, caption: '', alternative: '' };
  const fields = { text: 'One.\n\nTwo.', 'after-p': '2', places: 'now' };
  expect(wordsOf(read(fields, { photographs: [one] })).photographs[0]?.after).toBe(2);
  expect(wordsOf(read(fields, { photographs: [one] }, { kind: 'photograph' })).photographs[0]?.after).toBe(0);
});

describe('covers', () => {
  const photographs = [{ photographId: 'p', after: 0, caption: '', alternative: '' }];
  const laid = { covered: 'yes', 'cover-words': 'Ours', 'covered-p': 'yes', 'cover-words-p': '' };

  test('a parent lays them, and takes them off', () => {
    const words = wordsOf(read(laid, { photographs }));
    expect(words.cover).toBe('Ours');
    expect(words.photographs[0]?.cover).toBe('');
    const off = wordsOf(read({ 'cover-words': 'Ours', 'cover-words-p': '' }, words));
    expect(off.cover).toBeUndefined();
    expect(off.photographs[0]).not.toHaveProperty('cover');
  });

  test('what anybody else sends about them is not read', () => {
    const words = wordsOf(read(laid, { photographs }, { mayCover: false }));
    expect(words.cover).toBeUndefined();
    expect(words.photographs[0]).not.toHaveProperty('cover');
    expect(wordsOf(read({ 'cover-words': '' }, { cover: 'Ours' }, { mayCover: false })).cover).toBe('Ours');
  });
});

describe('pointers', () => {
  const row = (to: string, words = '', at = 0) => ({
    [`points-to-${at}`]: to,
    [`points-words-${at}`]: words,
  });

  test('to what its writer may see, in exact words, each once', () => {
    const fields = { ...row('a', ' this is the day '), ...row('b', '', 1), ...row('a', 'again', 2) };
    expect(wordsOf(read(fields)).pointsTo).toEqual([
      { to: 'a', words: ' this is the day ' },
      { to: 'b', words: '' },
    ]);
  });

  test('what does not exist and what is hidden are refused alike', () => {
    expect(read(row('hidden')).filled.errors).toEqual({ 'points-to-0': { key: 'error.choice' } });
    expect(read(row('nothing')).filled.errors).toEqual({ 'points-to-0': { key: 'error.choice' } });
  });

  test('one whose other end is hidden from its writer today is kept; a shown one is taken off', () => {
    const pointsTo = [
      { to: 'hidden', words: 'then' },
      { to: 'a', words: 'now' },
    ];
    expect(wordsOf(read(row(''), { pointsTo })).pointsTo).toEqual([{ to: 'hidden', words: 'then' }]);
    expect(wordsOf(read({}, { pointsTo })).pointsTo).toEqual(pointsTo);
  });
});
