import type { PartialDate } from '#lib/partial-date.ts';
import type { PictureFormat } from '#photographs/photograph.ts';
import type { PhotographFormat } from '#photographs/sniff.ts';

/**
 * Why a file is not taken: no JPEG, PNG or WebP by its first bytes; its end is missing; more than
 * 268 megapixels, or more memory than we give; damaged, or too slow to decode.
 */
export type PictureRefusal = 'not-a-photograph' | 'cut-short' | 'too-large' | 'unreadable';

export type Inspected = {
  ok: true;
  format: PhotographFormat;
  /** In pixels, after turning. */
  width: number;
  height: number;
  /** ThumbHash, base64. */
  thumbhash: string;
  taken?: PartialDate;
};

/** One picture on the disk: sRGB, upright, without metadata, colour profile or thumbnail. */
export type Rendered = { width: number; height: number; format: PictureFormat; path: string; bytes: number };

/** What is asked of the child, with the memory and the time of the processor that it may take. */
export type Work = { processor: number; memory: number } & (
  | { inspect: string }
  | {
      render: string;
      widths: readonly number[];
      formats: readonly Rendered['format'][];
      into: string;
    }
  /** In its own size, as one JPEG of a high quality, to the file `to`. */
  | { whole: string; to: string }
);

export type Answer =
  | { ready: true }
  | { inspected: Inspected }
  | { rendered: Rendered[] }
  | { refused: PictureRefusal }
  // The photograph is not to blame: the disk is full, the file is gone.
  | { failed: string; code: string };
