import type { Migration } from 'kysely/migration';
import { up as beginning } from '#schema/migrations/0001-beginning.ts';

/** The one history of the tables, oldest first. A migration that has landed is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-beginning': { up: beginning },
};
