import type { Kysely } from 'kysely';

/** One database, opened: connections that only read, and the way in for writing. */
export type Connections<T = unknown> = {
  kind: 'sqlite' | 'postgres';
  reader: Kysely<T>;
  writer: Kysely<T>;
  /** Writes a consistent copy of everything to `path` while others go on reading and writing. */
  copyTo(path: string): Promise<void>;
  close(): Promise<void>;
};
