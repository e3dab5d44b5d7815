import type { Language } from '#i18n/languages.ts';
import { memorialHomePath, memorialPath } from '#memorials/paths.ts';

/** Where a new tribute is begun. */
export const tributesPath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/tributes`;
/** The sheet a tribute is written on. */
export const writingPath = (tribute: { id: string }): string => `/home/tributes/${tribute.id}`;
export const draftPath = (tribute: { id: string }): string => `${writingPath(tribute)}/draft`;
export const uploadsPath = (tribute: { id: string }): string => `${writingPath(tribute)}/photographs`;
export const previewPath = (tribute: { id: string }): string => `${writingPath(tribute)}/preview`;
export const publicationPath = (tribute: { id: string }): string => `${writingPath(tribute)}/publication`;
export const besidePath = (tribute: { id: string }, draft: { id: string }): string =>
  `${writingPath(tribute)}/beside/${draft.id}`;

/** The public address of a tribute. */
export const tributePath = (
  memorial: { address: string | undefined; language: string },
  tribute: { address: string },
  language?: Language,
): string => `${memorialPath(memorial, language)}/${encodeURIComponent(tribute.address)}`;
/** Right after publishing: the address to copy, share and print. */
export const publishedPath = (tribute: { id: string }): string => `${writingPath(tribute)}/published`;

/** A version of a tribute at the address where it can be cited for ever. */
export const versionPath = (
  memorial: { address: string | undefined; language: string },
  tribute: { address: string },
  number: number,
  language?: Language,
): string => `${tributePath(memorial, tribute, language)}/versions/${number}`;
/** The versions of a tribute, for its family. */
export const versionsPath = (tribute: { id: string }): string => `${writingPath(tribute)}/versions`;
export const homeVersionPath = (tribute: { id: string }, number: number): string =>
  `${versionsPath(tribute)}/${number}`;
/** Two versions beside each other, as the query says: `?earlier=1&later=2`. */
export const comparisonPath = (tribute: { id: string }): string => `${writingPath(tribute)}/comparison`;

/** What a person put into the bin. */
export const binnedPath = '/home/bin';
/** That a tribute lies in the bin. */
export const binPath = (tribute: { id: string }): string => `${writingPath(tribute)}/bin`;
/** That words kept beside a draft lie in the bin. */
export const besideBinPath = (draft: { id: string; tributeId: string }): string =>
  `${besidePath({ id: draft.tributeId }, draft)}/bin`;
/** Where erasing is asked about and done: of a tribute, or of words that were kept beside one. */
export const erasurePath = (tribute: { id: string }): string => `${writingPath(tribute)}/erasure`;
export const besideErasurePath = (draft: { id: string; tributeId: string }): string =>
  `${besidePath({ id: draft.tributeId }, draft)}/erasure`;

/** The order of a child's memories, as it is set by hand. */
export const orderPath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/order`;
