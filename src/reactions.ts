import { queueJob } from '#jobs/jobs.ts';
import type { JobKinds } from '#jobs/worker.ts';
import { prepareRest } from '#photographs/render.ts';
import type { React } from '#schema/database.ts';
import type { Event } from '#schema/events.ts';
import type { Site } from '#schema/site.ts';
import { forgetOpenings } from '#tributes/schedules.ts';

type Names = Event extends infer One ? (One extends Event ? keyof One : never) : never;

/** What follows from what: the jobs that each event leaves behind, in the transaction that records it. */
const following: Record<Names, readonly string[]> = {
  photographReceived: ['prepare-photograph'],
  // Whoever asked to be told is told from here, once there are followers.
  tributePublished: [],
  tributeWithdrawn: [],
  memorialOpened: ['forget-openings'],
};

export const reactIn =
  (now: () => string): React =>
  async (tx, event) => {
    for (const [name, payload] of Object.entries(event)) {
      for (const kind of following[name as Names]) await queueJob(tx, { kind, payload, runAt: now() });
    }
  };

/** What each job does. */
export const jobKinds = (site: Site): JobKinds => ({
  'prepare-photograph': (id) => prepareRest(site, id),
  'forget-openings': (memorialId) => site.database.write((tx) => forgetOpenings(tx, memorialId)),
});
