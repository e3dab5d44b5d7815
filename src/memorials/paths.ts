import type { Language } from '#i18n/languages.ts';
import { nearestLanguage } from '#i18n/languages.ts';

export const memorialsPath = '/home/memorials';
/** The child's page as the family sees it. */
export const memorialHomePath = (memorial: { id: string }): string => `${memorialsPath}/${memorial.id}`;

export const startSteps = ['name', 'day', 'words', 'portrait'] as const;
export type StartStep = (typeof startSteps)[number];
/** One of the four questions of the first start. */
export const startPath = (memorial: { id: string }, step: StartStep): string =>
  `${memorialHomePath(memorial)}/start/${step}`;

export const aboutChildPath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/child`;
/** The child's page as the family sees it, with a word about days that stand otherwise than most do. */
export const daysAsWrittenPath = (memorial: { id: string }): string =>
  `${memorialHomePath(memorial)}?days=as-written`;
export const openingPath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/opening`;
/** That a page rests, or is going away: made by POST, ended by DELETE. */
export const restPath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/rest`;
export const leavingPath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/leaving`;

/**
 * The public page: without a prefix in the memorial's own language, `/ar/…` in another. Throws for a
 * page that was never opened: it has no address.
 */
export function memorialPath(
  memorial: { address: string | undefined; language: string },
  language?: Language,
): string {
  if (memorial.address === undefined) throw new Error('A page that was never opened has no public address.');
  const own = language === undefined || language === nearestLanguage(memorial.language);
  return `${own ? '' : `/${language}`}/${encodeURIComponent(memorial.address)}`;
}

export const feedPath = (memorial: { address: string | undefined; language: string }): string =>
  `${memorialPath(memorial)}/feed.atom`;
export const jsonFeedPath = (memorial: { address: string | undefined; language: string }): string =>
  `${memorialPath(memorial)}/feed.json`;
