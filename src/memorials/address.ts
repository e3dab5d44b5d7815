import { interfaceLanguages, writingLanguages } from '#i18n/languages.ts';

/** First segments that no child's page may take. */
export const reservedAddresses: ReadonlySet<string> = new Set([
  ...interfaceLanguages,
  ...writingLanguages,
  '.well-known',
  'about',
  'accessibility',
  'admin',
  'api',
  'archive',
  'assets',
  'atom',
  'contact',
  'favicon.ico',
  'feed',
  'feeds',
  'help',
  'home',
  'host',
  'icon',
  'imprint',
  'inbox',
  'key',
  'legal',
  'live',
  'login',
  'nodeinfo',
  'oembed',
  'outbox',
  'photographs',
  'pictures',
  'press',
  'privacy',
  'report',
  'robots.txt',
  'search',
  'security',
  'settings',
  'sign-in',
  'sign-out',
  'sitemap.xml',
  'snowdrop',
  'static',
  'status',
  'terms',
  'to',
  'users',
  'well-known',
  'with',
  'words',
  'www',
]);

const longest = 60;

/**
 * A short address made from a name: letters and digits of any script, in lower case, joined by
 * hyphens. Empty where nothing readable is left.
 */
export function addressFrom(name: string): string {
  // Over a digit a mark stands only to make another address of it.
  const marks = /(?<=[\p{Script=Latin}\p{N}])\p{Mn}+/gu;
  // Compatibility forms (full width, mathematical) are the same letters to whoever reads them.
  const plain = name.normalize('NFKD').replace(marks, '').normalize('NFKC').toLowerCase().normalize('NFKC');
  return (
    plain
      // A mark belongs to the letter before it; alone (as behind a heart) it could be neither read nor typed.
      .replace(/^\p{M}+|(?:[^\p{L}\p{N}\p{M}]\p{M}*)+/gu, '-')
      .slice(0, longest)
      .replace(/\p{Surrogate}$/u, '')
      .replace(/^-+|-+$/g, '')
  );
}

export type AddressRefusal = 'error.address-empty' | 'error.address-reserved' | 'error.address-mixed';

const lookAlike = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const besideLatin =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/**
 * Whether a word mixes letters of scripts that look alike, so that one address could pass for another's:
 * what is not “highly restrictive” in UTS #39, for the scripts that have such letters.
 */
function isMixed(word: string): boolean {
  const letters = (word.match(/\p{L}/gu) ?? []).filter((one) => !besideLatin.test(one));
  return lookAlike.some((script) => {
    const count = letters.filter((letter) => script.test(letter)).length;
    return count > 0 && count < letters.length;
  });
}

/** Whether a typed address can stand in a URL; it is read the way `addressFrom` writes it. */
export function readAddress(typed: string): { address: string } | { refused: AddressRefusal } {
  const address = addressFrom(typed);
  if (address === '') return { refused: 'error.address-empty' };
  // A language code with more behind it (`pt-br`) would be read as that language's pages.
  if (reservedAddresses.has(address) || /^[a-z]{2}-[a-z]{2}$/.test(address))
    return { refused: 'error.address-reserved' };
  if (address.split('-').some(isMixed)) return { refused: 'error.address-mixed' };
  return { address };
}
