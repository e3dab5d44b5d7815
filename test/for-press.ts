import { Readable } from 'node:stream';
import { saveFullPicture } from '#photographs/full-pictures.ts';
import type { Visitor, World } from '#test/world.ts';
import { addCorrection, listCorrections } from '#press/corrections.ts';
import { noPress, type Press } from '#press/press.ts';
import { findPress, savePress } from '#press/presses.ts';
import { saveRelease } from '#press/releases.ts';

type Child = { id: string; language: string };

/** A family's page for the press, switched on unless it says otherwise. */
export async function keepPress(
  site: World,
  memorial: Child,
  by: Visitor,
  said: Partial<Press> = {},
): Promise<void> {
  await site.database.write(async (tx) => {
    const press = (await findPress(tx, memorial.id)) ?? noPress(memorial);
    await savePress(tx, { ...press, shown: true, ...said }, by, site.clock.now());
  });
}

/** A photograph of a piece, released in full size. Answers the SHA-256 of the picture, whose bytes are the given words. */
export async function release(
  site: World,
  of: { memorialId: string; tributeId: string; photographId: string },
  by: Visitor,
  bytes: string,
): Promise<string> {
  const kept = await site.site.blobs.receive(Readable.from([Buffer.from(bytes)]), 1_000_000);
  await kept.keep();
  const { sha256 } = kept;
  const { photographId } = of;
  await site.database.write(async (tx) => {
    await saveFullPicture(tx, { photographId, width: 4032, height: 3024, sha256, bytes: kept.bytes });
    await saveRelease(tx, { ...of, terms: '' }, by, site.clock.now());
  });
  return sha256;
}

/** A correction that the family asked for and shows. Answers its id. */
export async function writeCorrection(site: World, memorial: Child): Promise<string> {
  const { database, clock } = site;
  const words = { printed: 'He was three weeks old.', shouldBe: 'She was born still.' };
  await database.write((tx) =>
    addCorrection(
      tx,
      memorial.id,
      {
        ...words,
        publication: 'The Harbour Post',
        url: 'https://harbour.example/wren',
        printedOn: { year: 2024, month: 2 },
        state: 'asked',
        shown: true,
      },
      clock.now(),
    ),
  );
  return (await listCorrections(database.reader, memorial.id))[0]!.id;
}
