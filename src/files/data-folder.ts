import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The one folder that holds everything a site keeps. Readable by its owner only. */
export type DataFolder = {
  path: string;
  database: string;
  blobs: string;
  tmp: string;
  mails: string;
  copies: string;
};

/** Makes the folder and its rooms where they are missing. Throws when the disk refuses. */
export function openDataFolder(path: string): DataFolder {
  const folder = {
    path,
    database: join(path, 'snowdrop.sqlite'),
    blobs: join(path, 'blobs'),
    tmp: join(path, 'tmp'),
    mails: join(path, 'mails'),
    copies: join(path, 'copies'),
  };
  for (const room of [path, folder.blobs, folder.tmp, folder.mails, folder.copies]) {
    mkdirSync(room, { recursive: true, mode: 0o700 });
  }
  return folder;
}
