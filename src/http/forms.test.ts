import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { emailAddress, line, optionalEmail, readForm, ticked, words } from '#http/forms.ts';
import { readSentences } from '#i18n/messages.ts';

const reads = (schema: z.ZodType, typed?: string) => {
  const read = readForm(z.object({ field: schema }), typed === undefined ? {} : { field: typed });
  return read.ok ? read.form.field : read.filled.errors['field'];
};

describe('one mail address', () => {
  test.each([
    ['nora@family.example', 'nora@family.example'],
    ['  Nora@Family.EXAMPLE ', 'nora@family.example'],
    ['nora.lind+wren@mail.family.example', 'nora.lind+wren@mail.family.example'],
    ["o'lind@family.example", "o'lind@family.example"],
    [`${'n'.repeat(64)}@family.example`, `${'n'.repeat(64)}@family.example`],
  ])('%s', (typed, email) => {
    expect(reads(emailAddress, typed)).toBe(email);
    expect(reads(optionalEmail, typed)).toBe(email);
  });

  test.each([
    'nora',
    '@family.example',
    'nora@',
    'nora@family',
    'nora@@family.example',
    'nora@family..example',
    'nora@-family.example',
    'nora@family.example.',
    'a@family.example,b@family.example',
    'a@family.example b@family.example',
    'a@family.example;b@family.example',
    'Nora <nora@family.example>',
    '<nora@family.example>',
    'nora@family.example\r\nBcc: all@evil.example',
    'nora@family.example\nRCPT TO:<x@evil.example>',
    'nora(comment)@family.example',
    '"nora lind"@family.example',
    'group:nora@family.example;',
    'nora@[127.0.0.1]',
    'nora@münchen.example',
    'nöra@family.example',
    'nora@family.example\u200b',
    '\u202enora@family.example',
    'null',
    'NaN',
  ])('%j is none', (typed) => {
    expect(reads(emailAddress, typed)).toEqual({ key: 'error.email' });
    expect(reads(optionalEmail, typed)).toEqual({ key: 'error.email' });
  });

  test('may be left out where it is optional, and nowhere else', () => {
    expect(reads(optionalEmail, '')).toBeUndefined();
    expect(reads(optionalEmail, '  ')).toBeUndefined();
    expect(reads(emailAddress, '')).toEqual({ key: 'error.email' });
    expect(reads(emailAddress)).toEqual({ key: 'error.missing' });
    expect(reads(optionalEmail)).toEqual({ key: 'error.missing' });
  });

  test.each(['\0@family.example', 'nora@family.example\ud800'])(
    '%j says which character it is about',
    (typed) => {
      expect(reads(emailAddress, typed)).toEqual({ key: 'error.unkeepable', values: { line: '1' } });
      expect(reads(optionalEmail, typed)).toEqual({ key: 'error.unkeepable', values: { line: '1' } });
    },
  );

  test('may be as long as mail allows, and not longer', () => {
    const long = `nora@${`${'f'.repeat(60)}.`.repeat(5)}example`;
    expect(reads(optionalEmail, long)).toEqual({ key: 'error.too-long', values: { most: '254' } });
  });
});

describe('a line', () => {
  test.each([
    ['  Our   little\tWren\n', 'Our little Wren'],
    ['', ''],
    ['null', 'null'],
    ['cafe\u0301', 'cafe\u0301'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['\u202eWren', '\u202eWren'],
  ])('%j is %j', (typed, kept) => {
    expect(reads(line(100), typed)).toBe(kept);
  });

  test.each([
    '\u200b',
    '\u3164',
    '\u115f\uffa0',
    '\u2800\ufe0f',
    '\u200b\u200d\u2060',
    '\ufeff',
    '\u202e\u2066',
    '\u{e0041}\u{e0042}',
    ' \u00ad ',
  ])('%j, which nobody can see, is an empty one', (typed) => {
    expect(reads(line(100), typed)).toBe('');
  });
});

describe('words', () => {
  test('are exact up to their limit, and named by their line where they cannot be kept', () => {
    expect(reads(words(5), '\n a\n ')).toBe('\n a\n ');
    expect(reads(words(5), '123456')).toEqual({ key: 'error.too-long', values: { most: '5' } });
    expect(reads(words(50), 'one\ntwo\n\0')).toEqual({ key: 'error.unkeepable', values: { line: '3' } });
    expect(reads(words(5))).toEqual({ key: 'error.missing' });
  });
});

test('a switch is on when it was sent with anything in it', () => {
  expect([reads(ticked, 'yes'), reads(ticked, ''), reads(ticked)]).toEqual([true, false, false]);
});

test('whatever is wrong with a field, there is a sentence for it', () => {
  const odd = [
    z.enum(['a', 'b']),
    z.coerce.number().int(),
    z.union([z.literal('a'), emailAddress]),
    z.string().min(5),
    z.never(),
  ];
  const sentences = readSentences('en');
  for (const schema of odd) {
    for (const typed of ['\0', 'x', '1.5', undefined]) {
      const read = readForm(z.object({ field: schema }), typed === undefined ? {} : { field: typed });
      if (!read.ok) expect(sentences).toHaveProperty([read.filled.errors['field']?.key ?? '']);
    }
  }
});
