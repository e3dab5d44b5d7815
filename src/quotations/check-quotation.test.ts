import { expect, test } from 'vitest';
import { checkQuotation } from '#quotations/check-quotation.ts';
import { makeSearched } from '#quotations/searched.ts';

const text = [
  'You were here, and the house knew it. Every night I set a lamp. Did you hear us? I did not sleep at all.',
  'I had learned to say your name in shops, and the ground held.',
].join('\n\n');
const letter = { id: 'letter', text, current: true, original: true };

const check = (pasted: string, ...others: { id: string; text: string }[]) =>
  checkQuotation(
    pasted,
    makeSearched([letter, ...others.map((one) => ({ ...one, current: true, original: true }))]),
  );
/** What is shown of a passage: [missing], {foreign}. */
const marked = (pasted: string, ...others: { id: string; text: string }[]) =>
  check(pasted, ...others).passages.map(({ changes }) =>
    changes
      .map(({ kind, text: words }) =>
        kind === 'same' ? words : kind === 'missing' ? `[${words}]` : `{${words}}`,
      )
      .join(''),
  );

test('each word that was changed stands where it was', () => {
  expect(marked('You were there, and this house knew it')).toEqual([
    'You were[ here]{ there}, and[ the]{ this} house knew it',
  ]);
  const { similarity, counts, unit } = check('You were there, and this house knew it');
  expect(counts).toEqual({ quoted: 8, same: 6, missing: 2, foreign: 2 });
  expect([similarity, unit]).toEqual([0.6, 'words']);
});

test('words in whose place others stand at the edges are shown, as far as the sentence goes', () => {
  expect(marked('Each night I set a candle')).toEqual(['[Every]{ Each} night I set a[ lamp]{ candle}']);
  expect(marked('Oh yes, you were here and the home knew it.')).toEqual([
    '{Oh yes }You were here, and the[ house]{ home} knew it',
  ]);
});

test('the same at the end of each passage', () => {
  const hat = { id: 'hat', text: 'The hat is blue, and it is yours to keep.' };
  expect(
    marked('I had learned to say your name in stores. The hat is blue, and it is yours to keep.', hat),
  ).toEqual([
    'I had learned to say your name in[ shops]{ stores}',
    'The hat is blue, and it is yours to keep',
  ]);
});

test('a word put between leaves every space where it belongs', () => {
  expect(marked('I did not really sleep at all and the rest of it')[0]).toMatch(
    /^I did not\{ really\} sleep at all/,
  );
});

test('a negation that is gone changes something, however few words it is', () => {
  const { verdict, similarity } = check('I did sleep at all.');
  expect([verdict, similarity]).toEqual(['altered', 5 / 6]);
});

test('a question mark is theirs, and one that is not is not', () => {
  expect(marked('Did you hear us?')).toEqual(['Did you hear us?']);
  expect(check('Did you hear us?').verdict).toBe('exact');
  expect(marked('the house knew it?')).toEqual(['the house knew[ it]{ it?}']);
});

test('what an editor put in brackets is not the family’s, and a letter’s case is no change', () => {
  expect(marked('[Y]ou were here [Wren], and the house knew it.')).toEqual([
    'You were here{ Wren}, and the house knew it',
  ]);
});

test('what was left out is shown between, of much its ends', () => {
  const [first, second] = check('You were here, and the house knew it. […] I did not sleep at all.').passages;
  expect([first?.leftOut, second?.leftOut]).toEqual([
    '. Every night I set a lamp. Did you hear us? ',
    undefined,
  ]);
  const long = {
    id: 'long',
    text: `It began in the hall. ${'And so it went on. '.repeat(200)}It ended in the garden.`,
  };
  const [whole] = check('It began in the hall. […] It ended in the garden.', long).passages;
  expect(whole?.leftOut).toMatch(/^\. And so it went on\.[^]* \[…\] [^]*And so it went on\. $/);
  expect(whole?.leftOut?.length).toBeLessThan(700);
});

test('the whole sentence stands around a fragment: it may begin after a “not”', () => {
  const [passage] = check('say your name in shops').passages;
  expect([passage?.before, passage?.after]).toEqual(['I had learned to ', ', and the ground held.']);
  const [end] = check('and the ground held').passages;
  expect([end?.before, end?.after]).toEqual(['I had learned to say your name in shops, ', '.']);
});

test('signs are counted in a script without spaces', () => {
  const japanese = { id: 'ja', text: '夏になったら、きみを海に連れて行くつもりでした。' };
  const { verdict, counts, unit } = check('夏になったら、きみを山に連れて行くつもりでした。', japanese);
  expect([verdict, unit, counts.missing, counts.foreign]).toEqual(['altered', 'signs', 1, 1]);
});

test('joining what is theirs gives each passage back, letter for letter', () => {
  for (const pasted of ['You were, and this house “knew” it', 'I had learned; to say your names in shops']) {
    for (const { changes, text: passage } of check(pasted).passages)
      expect(changes.map(({ kind, text: words }) => (kind === 'foreign' ? '' : words)).join('')).toBe(
        passage,
      );
  }
});

test('of an article only what stands between quotation marks is compared, and each part where it stands', () => {
  const far = {
    id: 'far',
    text: `The stairs knew it, and the kettle knew it too. ${'Then came another day of rain. '.repeat(20)}Juni still sets five plates for supper.`,
  };
  const article = (said: string) =>
    `The mother published a letter. “The stairs knew it, and the kettle knew it too,” she writes. A clinic declined to speak. “${said},” its director said. The letter ends: “Juni still sets five plates for supper.”`;
  const { verdict, onlyInside, passages, counts } = check(article('Our staff followed protocol'), far);
  expect([verdict, onlyInside, counts.quoted, counts.foreign]).toEqual(['altered', true, 21, 4]);
  expect(passages.map(({ text: passage }) => passage)).toEqual([
    'The stairs knew it, and the kettle knew it too',
    'Juni still sets five plates for supper',
  ]);
  // However much others said between.
  const said =
    'Our staff followed protocol at each step of that long night, as anybody may ask of us any time';
  expect(check(article(said), far).verdict).toBe('altered');
});

test('words that stand by chance in another sentence are no part of a passage', () => {
  const headline =
    'The heaviest shops of all\nYou were here, and the house knew it. Every night I set a lamp.';
  expect(check(headline).passages.map(({ text: passage }) => passage)).toEqual([
    'You were here, and the house knew it. Every night I set a lamp',
  ]);
});
