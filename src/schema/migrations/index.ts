import type { Migration } from 'kysely/migration';
import { up as beginning } from '#schema/migrations/0001-beginning.ts';
import { up as wholeMemorial } from '#schema/migrations/0002-whole-memorial.ts';

/** The one history of the tables, oldest first. A migration that has landed is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-beginning': { up: beginning },
  '0002-whole-memorial': { up: wholeMemorial },
};
