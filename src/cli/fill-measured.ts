import { parents } from '#cli/sample-family/family.ts';
import { manyPieces, measuringPage } from '#cli/sample-family/many-pieces.ts';
import { findSamplePhotographs } from '#cli/sample-contract.ts';
import { type SampleFamily, writePiece } from '#cli/write-piece.ts';
import { beginMemorial } from '#memorials/begin.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorialAt, saveMemorial } from '#memorials/memorials.ts';
import { openMemorial } from '#memorials/open.ts';
import { findPersonByEmail } from '#people/people.ts';
import type { Site } from '#schema/site.ts';

/**
 * Beside the sample, a page of so many short pieces to measure with: open to everyone by its address, and
 * on no list. One that is there already stays as it is.
 */
export async function fillMeasured(site: Site, edie: Memorial, count: number): Promise<Memorial> {
  const { reader } = site.database;
  const known = await findMemorialAt(reader, measuringPage.address);
  if (known) return known;
  const people = {
    rima: (await findPersonByEmail(reader, parents.rima.email))!.id,
    callum: (await findPersonByEmail(reader, parents.callum.email))!.id,
  };
  const photographs = await findSamplePhotographs(reader, edie);
  const family: SampleFamily = { id: edie.familyId, people, photographs };
  return site.database.write(async (tx) => {
    const { address, at, ...told } = measuringPage;
    const by = { personId: people.rima, familyId: family.id, language: told.language };
    const begun: Memorial = { ...(await beginMemorial(tx, by, at)), ...told, invented: true };
    await saveMemorial(tx, begun);
    const opening = {
      to: 'everyone',
      address,
      shows: { name: true, sentence: true },
      listed: false,
      indexed: false,
      federated: false,
    } as const;
    const answer = await openMemorial(tx, begun, opening, at);
    if ('refused' in answer) throw new Error(`The page could not be opened: ${answer.refused}`);
    const written = new Map<string, string>();
    for (const piece of manyPieces(count)) await writePiece(tx, family, answer.opened, { piece, written });
    return answer.opened;
  });
}
