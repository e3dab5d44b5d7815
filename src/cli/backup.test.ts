import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { backUp } from '#cli/backup.ts';
import { fillSample } from '#cli/fill-sample.ts';
import { type Manifest, readManifest } from '#cli/manifest.ts';
import { openSite } from '#cli/open-site.ts';
import { restore } from '#cli/restore.ts';
import { findSample, sampleContract } from '#cli/sample-contract.ts';
import { type Config, readConfig } from '#config.ts';
import { runNext } from '#jobs/worker.ts';
import { instantAfter } from '#lib/instant.ts';
import { jobKinds } from '#reactions.ts';
import type { Snowdrop } from '#snowdrop.ts';
import { openOwn, ownFolder, ownSettings, siteDatabases } from '#test/own-site.ts';

const patience = 120_000;
const errors: string[] = [];
beforeAll(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
});

/** Every page and picture that strangers get, as bytes. */
async function everything({ site, fetch }: Snowdrop): Promise<Map<string, string>> {
  const {
    memorials,
    public: letters,
    pictures,
    private: closed,
  } = await sampleContract(site, (await findSample(site.database.reader)) ?? []);
  const all = new Map<string, string>();
  for (const address of [site.url, ...memorials, ...letters, ...pictures, ...closed]) {
    const response = await fetch(new Request(address));
    const body = Buffer.from(await response.arrayBuffer());
    all.set(address, `${response.status} ${createHash('sha256').update(body).digest('hex')}`);
  }
  return all;
}

const blobsIn = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();

/** A site with the sample in it and nothing left to do: what it keeps does not change between two looks. */
let filled: string;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-own-'));
  filled = join(folder, 'data');
  await fillClosed(readConfig({ SNOWDROP_DATA: filled }));
  return () => rm(folder, { recursive: true, force: true });
}, patience);

async function fillClosed(config: Config): Promise<void> {
  const { site, close } = await openSite(config, { begin: true });
  await fillSample(site, { width: 240, height: 180 });
  // Of a job that did not work out at once (a busy machine), the next try is not waited for.
  const tomorrow = () => instantAfter(site.now(), { days: 1 });
  while (await runNext(site.database, jobKinds(site), tomorrow));
  await close();
}

async function filledSettings(database: (typeof siteDatabases)[number]): Promise<Config> {
  const config = await ownSettings(database);
  if (database === 'SQLite') await cp(filled, config.data, { recursive: true });
  else await fillClosed(config);
  return config;
}

async function backedUp(config: Config): Promise<string> {
  const backup = await ownFolder();
  expect(await backUp([backup], config)).toBe(0);
  return backup;
}

describe.each(siteDatabases)('a backup, on %s', (database) => {
  test(
    'is made while the site runs, and puts back the same pages and blobs, only where nothing is',
    async () => {
      const config = await filledSettings(database);
      const snowdrop = await openOwn(config);
      const backup = await backedUp(config);
      const before = await everything(snowdrop);
      const blobs = await blobsIn(backup);
      expect(before.size).toBeGreaterThan(20);

      const elsewhere = await ownSettings(database);
      expect(await restore([backup], elsewhere)).toBe(0);
      expect(await blobsIn(elsewhere.data)).toEqual(blobs);
      for (const name of blobs) {
        const path = join('blobs', name.slice(0, 2), name);
        expect(await readFile(join(elsewhere.data, path))).toEqual(await readFile(join(config.data, path)));
      }
      expect(await everything(await openOwn(elsewhere))).toEqual(before);

      await expect(backUp([backup], config)).rejects.toThrow('is not empty');
      await expect(backUp([join(config.data, 'backup')], config)).rejects.toThrow('inside the data folder');
      await expect(restore([backup], config)).rejects.toThrow('is not empty');
      if (database === 'SQLite') return;
      const full = { ...(await ownSettings()), databaseUrl: config.databaseUrl };
      await expect(restore([backup], full)).rejects.toThrow('has tables already');
      await expect(restore([backup], await ownSettings())).rejects.toThrow(
        'name an empty database in DATABASE_URL',
      );
      await expect(readdir(full.data)).rejects.toThrow('ENOENT');
    },
    patience,
  );
});

describe('damage', () => {
  test(
    'one changed byte anywhere in a backup is found before anything is written',
    async () => {
      const backup = await backedUp(await filledSettings('SQLite'));
      const { files } = await readManifest(backup);
      for (const path of [...files.map((file) => file.path), 'manifest.json', 'manifest.sha256']) {
        const whole = await readFile(join(backup, path));
        const damaged = Buffer.from(whole);
        const middle = Math.floor(damaged.length / 2);
        damaged[middle] = (damaged[middle] ?? 0) ^ 1;
        await writeFile(join(backup, path), damaged);
        const elsewhere = await ownSettings();
        await expect(restore([backup], elsewhere), path).rejects.toThrow(/damaged.*nothing was put back/i);
        await expect(readdir(elsewhere.data)).rejects.toThrow('ENOENT');
        await writeFile(join(backup, path), whole);
      }
      await rm(join(backup, files.at(-1)?.path ?? ''));
      await expect(restore([backup], await ownSettings())).rejects.toThrow('cannot be read');
    },
    patience,
  );

  test(
    'a photograph that is damaged in the site is named, and the rest is still safe',
    async () => {
      const config = await filledSettings('SQLite');
      const backup = await backedUp(config);
      const [changed = '', missing = '', ...others] = await blobsIn(backup);
      const whole = await readFile(join(config.data, 'blobs', changed.slice(0, 2), changed));
      await writeFile(join(config.data, 'blobs', changed.slice(0, 2), changed), whole.subarray(1));
      await rm(join(config.data, 'blobs', missing.slice(0, 2), missing));
      const later = await ownFolder();
      errors.length = 0;
      expect(await backUp([later], config)).toBe(1);
      expect(errors.join('\n')).toContain(`${changed} has changed`);
      expect(errors.join('\n')).toContain(`${missing} is missing`);
      expect(await blobsIn(later)).toEqual(others);
      expect(await readFile(join(later, 'damaged', changed))).toEqual(whole.subarray(1));
      const elsewhere = await ownSettings();
      expect(await restore([later], elsewhere)).toBe(0);
      expect(await blobsIn(elsewhere.data)).toEqual(others);
    },
    patience,
  );

  test(
    'an unfinished backup, and a list that leads elsewhere, are none',
    async () => {
      const backup = await backedUp(await filledSettings('SQLite'));
      const unfinished = await ownFolder();
      await cp(backup, unfinished, { recursive: true });
      await rm(join(unfinished, 'manifest.json'));
      await expect(restore([unfinished], await ownSettings())).rejects.toThrow('no finished backup');
      const manifest = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8')) as Manifest;
      await writeFile(
        join(backup, 'manifest.json'),
        JSON.stringify({ ...manifest, files: [{ ...manifest.files[0], path: '../../x' }] }),
      );
      await expect(restore([backup], await ownSettings())).rejects.toThrow('damaged');
    },
    patience,
  );
});
