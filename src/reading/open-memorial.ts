import { stepOf } from '#audiences/step-of.ts';
import { NotFound } from '#http/refusals.ts';
import { type Language, nearestLanguage } from '#i18n/languages.ts';
import { asShown, type Memorial } from '#memorials/memorial.ts';
import { findMemorialAt } from '#memorials/memorials.ts';
import type { Reader } from '#schema/database.ts';

/** The memorial at an address, as strangers may see it; everything else does not exist (`NotFound`). */
export async function findOpenMemorial(db: Reader, address: string): Promise<Memorial> {
  const memorial = await findMemorialAt(db, address);
  if (!memorial || stepOf(memorial) !== 'everyone') throw new NotFound();
  return asShown(memorial);
}

/** Where a page's one address is, if it was asked for at an old or a doubled one. */
export function ownPath(
  asked: { req: { url: string } },
  language: Language | undefined,
  memorial: Memorial,
  pathIn: (language: Language) => string,
): string | undefined {
  const path = pathIn(language ?? nearestLanguage(memorial.language));
  return new URL(asked.req.url).pathname === path ? undefined : path;
}
