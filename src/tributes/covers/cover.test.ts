import { describe, expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { coverOver, coverWords, lastChange, uncoveredPhotographs } from '#tributes/covers/cover.ts';
import { readCover } from '#tributes/covers/read-cover.ts';
import { emptyWords, type LaidCover, type Placed, type Words } from '#tributes/tribute.ts';

const say = sayIn('en');
const placed = (photographId: string, cover?: string): Placed => ({
  photographId,
  after: 0,
  caption: '',
  alternative: '',
  ...(cover === undefined ? {} : { cover }),
});
const words = (with_: Partial<Words> = {}): Words => ({ ...emptyWords('en', []), ...with_ });
const laid = (over: string | undefined, said = 'Look with care.', off?: LaidCover['off']): LaidCover => ({
  photographId: over,
  words: said,
  language: 'ar',
  laid: { by: 'nora', at: '2024-02-14T10:00:00.000Z' },
  ...(off && { off }),
});

test('nothing is covered unless a parent covers it', () => {
  expect(coverOver(words())).toBeUndefined();
  expect(coverOver(words({ laid: [] }), placed('a'))).toBeUndefined();
  expect(coverOver(words({ cover: '' }))).toEqual({ words: '', language: 'en' });
});

test('a cover says the parent’s words, or the program’s where there are none', () => {
  const own = (said: string) => ({ words: said, language: 'en' });
  expect(coverWords(say, own('My hands, and yours.'))).toBe('My hands, and yours.');
  expect(coverWords(say, own(' '))).toBe(say('cover.sentence'));
  expect(coverWords(sayIn('ar'), own(''))).not.toBe(say('cover.sentence'));
});

test('outside, no covered photograph is offered, and none of what is covered as a whole', () => {
  const two = words({ photographs: [placed('a', ''), placed('b')] });
  expect(uncoveredPhotographs(two).map(({ photographId }) => photographId)).toEqual(['b']);
  expect(uncoveredPhotographs({ ...two, cover: '' })).toEqual([]);
  expect(uncoveredPhotographs({ ...two, laid: [laid('b')] })).toEqual([]);
  expect(uncoveredPhotographs({ ...two, laid: [laid(undefined)] })).toEqual([]);
});

describe('a cover that a parent laid beside the words', () => {
  test('lies over all, or over its one photograph, in the language it was written in', () => {
    const whole = words({ laid: [laid(undefined)] });
    expect(coverOver(whole)).toMatchObject({ words: 'Look with care.', language: 'ar' });
    expect(coverOver(whole, placed('a'))).toBeUndefined();
    const one = words({ laid: [laid('a')] });
    expect(coverOver(one)).toBeUndefined();
    expect(coverOver(one, placed('a'))).toMatchObject({ words: 'Look with care.' });
    expect(coverOver(one, placed('b'))).toBeUndefined();
  });

  test('lies above what its writer said; taken off, that is there again', () => {
    const both = words({ cover: 'Mine', laid: [laid(undefined)] });
    expect(coverOver(both)).toMatchObject({ words: 'Look with care.' });
    const off = { by: 'nora', at: '2024-02-15T10:00:00.000Z' };
    expect(coverOver({ ...both, laid: [laid(undefined, '', off)] })).toMatchObject({ words: 'Mine' });
  });

  test('lies over a translation as well, and says what it says', () => {
    const translated = { by: 'Defne', from: 'en', untranslated: new Set(['cover']) } as unknown;
    const turkish = words({ language: 'tr', translated: translated as NonNullable<Words['translated']> });
    expect(coverOver({ ...turkish, cover: 'Mine' })).toEqual({ words: 'Mine', language: 'en' });
    expect(coverOver({ ...turkish, laid: [laid(undefined)] })).toMatchObject({ language: 'ar' });
  });

  test('changes what readers have when it is laid, and when it is taken off', () => {
    const published = '2024-02-14T09:00:00.000Z';
    expect(lastChange(published)).toBe(published);
    expect(lastChange(published, [laid('a')])).toBe('2024-02-14T10:00:00.000Z');
    const off = { by: 'nora', at: '2024-02-15T10:00:00.000Z' };
    expect(lastChange(published, [laid('a', '', off), laid('b')])).toBe(off.at);
    expect(lastChange('2025-01-01T00:00:00.000Z', [laid('a')])).toBe('2025-01-01T00:00:00.000Z');
  });
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
