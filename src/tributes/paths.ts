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
