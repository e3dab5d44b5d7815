import { queueJob } from '#jobs/jobs.ts';
import type { JobKinds } from '#jobs/worker.ts';
import { mailLeaving } from '#memorials/leaving-mail.ts';
import { prepareRest } from '#photographs/render.ts';
import type { React } from '#schema/database.ts';
import type { Event } from '#schema/events.ts';
import type { Site } from '#schema/site.ts';
import { eraseLeftPhotographs } from '#tributes/erase-photographs.ts';
import { forgetOpenings } from '#tributes/schedules.ts';
import { mailSigning } from '#tributes/signing-mail.ts';

type Names = Event extends infer One ? (One extends Event ? keyof One : never) : never;

/** What follows from what: the jobs that each event leaves behind, in the transaction that records it. */
const following: Record<Names, readonly string[]> = {
  photographReceived: ['prepare-photograph'],
  // Whoever asked to be told is told from here, once there are followers.
  tributePublished: [],
  tributeWithdrawn: [],
  photographsLeft: ['erase-photographs'],
  memorialOpened: ['forget-openings'],
  signatureAsked: ['ask-to-sign'],
  leavingToTell: ['tell-leaving'],
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
  'erase-photographs': (ids) => eraseLeftPhotographs(site, ids),
  'ask-to-sign': (asked) => mailSigning(site, asked),
  'tell-leaving': (told) => mailLeaving(site, told),
  'forget-openings': (memorialId) => site.database.write((tx) => forgetOpenings(tx, memorialId)),
});
