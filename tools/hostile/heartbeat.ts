import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** How long the site took for an answer, and for how long of that it was the machine that could not. */
type Beat = { at: number; until: number; site: number; machine: number };
export type Span = { as: string; from: number; to: number };

export type Heartbeat = {
  now(): number;
  /** How long somebody had to wait for the site while each of these went on, the longest wait of each. */
  waitsDuring(spans: readonly Span[]): Promise<Map<string, number>>;
  beats(): number;
  stop(): Promise<void>;
};

const pauseMs = 25;

/**
 * Somebody else, who asks the site for next to nothing all the time, and a control in a thread of its own:
 * what both had to wait for was the machine, as was what the site waited for a processor; the rest was the site.
 */
export async function startHeartbeat({ port: site, pid }: { port: number; pid: number }): Promise<Heartbeat> {
  const controlThread = new Worker(new URL('control-thread.ts', import.meta.url));
  const [control] = (await once(controlThread, 'message')) as [number];
  const workerData = { site, control, pid, pauseMs };
  const beating = new Worker(new URL('heartbeat-thread.ts', import.meta.url), { workerData });
  const beats: Beat[] = [];
  beating.on('message', (beat: Beat) => beats.push(beat));
  await once(beating, 'message');
  const now = (): number => performance.timeOrigin + performance.now();
  return {
    now,
    beats: () => beats.length,
    async waitsDuring(spans) {
      const last = Math.max(...spans.map(({ to }) => to), 0);
      // The beat that went on last tells of itself only when it is over.
      while ((beats.at(-1)?.at ?? 0) < last) await wait(5);
      const waits = new Map<string, number>();
      for (const { as, from, to } of spans) {
        const during = beats.filter((beat) => beat.at <= to && beat.until >= from);
        const longest = Math.max(0, ...during.map((beat) => beat.site - beat.machine));
        waits.set(as, Math.max(waits.get(as) ?? 0, longest));
      }
      return waits;
    },
    async stop() {
      await Promise.all([beating.terminate(), controlThread.terminate()]);
    },
  };
}
