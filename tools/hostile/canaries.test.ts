import { expect, test } from 'vitest';
import { Canaries } from './canaries.ts';

const token = 'Zk3_q-9vT0aLr8YxWm2NcBdEfGhIjKlMnOpQrStUvXy';

function planted(): Canaries {
  const canaries = new Canaries();
  canaries.plant(token, 'a link to sign in', ['nora']);
  canaries.plant('482915', 'six digits', ['nora']);
  canaries.plant('nora@zanzibar.example', 'an address', ['nora']);
  return canaries;
}

test.each([
  ['in a link', `<a href="/sign-in/link/${token}">`],
  ['in a header', `location: /sign-in/link/${token}?to=/home`],
  ['at the very end', `x${'.'.repeat(10)} ${token}`],
  ['as digits in a sentence', 'Your six digits are 482915.'],
  ['as an address', 'To: Nora <nora@zanzibar.example>'],
  ['as an address in another form', '/sign-in?email=nora%40zanzibar.example'],
  ['as an address in HTML', 'nora&#64;zanzibar.example'],
  ['at the end of a page of megabytes', `${'a '.repeat(1_000_000)}${token}`],
])('a secret is found %s, by whomever it is not for', (_, text) => {
  const canaries = planted();
  expect(canaries.leaksIn(text, 'a page')).toHaveLength(1);
  expect(canaries.leaksIn(text, 'a page', 'a stranger')).toHaveLength(1);
  expect(canaries.leaksIn(text, 'a page', 'nora')).toEqual([]);
});

test('a private word is found within others, and once', () => {
  const canaries = new Canaries();
  const word = canaries.word('only us', ['nora']);
  expect(canaries.leaksIn(`/wren/a-${word}-in-an-address and ${word}`, 'a feed')).toEqual([
    { what: 'a word of only us', where: 'a feed' },
  ]);
  expect(canaries.word('only us', ['nora'])).not.toBe(word);
  expect(canaries.count).toBe(2);
});

test('what somebody typed themselves is no news to them, and hides nothing else', () => {
  const canaries = planted();
  expect(canaries.leaksIn('482915', 'a page', 'a stranger', 'code=482915')).toEqual([]);
  expect(canaries.leaksIn(`482915 ${token}`, 'a page', 'a stranger', 'code=482915')).toHaveLength(1);
});

test('planted for two, it is for both; what was never planted is nobody’s secret', () => {
  const canaries = planted();
  canaries.plant(token, 'a link to sign in', ['elias']);
  for (const who of ['nora', 'elias']) expect(canaries.leaksIn(token, 'a mail', who)).toEqual([]);
  expect(canaries.leaksIn('nothing of it: 482916, Zk3_q', 'a page')).toEqual([]);
});
