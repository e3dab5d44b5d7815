import { WrongSettings } from '#config.ts';
import { FolderInUse } from '#database/lock.ts';
import { NewerDatabase } from '#database/migrate.ts';
import { FolderUnusable } from '#files/data-folder.ts';

// sysexits.h: the words were wrong; the disk failed.
export const wrongUse = 64;
const diskFailed = 74;

/** Why a command does nothing, as one sentence for the person at the shell. Ends with `code`. */
export class CannotDo extends Error {
  readonly code: number;
  constructor(sentence: string, code = 1) {
    super(sentence);
    this.code = code;
  }
}

/** What the person at the shell is told of an error, and the exit code that goes with it. */
export function told(error: unknown): { sentences: readonly string[]; code: number } {
  if (error instanceof CannotDo) return { sentences: [error.message], code: error.code };
  if (error instanceof WrongSettings) {
    return { sentences: ['Nothing was done:', ...error.sentences.map((one) => `- ${one}`)], code: 1 };
  }
  const known = [FolderInUse, FolderUnusable, NewerDatabase].some((one) => error instanceof one);
  if (error instanceof Error && known) return { sentences: [error.message], code: 1 };
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const sentence =
      'Something else already listens on this port. Stop it, or set SNOWDROP_PORT to another one.';
    return { sentences: [sentence], code: 1 };
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL') {
    const sentence =
      'SNOWDROP_LISTEN is no address of this machine. Leave it out, or set it to one that it has.';
    return { sentences: [sentence], code: 1 };
  }
  return {
    sentences: [`It failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    code: 1,
  };
}

/** Called when the disk refuses: what it took before is safe, and nothing more may be written. */
export function stopForDisk(error: Error): never {
  console.error(
    `The disk refused a write, so nothing more is taken, and nothing that was saved is lost: ${error.message}`,
  );
  process.exit(diskFailed);
}
