import { expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { coverWords, isCovered, uncoveredPhotographs } from '#tributes/cover.ts';
import { readCover } from '#tributes/writing/read-cover.ts';
import { emptyWords, type Placed } from '#tributes/tribute.ts';

const say = sayIn('en');
const placed = (photographId: string, cover?: string): Placed => ({
  photographId,
  after: 0,
  caption: '',
  alternative: '',
  ...(cover === undefined ? {} : { cover }),
});

test('nothing is covered unless a parent covers it', () => {
  expect(isCovered(emptyWords('en', []))).toBe(false);
  expect(isCovered({ cover: '' })).toBe(true);
});

test('a cover says the parent’s words, or the program’s where there are none', () => {
  expect(coverWords(say, 'My hands, and yours.')).toBe('My hands, and yours.');
  expect(coverWords(say, ' ')).toBe(say('cover.sentence'));
  expect(coverWords(sayIn('ar'), '')).not.toBe(say('cover.sentence'));
});

test('outside, no covered photograph is offered, and none of what is covered as a whole', () => {
  const words = { ...emptyWords('en', []), photographs: [placed('a', ''), placed('b'), placed('c', 'x')] };
  expect(uncoveredPhotographs(words).map(({ photographId }) => photographId)).toEqual(['b']);
  expect(uncoveredPhotographs({ ...words, cover: '' })).toEqual([]);
});

test('a form that does not ask about covers leaves them; one that asks takes them off or lays them', () => {
  expect(readCover({}, '', 'Mine').cover).toBe('Mine');
  expect(readCover({ 'cover-words': 'Mine' }, '', 'Mine').cover).toBeUndefined();
  expect(readCover({ 'cover-words': '', covered: 'yes' }, '', undefined).cover).toBe('');
  expect(readCover({ 'cover-words-7': 'Her feet', 'covered-7': 'yes' }, '-7', undefined).cover).toBe(
    'Her feet',
  );
  expect(readCover({ 'cover-words': 'x'.repeat(501), covered: 'yes' }, '', undefined).errors).toHaveProperty(
    'cover-words',
  );
});
