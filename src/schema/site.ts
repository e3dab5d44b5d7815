import type { Database } from '#schema/database.ts';
import type { Blobs } from '#files/blobs.ts';
import type { DataFolder } from '#files/data-folder.ts';
import type { Drafter } from '#machine/drafter.ts';
import type { Mailer } from '#mail/mailer.ts';

/** The installation, as every area sees it: what it is called and what it can use. */
export type Site = {
  /** The address people type, without a slash at the end: `https://snowdrop.example`. */
  url: string;
  database: Database;
  blobs: Blobs;
  folder: DataFolder;
  mailer: Mailer;
  /** Writes first drafts of translations, where the host set one up. */
  drafter: Drafter | undefined;
  /** Whom readers can write to, as the host set it. */
  contact: string | undefined;
  /** How many web servers of the host's own stand in front, whose word on addresses counts. */
  proxies: number;
  /** The instant, read once for each request or job and passed on. ISO 8601 in UTC. */
  now: () => string;
};
