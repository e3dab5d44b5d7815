import { expect, test } from 'vitest';
import { apart, apartIn } from '#i18n/apart.ts';
import { sayIn } from '#i18n/messages.ts';

test('a name of another direction stands apart in a sentence; one of the same does not', () => {
  expect(apartIn('ar', 'Jonah')).toBe('\u2068Jonah\u2069');
  expect(apartIn('ar', 'نور')).toBe('نور');
  expect(apartIn('ar', 'نور Wren')).toBe(apart('نور Wren'));
  expect(apartIn('en', 'نور')).toBe(apart('نور'));
  expect(apartIn('en', 'Noor, Σοφία, 2025')).toBe('Noor, Σοφία, 2025');
  for (const language of ['en', 'ar'] as const) expect(apartIn(language, '14.02. – 7')).toBe('14.02. – 7');
});

test('every sentence does it, and chooses its words as before', () => {
  expect(sayIn('ar')('letter.to', { called: 'Jonah' })).toBe('رسالة إلى \u2068Jonah\u2069');
  expect(sayIn('en')('letter.to', { called: 'Jonah' })).toBe('A letter to Jonah');
  expect(sayIn('en')('letter.to', { called: 'نور' })).toBe('A letter to \u2068نور\u2069');
  expect(sayIn('ar')('child.this-letter', { kind: 'letter' })).not.toMatch(/[\u2068\u2069]/);
});
