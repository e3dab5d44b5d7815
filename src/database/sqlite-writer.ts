import { Worker } from 'node:worker_threads';
import { type Ran, type Runner, watched } from '#database/sqlite-runner.ts';

export type Asked = { id: number; sql: string; parameters: unknown[] };
export type Answered = { id: number; ran?: Ran; error?: { message: string; code: number } };

/** The thread that holds the one writing connection. */
export type WriterThread = Runner & { ready: Promise<void>; close(): Promise<void> };

/**
 * Starts the writing thread; `ready` settles when the file is open or cannot be opened, `failed` hears
 * of a refusing disk and of a thread that ends by itself.
 */
export function startWriter(file: string, failed: (error: Error) => void): WriterThread {
  const thread = new Worker(new URL(import.meta.resolve('#database/sqlite-thread.ts')), { workerData: file });
  const waiting = new Map<number, PromiseWithResolvers<Ran>>();
  const ready = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  let ended: Error | undefined;
  let asked = 0;
  let open = false;
  thread.on('message', (answer: Answered | 'open') => {
    if (answer === 'open') {
      open = true;
      return ready.resolve();
    }
    const { id, ran, error } = answer;
    const caller = waiting.get(id);
    waiting.delete(id);
    if (ran) return caller?.resolve(ran);
    caller?.reject(Object.assign(new Error(error?.message), { errcode: error?.code }));
  });
  const end = (error: Error): void => {
    if (ended) return;
    ended = error;
    ready.reject(error);
    for (const caller of waiting.values()) caller.reject(error);
    waiting.clear();
    if (open) failed(error);
  };
  ready.promise.catch(() => {});
  thread.on('error', end);
  thread.on('exit', () => {
    end(new Error('The thread that writes has ended.'));
    gone.resolve();
  });
  const runner: Runner = {
    run(sql, parameters) {
      if (ended) return Promise.reject(ended);
      const id = asked++;
      const caller = Promise.withResolvers<Ran>();
      waiting.set(id, caller);
      thread.postMessage({ id, sql, parameters } satisfies Asked);
      return caller.promise;
    },
  };
  return {
    ...watched(runner, failed),
    ready: ready.promise,
    async close() {
      open = false;
      thread.postMessage('close');
      await gone.promise;
    },
  };
}
