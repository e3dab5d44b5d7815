import type { PartialDate } from '#lib/partial-date.ts';

/** A photograph as the family gave it. The original is never changed, moved or served to strangers. */
export type Photograph = {
  id: string;
  familyId: string;
  uploadedBy: string;
  sha256: string;
  bytes: number;
  format: string;
  /** In pixels, the way it is looked at: after turning. */
  width: number;
  height: number;
  /** ThumbHash, base64: a blurred idea of it in about 25 bytes. */
  thumbhash: string;
  taken: PartialDate | undefined;
  name: string;
};

export const pictureFormats = ['avif', 'webp', 'jpeg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];
/** Widths in pixels that pictures are made in; a smaller photograph is never enlarged. */
export const pictureSizes = [480, 960, 1920] as const;

/** One ready rendition, without any metadata. `size` is the width asked for, `width` what it has. */
export type Picture = {
  photographId: string;
  size: number;
  format: PictureFormat;
  width: number;
  height: number;
  sha256: string;
  bytes: number;
};

export const megabyte = 1024 * 1024;
export const largestPhotograph = 50 * megabyte;
