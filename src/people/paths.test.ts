import { expect, test } from 'vitest';
import { safePath } from '#people/paths.ts';

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/home\n',
  '/home\r\nset-cookie: a=b',
  'https:evil.example',
  'https://evil.example',
  'HTTPS:/evil.example',
  'javascript:alert(1)',
  'evil.example',
  '/home\\..\\evil',
  '/ho\0me',
  '/\u202Eemoh',
  '/home\u2028',
  '?to=//evil',
  '#x',
  '.',
  '/',
  '',
])('%j is no path to go on to', (asked) => {
  expect(safePath(asked)).toBe('/home');
});

test.each([
  '/home',
  '/home/tributes/1?beside=2#words',
  '/with/wren/a-year-of-you',
  '/home/%2F%2Fevil',
  '/حبيبتي',
])('%s is one, and stays on this site', (asked) => {
  expect(safePath(asked)).toBe(asked);
  expect(new URL(safePath(asked), 'https://snowdrop.example').origin).toBe('https://snowdrop.example');
});

test('nothing asked leads home', () => {
  expect(safePath(undefined)).toBe('/home');
});
