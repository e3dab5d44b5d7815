import type { Tx } from '#schema/database.ts';
import { laidOver } from '#tributes/covers/cover.ts';
import { findLaid, saveLaid } from '#tributes/covers/laid-covers.ts';
import type { LaidCover } from '#tributes/tribute.ts';

/** What a cover lies over: a piece, or one photograph of it. */
export type Over = { tributeId: string; photographId: string | undefined };

/**
 * A parent lays a cover over what a keeper wrote, or gives the one that lies there other words. `seen` is when
 * that one was laid, empty where there was none: refuses where another parent was there in the meantime.
 */
export async function layCover(
  tx: Tx,
  { tributeId, photographId }: Over,
  as: { by: string; words: string; language: string; seen: string },
  now: string,
): Promise<{ laid: true } | { refused: 'changed-since' }> {
  const covers = await findLaid(tx, tributeId);
  const lying = laidOver(covers, photographId);
  const { by, words, language } = as;
  // Sent twice, it lies there already.
  if (lying?.words === words && lying.laid.by === by) return { laid: true };
  if ((lying?.laid.at ?? '') !== as.seen) return { refused: 'changed-since' };
  const cover = { photographId, words, language, laid: { by, at: now } };
  // Its writer is told that a cover lies there, and not of each word that changes on it.
  await saveLaid(tx, tributeId, withCover(covers, cover), lying ? {} : { told: false });
  return { laid: true };
}

/** Takes a cover off again. Where none lies nothing happens. */
export async function takeCoverOff(
  tx: Tx,
  { tributeId, photographId }: Over,
  by: string,
  now: string,
): Promise<void> {
  const covers = await findLaid(tx, tributeId);
  const lying = laidOver(covers, photographId);
  if (!lying) return;
  await saveLaid(tx, tributeId, withCover(covers, { ...lying, off: { by, at: now } }));
}

/** Over each thing lies one cover at most. */
function withCover(covers: readonly LaidCover[], cover: LaidCover): LaidCover[] {
  return [...covers.filter(({ photographId }) => photographId !== cover.photographId), cover];
}
