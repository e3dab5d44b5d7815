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
/** Right after fewer see the page: what cannot be called back from those who saw it before. */
export const narrowedPath = (memorial: { id: string }, was: string): string =>
  `${openingPath(memorial)}/narrowed?was=${was}`;
/** The keys to a page that its family handed out. */
export const linkKeysPath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/keys`;
export const linkKeyPath = (memorial: { id: string }, key: { id: string }): string =>
  `${linkKeysPath(memorial)}/${key.id}`;
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

/**
 * The same page for those who were let in: family, friends, whoever holds a key. A page that was never
 * opened to everyone has no address; it stands here under its id, which only they are given.
 */
export function withPath(
  memorial: { id: string; address: string | undefined; language: string },
  language?: Language,
): string {
  return `/with${memorialPath({ ...memorial, address: memorial.address ?? memorial.id }, language)}`;
}

/** A page's feeds, in the memorial's own language or another. */
export const feedPath = (
  memorial: { address: string | undefined; language: string },
  language?: Language,
): string => `${memorialPath(memorial, language)}/feed.atom`;
export const jsonFeedPath = (
  memorial: { address: string | undefined; language: string },
  language?: Language,
): string => `${memorialPath(memorial, language)}/feed.json`;
/** Where a memorial's pages stand for search engines, if its family lets them have it. */
export const sitemapPath = (memorial: { address: string | undefined; language: string }): string =>
  `${memorialPath(memorial)}/sitemap.xml`;
