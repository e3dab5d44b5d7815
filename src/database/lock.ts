import { DatabaseSync } from 'node:sqlite';

const busy = 5; // SQLITE_BUSY

/** Another Snowdrop is running on this folder. */
export class FolderInUse extends Error {}

/**
 * Holds a folder for this process alone, for as long as it lives. An exclusive transaction on a tiny
 * SQLite file: the operating system lets go of it however the process ends, which a pid file does not.
 */
export function lockFolder(file: string): { release(): void } {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && error.errcode === busy)) throw error;
    throw new FolderInUse(
      'Another Snowdrop is already running with this data folder. Stop it first, or name another folder.',
    );
  }
  return { release: () => lock.close() };
}
