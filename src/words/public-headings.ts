import { createHash } from 'node:crypto';
import { nobody } from '#audiences/viewer.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Reader } from '#schema/database.ts';
import { listHeadings } from '#tributes/versions/versions.ts';
import type { PublicWords } from '#words/public-words.ts';
import { listTranslationHeadings } from '#translations/approved.ts';

/** What is said of public words where they are cited, without the words themselves. */
export type PublicHeading = Omit<PublicWords, 'text' | 'captions'>;

/** The headings of all words that `listPublicWords` answers, in three queries, however long the words are. */
export async function listPublicHeadings(db: Reader, memorial: Memorial): Promise<PublicHeading[]> {
  const originals = await listHeadings(db, nobody, memorial);
  const translations = await listTranslationHeadings(db, nobody, memorial);
  const key = (tributeId: string, version: number): string => `${tributeId} ${version}`;
  const known = new Map(originals.map((one) => [key(one.tribute.id, one.number), one]));
  const named = (signed: readonly { as: string }[]): string[] =>
    signed.map(({ as }) => as).filter((name) => name !== '');
  return [
    ...originals.map(({ tribute, ...one }) => ({
      tributeId: tribute.id,
      tributeAddress: tribute.address,
      kind: tribute.kind,
      title: one.title,
      language: one.language,
      version: one.number,
      current: one.number === tribute.version,
      original: true,
      publishedAt: one.publishedAt,
      signed: named(one.signed),
      sha256: one.sha256,
    })),
    ...translations.flatMap((one) => {
      const of = known.get(key(one.tributeId, one.ofVersion));
      if (!of) return [];
      return {
        tributeId: one.tributeId,
        tributeAddress: of.tribute.address,
        kind: of.tribute.kind,
        title: one.title,
        language: one.language,
        version: one.number,
        current: one.current,
        original: false,
        translator: one.translator,
        of: one.ofVersion,
        publishedAt: one.publishedAt,
        signed: named(of.signed),
        sha256: one.sha256,
      };
    }),
  ];
}

type Named = Pick<PublicWords, 'tributeId' | 'version' | 'language' | 'original' | 'current' | 'sha256'>;

/** Names public words within their memorial. */
export const idOfWords = ({ tributeId, version, language, original }: Named): string =>
  `${tributeId} ${original ? '' : language} ${version}`;

/** Another one whenever the public words of a memorial are others, or stand otherwise. */
export const markOf = (words: readonly Named[]): string =>
  createHash('sha256')
    .update(
      words
        .map((one) => `${idOfWords(one)} ${one.current} ${one.sha256}`)
        .toSorted()
        .join('\n'),
    )
    .digest('base64url');
