import { listFormat } from '#i18n/formats.ts';
import type { Signature } from '#tributes/tribute.ts';

/** Who signs, as a list in a language: “Mama and Papa”. Empty when nobody does. */
export function signedBy(signed: readonly Signature[], language: string): string {
  const names = signed.map(({ as }) => as).filter((name) => name !== '');
  return listFormat(language, { type: 'conjunction' }).format(names);
}
