import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'SNOWDROP_TEST_PGLITE';
let folder: string | undefined;

/** Makes an empty PGlite once for a whole run (a global setup of vitest): making one takes seconds, a copy little. */
export async function setup(): Promise<void> {
  const engine = await PGlite.create();
  const empty = await engine.dumpDataDir('none');
  await engine.close();
  folder = await mkdtemp(join(tmpdir(), 'snowdrop-pglite-'));
  const path = join(folder, 'empty.tar');
  await writeFile(path, new Uint8Array(await empty.arrayBuffer()));
  process.env[variable] = path;
}

export async function teardown(): Promise<void> {
  if (folder) await rm(folder, { recursive: true, force: true });
}

/** An empty PGlite of one's own. */
export async function openPglite(parsers: NonNullable<PGliteOptions['parsers']>): Promise<PGlite> {
  const path = process.env[variable];
  if (!path) return PGlite.create({ parsers });
  return PGlite.create({ parsers, loadDataDir: new Blob([await readFile(path)]) });
}
