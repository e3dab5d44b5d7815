import { randomUUIDv7 } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Received, TooLarge } from '#files/blobs.ts';
import { largestPhotograph, type Photograph, type Picture, pictureSizes } from '#photographs/photograph.ts';
import { savePhotograph, savePictures } from '#photographs/photographs.ts';
import { inspectPhotograph } from '#photographs/prepare.ts';
import { renderPictures } from '#photographs/render.ts';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

export type PhotographRefusal =
  | 'not-a-photograph'
  | 'cut-short'
  | 'too-large'
  | 'unreadable'
  | 'too-many-bytes';

/** A photograph whose bytes are safe on the disk, with its first pictures, not yet in the database. */
export type Taken = { photograph: Photograph; pictures: Picture[] };

/**
 * Takes a photograph while it arrives: at most 50 MB, JPEG, PNG or WebP by its own first bytes, whole.
 * The original is durable when this answers; `addPhotograph` then makes it known, in the transaction
 * of the letter that shows it. Refused bytes are let go.
 */
export async function receivePhotograph(
  site: Pick<Site, 'blobs' | 'folder'>,
  upload: { stream: Readable; name: string },
  by: { familyId: string; personId: string },
): Promise<{ taken: Taken } | { refused: PhotographRefusal; name: string }> {
  const { name } = upload;
  let received: Received;
  try {
    received = await site.blobs.receive(upload.stream, largestPhotograph);
  } catch (error) {
    if (error instanceof TooLarge) return { refused: 'too-many-bytes', name };
    throw error;
  }
  try {
    const inspected = await inspectPhotograph(received.path);
    if (!inspected.ok) return { refused: inspected.reason, name };
    const id = randomUUIDv7();
    // The pictures every browser shows come first, so that nobody waits for the finer ones.
    const pictures = await renderPictures(
      site,
      { id, path: received.path, width: inspected.width },
      [...pictureSizes],
      ['jpeg'],
    );
    await received.keep();
    const { format, width, height, thumbhash, taken } = inspected;
    const { sha256, bytes } = received;
    const photograph: Photograph = {
      id,
      familyId: by.familyId,
      uploadedBy: by.personId,
      sha256,
      bytes,
      format,
      width,
      height,
      thumbhash,
      taken,
      name: plainName(name),
    };
    return { taken: { photograph, pictures } };
  } finally {
    await received.discard();
  }
}

/** Makes a received photograph known; the finer pictures are made after. */
export async function addPhotograph(tx: Tx, { photograph, pictures }: Taken, now: string): Promise<void> {
  await savePhotograph(tx, photograph, now);
  await savePictures(tx, pictures);
  await tx.record({ photographReceived: photograph.id });
}

/** The last part of a file's name, without what no list should show. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last
    .replace(/[\p{C}\p{Surrogate}]/gu, '')
    .slice(0, 120)
    .replace(/\p{Surrogate}$/u, '');
}
