import { instantAfter } from '#lib/instant.ts';
import type { Site } from '#schema/site.ts';
import { daysInBin, eraseBeside, eraseTribute } from '#tributes/bin/bin.ts';
import { listBinnedBefore } from '#tributes/bin/binned.ts';

/** Erases what has lain in the bin for its thirty days. What came back meanwhile stays. */
export async function emptyBin({ database, now }: Pick<Site, 'database' | 'now'>): Promise<void> {
  const before = instantAfter(now(), { days: -daysInBin });
  const { tributes, drafts } = await listBinnedBefore(database.reader, before);
  for (const id of tributes) {
    await database.write(async (tx) => {
      const due = await listBinnedBefore(tx, before);
      if (due.tributes.includes(id)) await eraseTribute(tx, id);
    });
  }
  for (const draft of drafts) {
    await database.write(async (tx) => {
      const due = await listBinnedBefore(tx, before);
      if (due.drafts.some(({ id }) => id === draft.id)) await eraseBeside(tx, draft);
    });
  }
}
