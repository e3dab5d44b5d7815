import { randomUUIDv7 } from 'node:crypto';
import type { Device } from '#people/devices/device.ts';
import type { Tx } from '#schema/database.ts';
import { saveDraft } from '#tributes/writing/drafts.ts';
import { addTribute } from '#tributes/tributes.ts';
import { emptyWords, type Signature, type Tribute, type TributeKind } from '#tributes/tribute.ts';

type Beginning = {
  kind: TributeKind;
  onlyForMe?: boolean;
  personId: string;
  memorialId: string;
  language: string;
  signature: Signature;
  device: Device;
};

/** Begins an empty tribute to a child: a draft that only its writer sees. */
export async function beginTribute(tx: Tx, by: Beginning, now: string): Promise<Tribute> {
  const id = randomUUIDv7();
  const { onlyForMe = false } = by;
  const tribute: Tribute = {
    id,
    memorialId: by.memorialId,
    kind: by.kind,
    writerId: by.personId,
    audience: onlyForMe ? 'only-me' : 'only-us',
    // Until it is published it has no address of its own; its id keeps the place.
    address: id,
    createdAt: now,
    revision: 1,
    version: 0,
    publishedAt: undefined,
    firstPublishedAt: undefined,
    onlyForMe,
    chapter: undefined,
    binnedAt: undefined,
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
