import { expect, test } from 'vitest';
import { elias, nora } from '#test/cast.ts';
import { signedBy } from '#tributes/signing/signature.ts';

const sign = (...names: string[]) => names.map((as, at) => ({ personId: String(at), as }));

test.each([
  [sign(), 'en', ''],
  [sign(nora.signsAs), 'en', 'Mama'],
  [sign(nora.signsAs, elias.signsAs), 'en', 'Mama and Papa'],
  [sign(nora.signsAs, elias.signsAs, 'Ada'), 'en', 'Mama, Papa, and Ada'],
  [sign(nora.signsAs, elias.signsAs), 'de', 'Mama und Papa'],
  [sign('ماما', 'بابا'), 'ar', 'ماما وبابا'],
  [sign('', elias.signsAs), 'en', 'Papa'],
  [sign('<b>Mama</b>'), 'en', '<b>Mama</b>'],
])('%j in %s: %s', (signed, language, words) => {
  expect(signedBy(signed, language)).toBe(words);
});
