import { interfaceLanguages, writingLanguages } from '#i18n/languages.ts';

/** First segments that no child's page may take. */
export const reservedAddresses: ReadonlySet<string> = new Set([
  ...interfaceLanguages,
  ...writingLanguages,
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
  const marks = /(?<=\p{Script=Latin})\p{Mn}+/gu;
  const plain = name.normalize('NFD').replace(marks, '').normalize('NFC').toLowerCase();
  return (
    plain
      // A mark belongs to the letter before it; alone (as behind a heart) it could be neither read nor typed.
      .replace(/^\p{M}+|(?:[^\p{L}\p{N}\p{M}]\p{M}*)+/gu, '-')
      .slice(0, longest)
      .replace(/\p{Surrogate}$/u, '')
      .replace(/^-+|-+$/g, '')
  );
}

export type AddressRefusal = 'error.address-empty' | 'error.address-reserved';

/** Whether a typed address can stand in a URL; it is read the way `addressFrom` writes it. */
export function readAddress(typed: string): { address: string } | { refused: AddressRefusal } {
  const address = addressFrom(typed);
  if (address === '') return { refused: 'error.address-empty' };
  // A language code with more behind it (`pt-br`) would be read as that language's pages.
  if (reservedAddresses.has(address) || /^[a-z]{2}-[a-z]{2}$/.test(address))
    return { refused: 'error.address-reserved' };
  return { address };
}
