import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataFolder } from '#files/data-folder.ts';
import { ownFolder } from '#test/own-site.ts';

test('what is written in a folder that others could read is for its owner alone', async () => {
  const path = await ownFolder();
  await mkdir(path);
  await chmod(path, 0o755);
  const { database, blobs } = openDataFolder(path);
  await writeFile(database, 'words');
  expect((await stat(database)).mode & 0o777).toBe(0o600);
  expect((await stat(join(blobs))).mode & 0o777).toBe(0o700);
});
