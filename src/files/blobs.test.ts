import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
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
