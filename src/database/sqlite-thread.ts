import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { runnerOn } from '#database/sqlite-runner.ts';
import type { Answered, Asked } from '#database/sqlite-writer.ts';

const database = new DatabaseSync(workerData as string, { timeout: 5000 });
// FULL: NORMAL lost every acknowledged commit in a power cut (decision 0004).
database.exec(`
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma mmap_size = 0;
`);
const runner = runnerOn(database);
const port = parentPort!;

port.on('message', (message: Asked | 'close') => {
  if (message !== 'close') return void answer(message);
  database.close();
  port.close();
});
port.postMessage('open');

async function answer({ id, sql, parameters }: Asked): Promise<void> {
  try {
    port.postMessage({ id, ran: await runner.run(sql, parameters as SQLInputValue[]) } satisfies Answered);
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number };
    port.postMessage({ id, error: { message, code: errcode ?? 0 } } satisfies Answered);
  }
}
