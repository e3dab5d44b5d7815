import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export type Content = { sha256: string; bytes: number };

/** Copies a file to where there is none, fsynced and readable by its owner only. Answers what was really copied. */
export async function copyFile(from: string, to: string): Promise<Content> {
  const { through, content } = hashing();
  await pipeline(
    createReadStream(from),
    through,
    createWriteStream(to, { mode: 0o600, flags: 'wx', flush: true }),
  );
  return content();
}

/** Reads a file to its end. */
export async function contentOf(path: string): Promise<Content> {
  const { through, content } = hashing();
  await pipeline(createReadStream(path), through, async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const _ of chunks);
  });
  return content();
}

/** Writes a small new file, fsynced. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the names in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot fsync a folder; NTFS journals names itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function hashing() {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* through(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
  return { through, content: (): Content => ({ sha256: hash.digest('hex'), bytes }) };
}
