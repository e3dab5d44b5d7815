import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#schema/database.ts';
import { addTribute, saveDraft } from '#tributes/tributes.ts';
import { emptyWords, type Signature, type Tribute } from '#tributes/tribute.ts';

/** Begins an empty letter to a child: a draft that only its writer sees. */
export async function beginLetter(
  tx: Tx,
  by: { personId: string; memorialId: string; language: string; signature: Signature; device: string },
  now: string,
): Promise<Tribute> {
  const id = randomUUIDv7();
  const tribute: Tribute = {
    id,
    memorialId: by.memorialId,
    kind: 'letter',
    writerId: by.personId,
    audience: 'only-us',
    // Until it is published it has no address of its own; its id keeps the place.
    address: id,
    createdAt: now,
    revision: 1,
    version: 0,
    publishedAt: undefined,
    firstPublishedAt: undefined,
  };
  await addTribute(tx, tribute);
  await saveDraft(
    tx,
    {
      ...emptyWords(by.language, [by.signature]),
      id: randomUUIDv7(),
      tributeId: id,
      beside: false,
      beganFrom: 0,
      device: by.device,
      updatedAt: now,
    },
    by.personId,
  );
  return tribute;
}
