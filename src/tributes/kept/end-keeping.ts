import { viewerOf } from '#audiences/viewer-of.ts';
import { keeps } from '#audiences/viewer.ts';
import type { Site } from '#schema/site.ts';
import { removeApproval } from '#tributes/approval/approvals.ts';
import { listWrittenBy } from '#tributes/in-family.ts';
import { removeSchedule } from '#tributes/schedules/schedules.ts';
import { removeAskedOf, takeBackAsking } from '#tributes/signing/signings.ts';

/**
 * The job after somebody no longer keeps a family's pages: nothing of theirs is set for later or waits for
 * others any more, and nobody waits for them. What they wrote is not touched. `ended` is the ids of the
 * family and of the person, with a space between. Does nothing for somebody who keeps them again.
 */
export async function endKeeping({ database }: Site, ended: string): Promise<void> {
  const [familyId = '', personId = ''] = ended.split(' ');
  await database.write(async (tx) => {
    if (keeps(await viewerOf(tx, { id: personId }), familyId)) return;
    for (const { id } of await listWrittenBy(tx, { familyId, personId })) {
      await removeSchedule(tx, id);
      await removeApproval(tx, id);
      await takeBackAsking(tx, id, []);
    }
    await removeAskedOf(tx, { familyId, personId });
  });
}
