import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openBlobs, TooLarge } from '#files/blobs.ts';
import { openDataFolder } from '#files/data-folder.ts';

function ownFolder() {
  const path = mkdtempSync(join(tmpdir(), 'snowdrop-blobs-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return openDataFolder(path);
}

test('what is too large is refused, read to its end, and leaves nothing', async () => {
  const folder = ownFolder();
  const chunks = Array.from({ length: 100 }, () => Buffer.alloc(1000));
  const stream = Readable.from(chunks);
  await expect(openBlobs(folder).receive(stream, 5000)).rejects.toThrow(TooLarge);
  expect(stream.readableEnded).toBe(true);
  expect(readdirSync(folder.tmp)).toEqual([]);
});

test('what the disk does not take is read to its end too', async () => {
  const folder = ownFolder();
  rmSync(folder.tmp, { recursive: true });
  const stream = Readable.from([Buffer.alloc(1000), Buffer.alloc(1000)]);
  await expect(openBlobs(folder).receive(stream, 5000)).rejects.toThrow('ENOENT');
  expect(stream.readableEnded).toBe(true);
});

test('what is cut off half-way leaves nothing', async () => {
  const folder = ownFolder();
  const cut = Readable.from(
    (async function* () {
      yield Buffer.alloc(1000);
      throw new Error('cut off');
    })(),
  );
  await expect(openBlobs(folder).receive(cut, 5000)).rejects.toThrow('cut off');
  expect(readdirSync(folder.tmp)).toEqual([]);
});

test.each(['while its bytes are written', 'while its place is made'])(
  'a disk that reports an error %s is told at once, and nothing is acknowledged',
  async (when) => {
    const folder = ownFolder();
    const told: Error[] = [];
    const blobs = openBlobs(folder, (error) => told.push(error));
    const received = when.endsWith('written') ? undefined : await blobs.receive(Readable.from(['a']), 10);
    const handle = await open(folder.path);
    const sync = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'sync');
    await handle.close();
    sync.mockRejectedValue(Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' }));
    onTestFinished(() => sync.mockRestore());
    await expect(received ? received.keep() : blobs.receive(Readable.from(['a']), 10)).rejects.toThrow('EIO');
    expect(told.map(({ message }) => message)).toEqual(['EIO: i/o error, fsync']);
  },
);
