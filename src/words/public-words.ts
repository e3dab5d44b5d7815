import { nobody, type Viewer } from '#audiences/viewer.ts';
import { isSeen } from '#lib/seen.ts';
import { findMemorial } from '#memorials/memorials.ts';
import type { Reader } from '#schema/database.ts';
import type { Published, TributeKind } from '#tributes/tribute.ts';
import { type In, listTributes } from '#tributes/tributes.ts';
import { listWholeVersions } from '#tributes/versions/versions.ts';
import { listApproved } from '#translations/approved.ts';
import { kindOfPart } from '#translations/around.ts';

/** Words of a tribute in one language and version, as they may be read and cited. */
export type PublicWords = {
  tributeId: string;
  tributeAddress: string;
  kind: TributeKind;
  title: string;
  text: string;
  /** What stands under its photographs, in their order. */
  captions: string[];
  language: string;
  version: number;
  /** Whether readers have this version now, and not a later one. */
  current: boolean;
  original: boolean;
  /** Of a translation: who made it, and of which version of the original. */
  translator?: string;
  of?: number;
  publishedAt: string;
  signed: string[];
  /** Of the text, in hexadecimal. */
  sha256: string;
};

/**
 * All words of one memorial that everybody may see, piece by piece: every version of the original and of
 * each approved translation. What is private, withdrawn, binned or resting has none.
 */
export async function listPublicWords(db: Reader, memorialId: string): Promise<PublicWords[]> {
  const memorial = await findMemorial(db, memorialId);
  if (!memorial) return [];
  const words: PublicWords[] = [];
  for (const tribute of await listTributes(db, nobody, memorial))
    words.push(...(await listWordsOf(db, nobody, memorial, tribute)));
  return words;
}

/** The same of one tribute, as a viewer may see it: the versions of the original first, then those of each translation. */
export async function listWordsOf(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: Published,
): Promise<PublicWords[]> {
  const { id: tributeId, address: tributeAddress, kind } = tribute;
  const piece = { tributeId, tributeAddress, kind };
  const versions = await listWholeVersions(db, viewer, memorial, tribute);
  const signed = new Map(
    versions.map((version) => [version.number, version.signed.map(({ as }) => as).filter((as) => as !== '')]),
  );
  const originals = versions.map(({ title, text, photographs, language, number, publishedAt, sha256 }) => ({
    ...piece,
    title,
    text,
    captions: photographs.map(({ caption }) => caption).filter(isSeen),
    language,
    version: number,
    current: number === tribute.version,
    original: true,
    publishedAt,
    signed: signed.get(number) ?? [],
    sha256,
  }));
  const translated = (await listApproved(db, viewer, memorial, tributeId)).map((one) => ({
    ...piece,
    title: one.title,
    text: one.text,
    captions: one.around.filter(({ part }) => kindOfPart(part) === 'caption').map(({ text }) => text),
    language: one.language,
    version: one.number,
    current: one.current,
    original: false,
    translator: one.translator,
    of: one.ofVersion,
    publishedAt: one.publishedAt,
    // Whoever signed the words signed what they are a translation of.
    signed: signed.get(one.ofVersion) ?? [],
    sha256: one.sha256,
  }));
  return [...originals, ...translated];
}
