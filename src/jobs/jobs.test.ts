import { describe, expect, test } from 'vitest';
import { finishJob, leaseJob, putBackJob, queueJob, releaseLeases } from '#jobs/jobs.ts';
import { runNext, startWorker } from '#jobs/worker.ts';
import { type Database, openDatabase } from '#schema/database.ts';
import { eachDatabase } from '#test/databases.ts';

const start = '2024-02-14T10:00:00.000Z';
const later = (seconds: number) =>
  Temporal.Instant.from(start).add({ seconds }).toString({ fractionalSecondDigits: 3 });
const queue = ({ write }: Database, payload: string, runAt = start) =>
  write((tx) => queueJob(tx, { kind: 'tell', payload, runAt }));
const lease = ({ write }: Database, now = start) => write((tx) => leaseJob(tx, now));
const jobsIn = ({ reader }: Database) => reader.selectFrom('job').selectAll().execute();

eachDatabase('jobs', (open) => {
  test('are leased one by one, in the order they are due, and not before', async () => {
    const { database } = await open();
    await queue(database, 'second', later(10));
    await queue(database, 'first', later(5));
    await queue(database, 'third', later(3600));
    expect(await lease(database)).toBeUndefined();
    expect(await lease(database, later(20))).toMatchObject({
      kind: 'tell',
      payload: 'first',
      attempts: 1,
      fence: 1,
    });
    expect(await lease(database, later(20))).toMatchObject({ payload: 'second' });
    expect(await lease(database, later(20))).toBeUndefined();
  });

  test('are leased by one of many who ask at once', async () => {
    const { database } = await open();
    await queue(database, 'only one');
    const leased = await Promise.all(Array.from({ length: 8 }, () => lease(database)));
    expect(leased.filter((job) => job !== undefined)).toHaveLength(1);
  });

  test('fall to the next when whoever had them is gone, and the late one can do nothing any more', async () => {
    const { database } = await open();
    await queue(database, 'x');
    const late = (await lease(database))!;
    expect(await lease(database, later(299))).toBeUndefined();
    const next = (await lease(database, later(301)))!;
    expect(next).toMatchObject({ id: late.id, attempts: 2, fence: late.fence + 1 });
    await database.write((tx) => finishJob(tx, late));
    await database.write((tx) => putBackJob(tx, late, 'too late', later(302)));
    expect(await jobsIn(database)).toMatchObject([
      { id: next.id, last_error: null, lease_until: expect.any(String) },
    ]);
    await database.write((tx) => finishJob(tx, next));
    expect(await jobsIn(database)).toEqual([]);
  });

  test('that a killed process held are free as soon as the next one starts', async () => {
    const { database } = await open();
    await queue(database, 'x');
    const late = (await lease(database))!;
    await database.write(releaseLeases);
    const next = (await lease(database, later(1)))!;
    expect(next).toMatchObject({ id: late.id, fence: late.fence + 1 });
    await database.write((tx) => finishJob(tx, late));
    expect(await jobsIn(database)).toHaveLength(1);
  });

  test('are tried again later and later, and stay, marked, after twelve tries', async () => {
    const { database } = await open();
    await queue(database, 'x');
    let now = start;
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt++) {
      const job = (await lease(database, now))!;
      expect(job.attempts).toBe(attempt);
      await database.write((tx) => putBackJob(tx, job, `no ${'o'.repeat(2000)}`, now));
      const [row] = await jobsIn(database);
      pauses.push(Temporal.Instant.from(now).until(row!.run_at).total('seconds'));
      expect(row!.last_error?.length).toBe(500);
      expect(row!.failed_at === null).toBe(attempt < 12);
      now = row!.run_at;
    }
    pauses.forEach((pause, at) => {
      expect(pause).toBeGreaterThanOrEqual((at + 1) ** 4 + 15);
      expect(pause).toBeLessThan((at + 1) ** 4 + 45);
    });
    expect(await lease(database, later(10_000_000))).toBeUndefined();
    expect(await jobsIn(database)).toHaveLength(1);
  });

  test('left by a change that failed are not left', async () => {
    const { database } = await open();
    const failing = database.write(async (tx) => {
      await queueJob(tx, { kind: 'tell', payload: 'x', runAt: start });
      throw new Error('the light went out');
    });
    await expect(failing).rejects.toThrow();
    expect(await jobsIn(database)).toEqual([]);
  });

  test('are run to their end; one that fails, or that nobody knows, waits without holding up the others', async () => {
    const { database } = await open();
    await queue(database, 'well');
    await queue(database, 'ill');
    await database.write((tx) => queueJob(tx, { kind: 'unheard-of', payload: 'x', runAt: start }));
    const done: string[] = [];
    const kinds = {
      tell: (payload: string) =>
        payload === 'ill' ? Promise.reject(new Error('not today')) : Promise.resolve(void done.push(payload)),
    };
    const worked = [];
    for (let turn = 0; turn < 4; turn++) worked.push(await runNext(database, kinds, () => start));
    expect(worked).toEqual([true, true, true, false]);
    expect(done).toEqual(['well']);
    const waiting = new Map((await jobsIn(database)).map((job) => [job.payload, job.last_error]));
    expect(waiting).toEqual(
      new Map([
        ['ill', 'Error: not today'],
        ['x', 'Error: Nobody knows the job unheard-of'],
      ]),
    );
  });
});

describe('the worker', () => {
  eachDatabase('awake', (open) => {
    test('is woken by what was left for it, and by nothing that it does itself', async () => {
      const { connections } = await open();
      let wake = () => {};
      let woken = 0;
      const database = openDatabase(
        connections,
        (tx) => queueJob(tx, { kind: 'tell', payload: 'x', runAt: start }),
        () => {
          woken++;
          wake();
        },
      );
      const done: string[] = [];
      const tell = (payload: string) => Promise.resolve(void done.push(payload));
      const worker = startWorker(database, { tell }, () => start);
      wake = worker.wake;
      await database.write((tx) => tx.record({ memorialOpened: 'x' }));
      await expect.poll(() => done).toEqual(['x']);
      await expect.poll(() => jobsIn(database)).toEqual([]);
      await worker.stop();
      expect(woken).toBe(1);
    });

    test('does what is left for it, and stops after the job at hand', async () => {
      const { database } = await open();
      const done: string[] = [];
      const begun = Promise.withResolvers<void>();
      const goesOn = Promise.withResolvers<void>();
      const worker = startWorker(
        database,
        {
          tell: async (payload) => {
            begun.resolve();
            await goesOn.promise;
            done.push(payload);
          },
        },
        () => start,
      );
      await queue(database, 'at hand');
      await queue(database, 'not yet');
      worker.wake();
      await begun.promise;
      const stopped = worker.stop();
      goesOn.resolve();
      await stopped;
      expect(done).toEqual(['at hand']);
      expect((await jobsIn(database)).map(({ payload }) => payload)).toEqual(['not yet']);
    });
  });
});
