import { thumbHashToDataURL } from 'thumbhash';
import { canSee } from '#audiences/can-see.ts';
import { nobody, type Viewer } from '#audiences/viewer.ts';
import { familyPicturesPath, pictureFile, publicPicturesPath, withPicturesPath } from '#photographs/paths.ts';
import { type PictureFormat, pictureFormats } from '#photographs/photograph.ts';
import { listShown, listShownIn, type Shown } from '#photographs/shown.ts';
import type { Reader } from '#schema/database.ts';
import type { PictureProps } from '#ui/photograph.tsx';

/** Finds how a page shows a photograph, by its id; nothing for one that this page's readers may not see. */
export type Gallery = (photographId: string, alternative: string) => PictureProps | undefined;

/**
 * The photographs of a memorial, as strangers get them: only what is for everyone, at its random address.
 * `pieces` are the tributes of the page, and `undefined` for the memorial's own portrait; without them, all.
 */
export async function publicGallery(
  db: Reader,
  memorialId: string,
  pieces?: readonly (string | undefined)[],
): Promise<Gallery> {
  const shown = await listShownIn(db, memorialId, pieces);
  return galleryOf(
    shown
      .filter(({ use }) => canSee(nobody, use))
      .map((one) => [one, publicPicturesPath(one.use.address)] as const),
  );
}

/** The same for those who were let in: what this viewer may see of it, where only they get it. */
export async function withGallery(
  db: Reader,
  viewer: Viewer,
  memorialId: string,
  pieces: readonly (string | undefined)[],
): Promise<Gallery> {
  const shown = await listShownIn(db, memorialId, pieces);
  return galleryOf(
    shown.filter(({ use }) => canSee(viewer, use)).map((one) => [one, withPicturesPath(one.id)] as const),
  );
}

/** The photographs with these ids, as their family gets them. What of them a person may see is asked at each. */
export async function familyGallery(
  db: Reader,
  photographIds: readonly string[],
  pathOf: (photographId: string) => string = familyPicturesPath,
): Promise<Gallery> {
  const shown = await listShown(db, [...new Set(photographIds)]);
  return galleryOf(shown.map((one) => [one, pathOf(one.id)] as const));
}

function galleryOf(photographs: readonly (readonly [Shown, basePath: string])[]): Gallery {
  const props = new Map(photographs.map(([one, basePath]) => [one.id, pictureProps(one, basePath)]));
  return (photographId, alternative) => {
    const found = props.get(photographId);
    return found && { ...found, alternative };
  };
}

function pictureProps(photograph: Shown, basePath: string): PictureProps {
  const { ready, width, height } = photograph;
  const srcset = (format: PictureFormat): string =>
    ready
      .filter((picture) => picture.format === format)
      .map((picture) => `${basePath}/${pictureFile(picture)} ${picture.width}w`)
      .join(', ');
  const sources = pictureFormats
    .map((format) => ({ type: `image/${format}`, srcset: srcset(format) }))
    .filter((source) => source.srcset !== '');
  const jpegs = ready.filter(({ format }) => format === 'jpeg');
  return {
    sources,
    src: `${basePath}/${pictureFile(jpegs[Math.floor(jpegs.length / 2)] ?? ready[0]!)}`,
    width,
    height,
    alternative: '',
    placeholder: placeholderOf(photograph.thumbhash),
  };
}

// Painting one takes longer than everything else about a photograph, and it never changes.
const placeholders = new Map<string, string>();
const mostPlaceholders = 2000;

function placeholderOf(thumbhash: string): string {
  const painted = placeholders.get(thumbhash) ?? thumbHashToDataURL(Buffer.from(thumbhash, 'base64'));
  placeholders.delete(thumbhash);
  placeholders.set(thumbhash, painted);
  if (placeholders.size > mostPlaceholders) placeholders.delete(placeholders.keys().next().value!);
  return painted;
}

/** The largest picture that previews and full views lead to. */
export function largestSource(props: PictureProps): string {
  const jpeg = props.sources.find(({ type }) => type === 'image/jpeg');
  return jpeg?.srcset.split(', ').at(-1)?.split(' ')[0] ?? props.src;
}
