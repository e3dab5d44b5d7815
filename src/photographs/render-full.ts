import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FullPicture } from '#photographs/full-pictures.ts';
import { megabyte, type Photograph } from '#photographs/photograph.ts';
import { renderWhole } from '#photographs/prepare.ts';
import type { Site } from '#schema/site.ts';

// What 268 megapixels take at this quality, and some more.
const largest = 400 * megabyte;

/**
 * Makes a photograph in its own size for somebody who prints it, and keeps it durably. The original stays
 * the family's: what its camera noted in it (where, when, with what) is in no byte of this. Throws
 * `UnreadablePicture` for one that is too large for that or damaged by now.
 */
export async function renderFullPicture(
  site: Pick<Site, 'blobs' | 'folder'>,
  { id, sha256: original }: Photograph,
): Promise<FullPicture> {
  const into = await mkdtemp(join(site.folder.tmp, 'pictures-'));
  try {
    const { width, height, path } = await renderWhole(site.blobs.pathOf(original), join(into, 'full.jpeg'));
    const kept = await site.blobs.receive(createReadStream(path), largest);
    await kept.keep();
    const { sha256, bytes } = kept;
    return { photographId: id, width, height, sha256, bytes };
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}
