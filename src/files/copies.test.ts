import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepCopies } from '#files/copies.ts';
import { ownFolder } from '#test/own-site.ts';

test('the five newest copies stay, whatever they are named for, and what the host put beside them', async () => {
  const folder = await ownFolder();
  await mkdir(folder);
  // The names stand in another order than the days.
  const names = ['0009-z', '0002-b', '0003-c', '0004-d', '0005-e', '0006-f', '0007-g'].map(
    (next, day) => `before-${next}-2026-11-0${day + 1}T101500.000Z`,
  );
  for (const name of [...names, 'before-christmas.sqlite']) await writeFile(join(folder, name), 'kept');
  await sweepCopies(folder);
  expect(await readdir(folder)).toEqual(['before-christmas.sqlite', ...names.slice(2)].toSorted());
  await sweepCopies(folder);
  expect(await readdir(folder)).toHaveLength(6);
});

test('few copies all stay', async () => {
  const folder = await ownFolder();
  await mkdir(folder);
  await writeFile(join(folder, 'before-0002-a-2026-11-01T101500.000Z'), 'kept');
  await sweepCopies(folder);
  expect(await readdir(folder)).toHaveLength(1);
});
