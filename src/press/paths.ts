import { memorialHomePath } from '#memorials/paths.ts';
import { publicPicturesPath } from '#photographs/paths.ts';

/** What the family says to the press. */
export const pressHomePath = (memorial: { id: string }): string => `${memorialHomePath(memorial)}/press`;

/** The photographs that can be given to it in full size, and one of them: released by POST, taken back by DELETE. */
export const pressPhotographsPath = (memorial: { id: string }): string =>
  `${pressHomePath(memorial)}/photographs`;
export const releasePath = (
  memorial: { id: string },
  { tributeId, photographId }: { tributeId: string; photographId: string },
): string => `${pressPhotographsPath(memorial)}/${tributeId}/${photographId}`;

/** What was printed wrongly, what strangers told of it, and what became of it. */
export const correctionsPath = (memorial: { id: string }): string =>
  `${memorialHomePath(memorial)}/corrections`;
export const correctionPath = (memorial: { id: string }, { id }: { id: string }): string =>
  `${correctionsPath(memorial)}/${id}`;

/** What whoever reads first decided; ended by DELETE. */
export const screeningPath = (memorial: { id: string }, correction: { id: string }): string =>
  `${correctionPath(memorial, correction)}/screening`;

/** The page for the press, beneath that of the child. */
export const pressBeneath = (childPath: string): string => `${childPath}/words/press`;

/** A released photograph in full size, at the random address of its publication. */
export const fullPicturePath = (address: string): string => `${publicPicturesPath(address)}/full.jpeg`;
