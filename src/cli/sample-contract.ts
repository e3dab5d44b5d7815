import { measuringPage } from '#cli/sample-family/many-pieces.ts';
import { pictureName, type SamplePicture, samplePictures } from '#cli/sample-pictures.ts';
import { canSee } from '#audiences/can-see.ts';
import { nobody } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { countFamilies, listMembers, rolesOf } from '#families/families.ts';
import { readSetting } from '#hosting/settings.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { listMemorials } from '#memorials/memorials.ts';
import { memorialPath } from '#memorials/paths.ts';
import { pictureFile, publicPicturesPath } from '#photographs/paths.ts';
import { listPhotographs, listPictures, listUses } from '#photographs/photographs.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { tributePath } from '#tributes/paths.ts';
import { listDrafts } from '#tributes/writing/drafts.ts';
import { listTributes } from '#tributes/tributes.ts';
import type { Published } from '#tributes/tribute.ts';

/** What programs that try a site can hold it to. All addresses are absolute. */
export type SampleContract = {
  url: string;
  /** Pages, letters and pictures that everybody gets. */
  memorials: string[];
  public: string[];
  pictures: string[];
  /** What is there for the family alone, and what never was: strangers cannot tell them apart (404). */
  private: string[];
  unknown: string[];
  /** The first line of the first public letter, exactly. */
  first_line: string;
  /** The page to measure with, where there is one; it stands on no list. */
  measured?: string;
};

/** The sample's pages, or nothing on a site that is empty or somebody's. */
export async function findSample(db: Reader): Promise<Memorial[] | undefined> {
  const host = await readSetting(db, 'host');
  if (host === undefined) return undefined;
  const families = await rolesOf(db, host);
  const memorials = await listMemorials(db, families.keys());
  const isSample = families.size === (await countFamilies(db)) && memorials.length > 0;
  return isSample && memorials.every(({ invented }) => invented) ? memorials : undefined;
}

/** The contract of a site that the sample filled, from what is there now. */
export async function sampleContract(site: Site, memorials: readonly Memorial[]): Promise<SampleContract> {
  const shown = memorials.filter(({ listed }) => listed);
  const measured = memorials.find(({ address }) => address === measuringPage.address);
  const contract: SampleContract = {
    url: site.url,
    memorials: shown.map((memorial) => memorialPath(memorial)),
    public: [],
    private: [],
    unknown: [
      '/no-such-child',
      `${memorialPath(shown[0]!)}/no-such-letter`,
      `/pictures/${'A'.repeat(43)}/480.jpeg`,
    ],
    pictures: [],
    first_line: '',
  };
  for (const memorial of shown) await addMemorial(contract, site.database.reader, memorial);
  const absolute = (paths: string[]): string[] => paths.map((path) => site.url + path);
  return {
    ...contract,
    memorials: absolute(contract.memorials),
    public: absolute(contract.public),
    private: absolute(contract.private),
    unknown: absolute(contract.unknown),
    pictures: absolute(contract.pictures),
    ...(measured ? { measured: site.url + memorialPath(measured) } : {}),
  };
}

async function addMemorial(contract: SampleContract, db: Reader, memorial: Memorial): Promise<void> {
  const open = await listTributes(db, nobody, memorial);
  contract.first_line ||= open[0]?.words.text.split('\n')[0] ?? '';
  contract.public.push(...open.map((tribute) => tributePath(memorial, tribute)));
  const closed = new Set<string>();
  for (const { personId } of await listMembers(db, memorial.familyId)) {
    const seen: Published[] = await listTributes(db, await viewerOf(db, { id: personId }), memorial);
    const drafts = (await listDrafts(db, personId)).map(({ tribute }) => tribute);
    const begun = drafts.filter(
      ({ memorialId, publishedAt }) => memorialId === memorial.id && publishedAt === undefined,
    );
    for (const tribute of [...seen, ...begun]) closed.add(tributePath(memorial, tribute));
  }
  contract.private.push(...closed.difference(new Set(contract.public)));
  for (const use of await listUses(db, { memorialId: memorial.id })) {
    // JPEGs only: they are ready when the photograph is, the finer ones come later.
    const jpegs = (await listPictures(db, [use.photographId])).filter(({ format }) => format === 'jpeg');
    const paths = jpegs.map((picture) => `${publicPicturesPath(use.address)}/${pictureFile(picture)}`);
    (canSee(nobody, use) ? contract.pictures : contract.private).push(...paths);
  }
}

/** The drawn photographs of the sample, by what they show. */
export async function findSamplePhotographs(
  db: Reader,
  edie: Memorial,
): Promise<Record<SamplePicture, string>> {
  const uses = await listUses(db, { memorialId: edie.id });
  const photographs = await listPhotographs(db, [...new Set(uses.map(({ photographId }) => photographId))]);
  const named = samplePictures.map((picture) => {
    const found = photographs.find(({ name }) => name === pictureName(picture));
    if (!found) throw new Error(`The sample has lost its picture “${picture}”.`);
    return [picture, found.id] as const;
  });
  return Object.fromEntries(named) as Record<SamplePicture, string>;
}
