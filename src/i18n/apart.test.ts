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

test('a name that turns letters around turns only its own', () => {
  // Right-to-left override and embedding; an isolate left open; one closed that never began.
  expect(apartIn('en', 'Wren\u202egnp')).toBe('\u2068Wren\u202egnp\u2069');
  expect(apartIn('en', '\u2067Wren')).toBe('\u2068\u2067Wren\u2069\u2069');
  expect(apartIn('en', 'Wren\u2069\u202egnp')).toBe('\u2068Wren\u202egnp\u2069');
  expect(apart('a\u2069\u2067b\u2069\u2069c\u2066')).toBe('\u2068a\u2067b\u2069c\u2066\u2069\u2069');
  // What is closed within itself turns nothing else.
  expect(apartIn('en', '\u2068نور\u2069 and Wren')).toBe('\u2068\u2068نور\u2069 and Wren\u2069');
  expect(apartIn('en', '\u2068Wren\u2069 and Ada')).toBe('\u2068Wren\u2069 and Ada');
  expect(sayIn('en')('letter.to', { called: 'Wren\u2069\u202e' })).toBe('A letter to \u2068Wren\u202e\u2069');
});
