import { randomUUIDv7 } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { instantAfter } from '#lib/instant.ts';

type JobTables = {
  job: {
    id: string;
    kind: string;
    payload: string;
    created_at: string;
    run_at: string;
    attempts: number;
    lease_until: string | null;
    fence: number;
    failed_at: string | null;
    last_error: string | null;
  };
};

/** Work that a change left behind, done after it and however often the process ends in between. */
export type Job = { id: string; kind: string; payload: string; attempts: number; fence: number };

/** Any database that has the table of jobs, or a transaction in it. */
export type JobDatabase = Pick<Kysely<unknown>, 'getExecutor'>;

const jobsIn = (db: JobDatabase) => db as unknown as Kysely<JobTables>;

/** Leaves a job in the transaction of the change that it follows from. */
export async function queueJob(
  tx: JobDatabase,
  job: { kind: string; payload: string; runAt: string },
): Promise<void> {
  await jobsIn(tx)
    .insertInto('job')
    .values({
      id: randomUUIDv7(),
      kind: job.kind,
      payload: job.payload,
      created_at: job.runAt,
      run_at: job.runAt,
      attempts: 0,
      lease_until: null,
      fence: 0,
      failed_at: null,
      last_error: null,
    })
    .execute();
}

/** Leases the next due job for five minutes with one atomic update; whoever had an older lease has lost it. */
export async function leaseJob(tx: JobDatabase, now: string): Promise<Job | undefined> {
  const leaseUntil = instantAfter(now, { minutes: 5 });
  const db = jobsIn(tx);
  const due = db
    .selectFrom('job')
    .select('id')
    .where('failed_at', 'is', null)
    .where('run_at', '<=', now)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', now)]))
    .orderBy('run_at')
    .limit(1);
  return db
    .updateTable('job')
    .set({ lease_until: leaseUntil, fence: sql`fence + 1`, attempts: sql`attempts + 1` })
    .where('id', 'in', due)
    .returning(['id', 'kind', 'payload', 'attempts', 'fence'])
    .executeTakeFirst();
}

/**
 * Takes back every lease: whoever held one is gone with the process it belonged to, for the data folder is
 * locked to one. Without this the work of a killed process would wait until its leases run out.
 */
export async function releaseLeases(tx: JobDatabase): Promise<void> {
  await jobsIn(tx)
    .updateTable('job')
    .set({ lease_until: null })
    .where('lease_until', 'is not', null)
    .execute();
}

/** The job is done, if the lease still holds. */
export async function finishJob(tx: JobDatabase, job: Job): Promise<void> {
  await jobsIn(tx).deleteFrom('job').where('id', '=', job.id).where('fence', '=', job.fence).execute();
}

const mostAttempts = 12;

/** Tries again later: after attempts⁴ + 15 s and some jitter; after twelve tries it stays, marked as failed. */
export async function putBackJob(tx: JobDatabase, job: Job, error: string, now: string): Promise<void> {
  const seconds = job.attempts ** 4 + 15 + Math.floor(Math.random() * 30);
  await jobsIn(tx)
    .updateTable('job')
    .set({
      lease_until: null,
      run_at: instantAfter(now, { seconds }),
      last_error: error.slice(0, 500),
      failed_at: job.attempts >= mostAttempts ? now : null,
    })
    .where('id', '=', job.id)
    .where('fence', '=', job.fence)
    .execute();
}
