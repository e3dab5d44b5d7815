import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, statSync, unlinkSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, unlink, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

type Blob = { sha256: string; bytes: number };
export type Received = Blob & {
  path: string;
  /** Makes the bytes durable under their own hash. Only after this may anything be acknowledged. */
  keep(): Promise<void>;
  /** Lets the bytes go; harmless after `keep`. */
  discard(): Promise<void>;
};

/** More bytes came than are taken. */
export class TooLarge extends Error {}

/** Immutable files named by the SHA-256 of their bytes: `ab/abcd…`. Nothing is ever moved or rewritten. */
export type Blobs = ReturnType<typeof openBlobs>;

/**
 * `failed` is called when the disk reports an error (EIO): what it said it kept before may be gone too, so
 * nothing may be acknowledged after that.
 */
export function openBlobs(folder: { blobs: string; tmp: string }, failed: (error: Error) => void = () => {}) {
  const pathOf = (sha256: string): string => join(folder.blobs, sha256.slice(0, 2), sha256);
  /** What is being kept at this moment: not to be removed, however old the bytes are. */
  const placing = new Map<string, number>();
  return {
    pathOf,
    /** The bytes with this hash, to be read; throws (ENOENT, EACCES) before the first of them when they are not there. */
    async open(sha256: string): Promise<Readable> {
      const file = createReadStream(pathOf(sha256));
      await once(file, 'open');
      return file;
    },
    /**
     * Takes a stream into `tmp`, hashing while writing, fsynced. Throws `TooLarge` beyond `limit` bytes. What
     * cannot be taken is read to its end nevertheless: the form around it would wait for that for ever.
     */
    async receive(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Received> {
      const path = join(folder.tmp, randomUUID());
      const discard = () => unlink(path).catch(() => {});
      const hash = createHash('sha256');
      let bytes = 0;
      const chunks = stream[Symbol.asyncIterator]();
      let file: FileHandle | undefined;
      try {
        file = await open(path, 'wx', 0o600);
        // Not `for await`: leaving it early would destroy the stream.
        for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
          bytes += next.value.byteLength;
          if (bytes > limit) throw new TooLarge();
          hash.update(next.value);
          await writeAll(file, next.value);
        }
        await file.sync();
      } catch (error) {
        if (isDiskError(error)) failed(error);
        await file?.close().catch(() => {});
        await discard();
        await drain(chunks);
        throw error;
      }
      await file.close();
      const sha256 = hash.digest('hex');
      const keep = async (): Promise<void> => {
        placing.set(sha256, (placing.get(sha256) ?? 0) + 1);
        try {
          await place(path, pathOf(sha256), folder);
        } catch (error) {
          if (isDiskError(error)) failed(error);
          throw error;
        } finally {
          placing.set(sha256, (placing.get(sha256) ?? 1) - 1);
          if (placing.get(sha256) === 0) placing.delete(sha256);
        }
      };
      return { sha256, bytes, path, discard, keep };
    },
    /** All that is kept, a part at a time: the names of the files in each room. */
    async rooms(): Promise<string[][]> {
      const names = (await readdir(folder.blobs)).filter((name) => /^[0-9a-f]{2}$/.test(name));
      const rooms = await Promise.all(names.map((name) => readdir(join(folder.blobs, name))));
      return rooms.map((room) => room.filter((name) => /^[0-9a-f]{64}$/.test(name)));
    },
    /**
     * Removes the bytes with this hash, if they were last kept before an instant; says whether they are gone.
     * Whoever asks has made sure that nothing names them. Younger ones stay: they may be named in a moment.
     */
    remove(sha256: string, keptBefore: Date): boolean {
      // Without a pause between looking and removing: an upload of the same bytes cannot come between.
      if (placing.has(sha256)) return false;
      try {
        if (statSync(pathOf(sha256)).mtime >= keptBefore) return false;
        unlinkSync(pathOf(sha256));
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
      }
      return true;
    },
    /** Removes what an earlier process left half-received. */
    async sweep(): Promise<void> {
      for (const name of await readdir(folder.tmp)) {
        await rm(join(folder.tmp, name), { recursive: true, force: true });
      }
    },
  };
}

function isDiskError(error: unknown): error is Error {
  return codeOf(error) === 'EIO';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Reads what is left and lets it go. One that ended by an error has ended. */
async function drain(chunks: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    while (!(await chunks.next()).done);
  } catch {
    // Whoever sent it is gone.
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, written);
    written += bytesWritten;
  }
}

async function place(from: string, to: string, folder: { blobs: string }): Promise<void> {
  const room = join(to, '..');
  // The same bytes again are kept anew: their time says so to whoever would remove them.
  const now = new Date();
  const known = await utimes(to, now, now).then(
    () => true,
    () => false,
  );
  if (!known) {
    await mkdir(room, { recursive: true, mode: 0o700 });
    await rename(from, to);
  }
  // The rename, and the room it went into, must survive a power cut before anybody is told.
  await syncFolder(room);
  await syncFolder(folder.blobs);
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot fsync a folder; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
