import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { checkInTurn, type Checking, type CheckRefusal, type SearchedWords } from '#quotations/checking.ts';

vi.setConfig({ testTimeout: 60_000 });

const text = 'You were here, and the house knew it. The stairs knew it, and the kettle.';
const words = (mark = 'first', written = text): SearchedWords => ({
  memorialId,
  mark,
  texts: [{ id: 'letter', text: written, current: true, original: true }],
});
const memorialId = randomUUID();

const check = (pasted: string, kept = words()) => checkInTurn(pasted, kept, () => Promise.resolve(kept));
const verdictOf = (answer: Checking | { refused: CheckRefusal }): string =>
  'refused' in answer ? answer.refused : answer.checked.verdict;

test('words are asked for once, and again when they have changed', async () => {
  const load = vi.fn(() => Promise.resolve(words()));
  expect(verdictOf(await checkInTurn('the house knew it', words(), load))).toBe('exact');
  expect(verdictOf(await checkInTurn('the kettle', words(), load))).toBe('exact');
  expect(load).toHaveBeenCalledOnce();
  const changed = words('second', 'In the garden stood a swing.');
  expect(verdictOf(await check('the house knew it', changed))).toBe('not-found');
  expect(verdictOf(await check('in the garden stood', changed))).toBe('exact');
});

test('words that changed while they were asked for are kept as what they are', async () => {
  const newer = words('newer', 'The attic knew it.');
  const answer = await checkInTurn('the attic knew it', words('older'), () => Promise.resolve(newer));
  expect([verdictOf(answer), 'mark' in answer && answer.mark]).toEqual(['exact', 'newer']);
});

test('the language of what was pasted is told, where it can be', async () => {
  const languageOf = async (pasted: string) => {
    const answer = await check(pasted);
    return 'refused' in answer ? answer.refused : answer.language;
  };
  expect(await languageOf('Das Haus wusste es, und niemand hat in dieser Nacht geschlafen.')).toBe('de');
  expect(await languageOf('Nous avons appris à dire ton nom dans les magasins.')).toBe('fr');
  expect(await languageOf('لا أحد يسألني لماذا، ولا أنا أسأل نفسي.')).toBe('ar');
  expect(await languageOf('Ja.')).toBe(undefined);
  expect(await languageOf('… — “” ?!')).toBe(undefined);
});

test('more than twenty at once are told to come again, and the others are answered', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => check('the house knew it')));
  const verdicts = answers.map(verdictOf);
  expect(verdicts.filter((one) => one === 'busy')).toHaveLength(10);
  expect(verdicts.filter((one) => one === 'exact')).toHaveLength(20);
  expect(verdictOf(await check('the house knew it'))).toBe('exact');
});

test('what would take too long is refused, no page waits for it, and the next is answered', async () => {
  const one = Array.from({ length: 60 }, (_, at) => `w${at % 7}`).join(' ');
  const large = words('large', `${one}. `.repeat(20_000));
  await check('the house knew it', large);
  let answered = 0;
  const pages = setInterval(() => answered++, 5);
  const refused = await check('w0 w1 w2 w3 x w4. '.repeat(2500), large);
  clearInterval(pages);
  expect(verdictOf(refused)).toBe('too-much');
  expect(answered).toBeGreaterThan(20);
  expect(verdictOf(await check('w0 w1 w2', large))).toBe('exact');
});
