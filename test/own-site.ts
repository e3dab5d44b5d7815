import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Config, readConfig } from '#config.ts';
import { openSnowdrop, type Snowdrop } from '#snowdrop.ts';
import { ownDatabase } from '#test/own-postgres.ts';

const url = process.env['SNOWDROP_TEST_DATABASE_URL'];

/** The databases that a whole site can be tried on here. */
export const siteDatabases = url ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const);
type SiteDatabase = (typeof siteDatabases)[number];

/** Settings of a site that is not there yet, in a folder (and a database) of its own, removed after the test. */
export async function ownSettings(on: SiteDatabase = 'SQLite'): Promise<Config> {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-own-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const settings = { SNOWDROP_DATA: join(folder, 'data'), SNOWDROP_URL: 'http://localhost:3000' };
  return readConfig(on === 'SQLite' ? settings : { ...settings, DATABASE_URL: await ownPostgres(url ?? '') });
}

/** A folder that is not there yet, removed after the test. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-own-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'new');
}

/** The whole site, opened as its server opens it; closed after the test unless the test did. */
export async function openOwn(config: Config): Promise<Snowdrop> {
  const snowdrop = await openSnowdrop(config, (error) => {
    throw error;
  });
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= snowdrop.close());
  onTestFinished(close);
  return { ...snowdrop, close };
}

async function ownPostgres(server: string): Promise<string> {
  const { url: own, drop } = await ownDatabase(server);
  onTestFinished(drop);
  return own;
}
