import type { Memorial } from '#memorials/memorial.ts';
import { memorialPath } from '#memorials/paths.ts';
import { tributePath } from '#tributes/paths.ts';
import { citedBeneath, wordsKeyPath } from '#words/paths.ts';
import type { PublicWords } from '#words/public-words.ts';
import { signStatement, type Statement } from '#words/statement.ts';
import type { SigningKey } from '#words/words-key.ts';

/**
 * The exact words of a public tribute as JSON: of each version of the original and of its translations the
 * statement, the text letter for letter, and the signature over the statement (docs/words.md).
 */
export function wordsJson(
  siteUrl: string,
  memorial: Memorial,
  tribute: { address: string },
  words: readonly PublicWords[],
  key: SigningKey,
): string {
  const signed = words.map((one) => {
    const statement = statementOf(siteUrl, memorial, one);
    return { ...statement, current: one.current, text: one.text, signature: signStatement(key, statement) };
  });
  const page = `${siteUrl}${tributePath(memorial, tribute)}`;
  return `${JSON.stringify({ snowdrop: 'words/1', site: siteUrl, page, keys: `${siteUrl}${wordsKeyPath}`, words: signed }, null, 2)}\n`;
}

/** What the site says of these words. */
function statementOf(siteUrl: string, memorial: Memorial, words: PublicWords): Statement {
  const { tributeId, kind, title, language, version, original, translator, of } = words;
  const { signed, publishedAt, sha256 } = words;
  return {
    iss: siteUrl,
    url: `${siteUrl}${citedBeneath(memorialPath(memorial), { address: words.tributeAddress }, words)}`,
    tribute: tributeId,
    kind,
    title,
    language,
    version,
    original,
    ...(translator === undefined ? {} : { translator }),
    ...(of === undefined ? {} : { of }),
    signed,
    published: publishedAt,
    sha256,
  };
}
