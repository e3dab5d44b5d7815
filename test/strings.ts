import fc from 'fast-check';

// fast-check's own unit "binary" first walks all of Unicode, which takes seconds.
const anywhere = fc
  .integer({ min: 1, max: 0x10f7ff })
  .map((at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));

// What software likes to change, drop, trim, escape twice or read as its own.
// prettier-ignore
const delicate = fc.constantFrom(
  '\n', '\r', '\r\n', '\n\n', '\t', ' ', '  ', '\v', '\f', '\u0085', '\u2028', '\u2029', '\u00a0',
  '\ufeff', '\ufffd', '\ufffe', '<', '>', '&', '"', "'", '&amp;', '&lt', '&#10;', '</textarea>',
  '<script>', '<!--', '-->', ']]>', '{', '}', '{{', '${', "''", '#', '%', '%00', '%0A', '+', '=', ';',
  '\\', '/', '--', '\u0001', '\u001f', '\u007f', '\u0080', '\u009f', 'e\u0301', 'é', 'ﬁ', 'İ', 'ı',
  'ß', 'ς', 'ὰ', '\u202e', '\u2066', '\u200b', '\u200d', '\u{e0041}', '👩‍👩‍👧', '🏳️‍🌈', '❤️', '𞤢', 'क्',
  'ب', 'ش',
);

/** Any character that a database keeps: no NUL, no lone surrogate. */
const anyCharacter = fc.oneof({ weight: 3, arbitrary: delicate }, { weight: 1, arbitrary: anywhere });

/** Any text that can be kept, rich in what software likes to change. */
export const anyText = (maxLength = 60): fc.Arbitrary<string> =>
  fc.array(anyCharacter, { maxLength }).map((parts) => parts.join(''));
