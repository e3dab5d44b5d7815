import { thumbHashToDataURL } from 'thumbhash';
import { canSee } from '#audiences/can-see.ts';
import { nobody } from '#audiences/viewer.ts';
import { familyPicturesPath, pictureFile, publicPicturesPath } from '#photographs/paths.ts';
import {
  type Photograph,
  type Picture,
  type PictureFormat,
  pictureFormats,
} from '#photographs/photograph.ts';
import { listPhotographs, listPictures, listUses } from '#photographs/photographs.ts';
import type { Reader } from '#schema/database.ts';
import type { PictureProps } from '#ui/photograph.tsx';

/** Finds how a page shows a photograph, by its id; nothing for one that this page's readers may not see. */
export type Gallery = (photographId: string, alternative: string) => PictureProps | undefined;

/** The photographs of a memorial, as strangers get them: only what is for everyone, at its random address. */
export async function publicGallery(db: Reader, memorialId: string, tributeId?: string): Promise<Gallery> {
  const uses = (await listUses(db, { memorialId })).filter((use) => canSee(nobody, use));
  const wanted = tributeId === undefined ? uses : uses.filter((use) => use.tributeId === tributeId);
  return gallery(db, new Map(wanted.map((use) => [use.photographId, publicPicturesPath(use.address)])));
}

/** The photographs with these ids, as their family gets them. What of them a person may see is asked at each. */
export async function familyGallery(db: Reader, photographIds: readonly string[]): Promise<Gallery> {
  return gallery(db, new Map(photographIds.map((id) => [id, familyPicturesPath(id)])));
}

async function gallery(db: Reader, basePaths: ReadonlyMap<string, string>): Promise<Gallery> {
  const ids = [...basePaths.keys()];
  const [photographs, pictures] = await Promise.all([listPhotographs(db, ids), listPictures(db, ids)]);
  return (photographId, alternative) => {
    const photograph = photographs.find(({ id }) => id === photographId);
    const basePath = basePaths.get(photographId);
    const ready = pictures.filter((picture) => picture.photographId === photographId);
    if (!photograph || basePath === undefined || ready.length === 0) return undefined;
    return pictureProps(photograph, ready, basePath, alternative);
  };
}

function pictureProps(
  photograph: Photograph,
  ready: Picture[],
  basePath: string,
  alternative: string,
): PictureProps {
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
    width: photograph.width,
    height: photograph.height,
    alternative,
    placeholder: thumbHashToDataURL(Buffer.from(photograph.thumbhash, 'base64')),
  };
}

/** The largest picture that previews and full views lead to. */
export function largestSource(props: PictureProps): string {
  const jpeg = props.sources.find(({ type }) => type === 'image/jpeg');
  return jpeg?.srcset.split(', ').at(-1)?.split(' ')[0] ?? props.src;
}
