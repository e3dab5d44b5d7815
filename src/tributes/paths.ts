import type { Language } from '#i18n/languages.ts';
import { memorialHomePath, memorialPath } from '#memorials/paths.ts';

/** Where a new tribute is begun. */
export const tributesPath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/tributes`;
/** The sheet a tribute is written on. */
export const writingPath = (tribute: { id: string }): string => `/home/tributes/${tribute.id}`;
/** The sheet again, once it was kept by its button. */
export const keptPath = (tribute: { id: string }): string => `${writingPath(tribute)}?kept`;
export const draftPath = (tribute: { id: string }): string => `${writingPath(tribute)}/draft`;
export const uploadsPath = (tribute: { id: string }): string => `${writingPath(tribute)}/photographs`;
export const previewPath = (tribute: { id: string }): string => `${writingPath(tribute)}/preview`;
export const publicationPath = (tribute: { id: string }): string => `${writingPath(tribute)}/publication`;
/** What is set for later; its own publication brings that moment forward to now. */
export const schedulePath = (tribute: { id: string }): string => `${writingPath(tribute)}/schedule`;
export const scheduledPublicationPath = (tribute: { id: string }): string =>
  `${schedulePath(tribute)}/publication`;
export const besidePath = (tribute: { id: string }, draft: { id: string }): string =>
  `${writingPath(tribute)}/beside/${draft.id}`;

/** Whom its writer asks to sign with them. */
export const signaturesPath = (tribute: { id: string }): string => `${writingPath(tribute)}/signatures`;
/** The words somebody was asked to sign, and their own name under them. */
export const signaturePath = (tribute: { id: string }): string => `${writingPath(tribute)}/signature`;
/** That a keeper asks the parents to publish, and what a parent reads then. */
export const approvalPath = (tribute: { id: string }): string => `${writingPath(tribute)}/approval`;
/** A cover that a parent lays over what somebody else wrote: over all of it, or over one photograph. */
export const coverPath = (tribute: { id: string }, photographId?: string): string =>
  `${writingPath(tribute)}/cover${photographId === undefined ? '' : `/${photographId}`}`;
/** The photographs of what somebody was asked about. */
export const askedPicturesPath = (tribute: { id: string }, photographId: string): string =>
  `${writingPath(tribute)}/asked/${photographId}`;

/** A tribute beneath its child's page, in whichever space that page is. */
export const tributeBeneath = (childPath: string, tribute: { address: string }): string =>
  `${childPath}/${encodeURIComponent(tribute.address)}`;
/** The public address of a tribute. */
export const tributePath = (
  memorial: { address: string | undefined; language: string },
  tribute: { address: string },
  language?: Language,
): string => tributeBeneath(memorialPath(memorial, language), tribute);
/** Right after publishing: the address to copy, share and print. */
export const publishedPath = (tribute: { id: string }): string => `${writingPath(tribute)}/published`;
/** Right after it was taken back: where it is now. */
export const withdrawnPath = (tribute: { id: string }): string => `${writingPath(tribute)}/withdrawn`;

/** A version of a tribute at the address where it can be cited for ever. */
export const versionBeneath = (childPath: string, tribute: { address: string }, number: number): string =>
  `${tributeBeneath(childPath, tribute)}/versions/${number}`;
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

/** The story as one, for readers. */
export const storyBeneath = (childPath: string): string => `${childPath}/story`;
/** The story as the family reads it and sets its order. */
export const storyHomePath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/story`;
/** The story stands beside each of its chapters, in whichever space the page is. */
export const storyBeside = (path: string): string => path.replace(/[^/]*$/, 'story');
/** The order of the chapters, where it is changed. */
export const storyOrderPath = (memorial: { id: string }): string => `${storyHomePath(memorial)}/order`;

/** What a person wrote for children whose pages they keep no longer. */
export const keptWordsPath = '/home/kept';
export const keptTributePath = (tribute: { id: string }): string => `${keptWordsPath}/${tribute.id}`;
/** All of it, as plain text to take away. */
export const keptTextPath = `${keptWordsPath}/words.txt`;
/** That readers have it: ended by DELETE. */
export const keptPublicationPath = (tribute: { id: string }): string =>
  `${keptTributePath(tribute)}/publication`;
/** Their name under the words of others. */
export const keptNamesPath = (familyId: string): string => `${keptWordsPath}/names?family=${familyId}`;
export const keptPicturesPath = (tribute: { id: string }, photographId: string): string =>
  `${keptTributePath(tribute)}/photographs/${photographId}`;
