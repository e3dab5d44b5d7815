import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { largestPhotograph, type Picture, type PictureFormat } from '#photographs/photograph.ts';
import { findPhotograph, listPictures, markPrepared, savePictures } from '#photographs/photographs.ts';
import { renderPicture } from '#photographs/prepare.ts';
import { pictureFormats, pictureSizes } from '#photographs/photograph.ts';
import type { Site } from '#schema/site.ts';

/** Makes the pictures of one photograph in these sizes and formats and keeps them durably. */
export async function renderPictures(
  site: Pick<Site, 'blobs' | 'folder'>,
  photograph: { id: string; path: string; width: number },
  sizes: readonly number[],
  formats: readonly PictureFormat[],
): Promise<Picture[]> {
  const into = await mkdtemp(join(site.folder.tmp, 'pictures-'));
  try {
    const rendered = await renderPicture(photograph.path, {
      widths: wanted(sizes, photograph.width),
      formats,
      into,
    });
    const pictures: Picture[] = [];
    for (const { width, height, format, path } of rendered) {
      const kept = await site.blobs.receive(createReadStream(path), largestPhotograph);
      await kept.keep();
      const size = sizes.find((one) => one >= width) ?? width;
      pictures.push({
        photographId: photograph.id,
        size,
        format,
        width,
        height,
        sha256: kept.sha256,
        bytes: kept.bytes,
      });
    }
    return pictures;
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

/** The job behind each photograph: everything that was not made while it was received. May run twice. */
export async function prepareRest(site: Site, photographId: string): Promise<void> {
  const { reader } = site.database;
  const photograph = await findPhotograph(reader, photographId);
  if (!photograph) return;
  const ready = await listPictures(reader, [photographId]);
  const missing = pictureFormats.filter((format) => !ready.some((picture) => picture.format === format));
  if (missing.length > 0) {
    const path = site.blobs.pathOf(photograph.sha256);
    const pictures = await renderPictures(site, { ...photograph, path }, [...pictureSizes], missing);
    await site.database.write((tx) => savePictures(tx, pictures));
  }
  await site.database.write((tx) => markPrepared(tx, photographId, site.now()));
}

// A photograph between two sizes is kept once at its own width, never enlarged.
function wanted(sizes: readonly number[], width: number): number[] {
  const smaller = sizes.filter((size) => size < width);
  const next = sizes.find((size) => size >= width);
  return next === undefined ? smaller : [...smaller, Math.min(next, width)];
}
