import { translatedVersion } from '#translations/paths.ts';
import { tributeBeneath, versionBeneath } from '#tributes/paths.ts';
import type { Passage } from '#words/passage.ts';

/** The site's public keys for words (RFC 7517). */
export const wordsKeyPath = '/.well-known/snowdrop-words-key';

/** Which of the words of a tribute: a version of the original, or of its translation into a language. */
export type Which = { version: number; original: boolean; language: string };

/** Where words in one language and version can be cited for ever, beneath the child's page. */
export const citedBeneath = (childPath: string, tribute: { address: string }, which: Which): string =>
  which.original
    ? versionBeneath(childPath, tribute, which.version)
    : translatedVersion(tributeBeneath(childPath, tribute), which.language, which.version);

/** The exact words of a tribute beneath its child's page: those that readers have now, or these. */
export const wordsBeneath = (childPath: string, tribute: { address: string }, which?: Which): string =>
  `${childPath}/words/${encodeURIComponent(tribute.address)}${which ? `?${queryOf(which)}` : ''}`;

/** All of them with their signatures, as JSON. */
export const wordsJsonBeneath = (childPath: string, tribute: { address: string }): string =>
  `${wordsBeneath(childPath, tribute)}.json`;

/** The words that readers have now as plain text, of the original or of a translation. */
export const wordsTextBeneath = (
  childPath: string,
  tribute: { address: string },
  { original, language }: Pick<Which, 'original' | 'language'>,
): string => `${wordsBeneath(childPath, tribute)}${original ? '' : `.${language}`}.txt`;

/** A passage of them, to be quoted. */
export const passageBeneath = (
  childPath: string,
  tribute: { address: string },
  which: Which,
  passage?: Passage,
): string => `${wordsBeneath(childPath, tribute)}/passage?${queryOf(which, passage)}`;

/** A passage of them as a card for pages of others; without one, how the piece begins. */
export const cardBeneath = (
  childPath: string,
  tribute: { address: string },
  which?: Which,
  passage?: Passage,
): string => `${wordsBeneath(childPath, tribute)}/card${which ? `?${queryOf(which, passage)}` : ''}`;

/** Where others ask how an address of this site is shown on their page (oEmbed). */
export const oembedPath = (url: string): string => `/oembed?url=${encodeURIComponent(url)}&format=json`;
function queryOf({ version, original, language }: Which, passage?: Passage): string {
  const words = `${original ? '' : `in=${encodeURIComponent(language)}&`}version=${version}`;
  return passage ? `${words}&from=${passage.from}&to=${passage.to}` : words;
}

/** The passages of a tribute that its family chose to be quoted, and one of them: taken away by DELETE. */
export const readyQuotationsPath = (tribute: { id: string }): string =>
  `/home/tributes/${tribute.id}/quotations`;
export const readyQuotationPath = (tribute: { id: string }, quotation: { id: string }): string =>
  `${readyQuotationsPath(tribute)}/${quotation.id}`;
