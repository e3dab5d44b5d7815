import { setTimeout as wait } from 'node:timers/promises';

const attempts = 8;
// PostgreSQL: serialization_failure and deadlock_detected. SQLite has one writer and never answers these.
const conflicts = new Set(['40001', '40P01']);

/** Runs a transaction again when PostgreSQL asks for it, with a growing, jittered pause. */
export async function retryConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error;
      await wait(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && conflicts.has(String(error.code));
}
