import { setTimeout as wait } from 'node:timers/promises';

// A hundred writes of one row, ten at a time: of each round one comes through.
const attempts = 20;
const longestPauseMs = 500;
// PostgreSQL: serialization_failure and deadlock_detected. SQLite has one writer and never answers these.
const conflicts = new Set(['40001', '40P01']);

/** Runs a transaction again when PostgreSQL asks for it, with a growing, jittered pause. */
export async function retryConflicts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error;
      await wait(Math.random() * Math.min(10 * 2 ** attempt, longestPauseMs));
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && conflicts.has(String(error.code));
}
