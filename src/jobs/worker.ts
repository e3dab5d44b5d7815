import { type Job, finishJob, type JobDatabase, leaseJob, putBackJob, releaseLeases } from '#jobs/jobs.ts';
import { reportUnexpected } from '#lib/log.ts';

/** What to do for each kind of job; the payload is what `queueJob` was given. Must bear being run twice. */
export type JobKinds = Record<string, (payload: string) => Promise<void>>;

type Database = { write<R>(verb: (tx: JobDatabase) => Promise<R>): Promise<R> };

const pollMs = 1000;

/** Works through the jobs, one after another, until stopped. `wake` looks at once. */
export function startWorker(database: Database, kinds: JobKinds, now: () => string) {
  let stopped = false;
  let wake: () => void = () => {};
  const work = async (): Promise<void> => {
    await database.write(releaseLeases).catch((error: unknown) => reportUnexpected(error, 'jobs'));
    while (!stopped) {
      const before = new Promise<void>((resolve) => (wake = resolve));
      const worked = await runNext(database, kinds, now).catch((error: unknown) =>
        reportUnexpected(error, 'jobs'),
      );
      if (worked || stopped) continue;
      const timer = setTimeout(() => wake(), pollMs);
      await before;
      clearTimeout(timer);
    }
  };
  const done = work();
  return {
    wake: () => wake(),
    /** Ends after the job at hand. */
    async stop(): Promise<void> {
      stopped = true;
      wake();
      await done;
    },
  };
}

/** Runs the next due job; answers whether there was one. */
export async function runNext(database: Database, kinds: JobKinds, now: () => string): Promise<boolean> {
  const job: Job | undefined = await database.write((tx) => leaseJob(tx, now()));
  if (!job) return false;
  try {
    const run = kinds[job.kind];
    if (!run) throw new Error(`Nobody knows the job ${job.kind}`);
    await run(job.payload);
    await database.write((tx) => finishJob(tx, job));
  } catch (error) {
    reportUnexpected(error, `job ${job.kind}`);
    await database.write((tx) => putBackJob(tx, job, String(error), now()));
  }
  return true;
}
