import { Worker } from 'node:worker_threads';
import type { Ran, Runner } from '#database/sqlite-runner.ts';

export type Asked = { id: number; sql: string; parameters: unknown[] };
export type Answered = { id: number; ran?: Ran; error?: { message: string; code: number } };

const ioError = 10; // SQLITE_IOERR, the low byte of every extended code

/** The thread that holds the one writing connection. */
export type WriterThread = Runner & { ready: Promise<void>; close(): Promise<void> };

/** Starts the writing thread; `ready` settles when the file is open, `failed` hears of a refusing disk. */
export function startWriter(file: string, failed: (error: Error) => void): WriterThread {
  const thread = new Worker(new URL(import.meta.resolve('#database/sqlite-thread.ts')), { workerData: file });
  const waiting = new Map<number, PromiseWithResolvers<Ran>>();
  const ready = Promise.withResolvers<void>();
  let asked = 0;
  let closing = false;
  thread.on('message', (answer: Answered | 'open') => {
    if (answer === 'open') return ready.resolve();
    const { id, ran, error } = answer;
    const caller = waiting.get(id);
    waiting.delete(id);
    if (ran) return caller?.resolve(ran);
    const refused = Object.assign(new Error(error?.message), { errcode: error?.code });
    caller?.reject(refused);
    // After EIO SQLite goes on accepting writes that may not be there later: stop instead.
    if (((error?.code ?? 0) & 0xff) === ioError) failed(refused);
  });
  const ended = (error: Error): void => {
    ready.reject(error);
    for (const caller of waiting.values()) caller.reject(error);
    waiting.clear();
    if (!closing) failed(error);
  };
  ready.promise.catch(() => {});
  thread.on('error', ended);
  thread.on('exit', () => ended(new Error('The thread that writes has ended.')));
  return {
    ready: ready.promise,
    run(sql, parameters) {
      const id = asked++;
      const caller = Promise.withResolvers<Ran>();
      waiting.set(id, caller);
      thread.postMessage({ id, sql, parameters } satisfies Asked);
      return caller.promise;
    },
    async close() {
      closing = true;
      const gone = new Promise((resolve) => thread.once('exit', resolve));
      thread.postMessage('close');
      await gone;
    },
  };
}
