import type { Picture } from '#photographs/photograph.ts';

/** Where the pictures of one use lie for everybody; the address is random for each publication. */
export const publicPicturesPath = (address: string): string => `/pictures/${address}`;
/** Where the family sees a photograph. */
export const familyPicturesPath = (photographId: string): string => `/home/photographs/${photographId}`;
/** Where those who were let in see a photograph that something shows them. */
export const withPicturesPath = (photographId: string): string => `/with/photographs/${photographId}`;
export const pictureFile = ({ size, format }: Pick<Picture, 'size' | 'format'>): string =>
  `${size}.${format}`;
