import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
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

/** The folder cannot be made, or nothing can be written in it. */
export class FolderUnusable extends Error {
  constructor(path: string, why: unknown) {
    const reason = why instanceof Error ? why.message : String(why);
    super(
      `The data folder ${path} cannot be used: ${reason}. Make it one that this program may write to, or name another in SNOWDROP_DATA.`,
      { cause: why },
    );
  }
}

/** Makes the folder and its rooms where they are missing. Throws `FolderUnusable` when the disk refuses. */
export function openDataFolder(path: string): DataFolder {
  const folder = {
    path,
    database: join(path, 'snowdrop.sqlite'),
    blobs: join(path, 'blobs'),
    tmp: join(path, 'tmp'),
    mails: join(path, 'mails'),
    copies: join(path, 'copies'),
  };
  try {
    // Whoever else has an account on this machine reads nothing here, whatever rights the folder had before.
    process.umask(0o077);
    for (const room of [path, folder.blobs, folder.tmp, folder.mails, folder.copies]) {
      mkdirSync(room, { recursive: true, mode: 0o700 });
    }
    tryToWrite(folder.tmp);
  } catch (error) {
    throw new FolderUnusable(path, error);
  }
  return folder;
}

/** A read-only disk shows it at the first file only; so does one that is full to its last byte, which may start. */
function tryToWrite(room: string): void {
  const path = join(room, `try-${process.pid}`);
  closeSync(openSync(path, 'w'));
  rmSync(path);
}
