import { randomUUIDv7 } from 'node:crypto';
import { type Memorial, showsNothing } from '#memorials/memorial.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import type { Tx } from '#schema/database.ts';

/** Begins a child's page, empty and only for the family. Whether the person may was decided before. */
export async function beginMemorial(
  tx: Tx,
  by: { personId: string; familyId: string; language: string },
  now: string,
): Promise<Memorial> {
  const memorial: Memorial = {
    id: randomUUIDv7(),
    familyId: by.familyId,
    createdBy: by.personId,
    createdAt: now,
    audience: 'only-us',
    address: undefined,
    language: by.language,
    called: '',
    pronunciation: '',
    names: [],
    pronouns: '',
    sentence: '',
    vocabulary: { sets: {}, own: {} },
    drawing: 'snowdrop',
    portraitId: undefined,
    portraitAlternative: '',
    palette: 'snow',
    days: [],
    loss: '',
    measures: [],
    restingPlace: '',
    siblings: [],
    shows: showsNothing,
    listed: false,
    indexed: false,
    federated: false,
    forPress: false,
    invented: false,
    zone: '',
    byHand: false,
    restsSince: undefined,
    pausedSince: undefined,
    leavesAt: undefined,
  };
  await saveMemorial(tx, memorial);
  return memorial;
}
