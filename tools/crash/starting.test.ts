import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lane, startLane } from './lane.ts';
import { sha256 } from './letter-text.ts';
import { canMount, readOnly } from './mounts.ts';
import { readSheet } from './pages.ts';
import { multipart, sendAs, sendSlowly, urlencoded } from './send.ts';
import { smallPhotographs } from './small-photographs.ts';

let lane: Lane;
let letter: string;
const mountable = canMount();

beforeAll(async () => {
  lane = await startLane(10);
  const { family } = lane.site;
  const asked = urlencoded(`/home/memorials/${family.memorial}/tributes`, { form: randomUUID() });
  letter = String((await sendAs(family, asked)).headers['location']);
}, 120_000);
afterAll(() => lane.end());

const main = fileURLToPath(new URL('../../build/server/main.js', import.meta.url));

/** What a site that does not start says, and its exit code. */
function refusal(data: string): { code: number; says: string[] } {
  const { DATABASE_URL: _, ...environment } = process.env;
  const env = { ...environment, SNOWDROP_DATA: data, SNOWDROP_PORT: '0', SNOWDROP_URL: 'http://localhost' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
    env,
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(stdout).toBe('');
  return { code: status ?? 0, says: stderr.trimEnd().split('\n') };
}

describe('a site that cannot start says why in one sentence', { timeout: 60_000 }, () => {
  test('another one runs on the same folder, and goes on', async () => {
    const { code, says } = refusal(lane.process.data);
    expect(code).toBeGreaterThan(0);
    expect(says).toEqual([
      expect.stringContaining('Another Snowdrop is already running with this data folder'),
    ]);
    expect((await fetch(lane.process.url)).status).toBe(200);
  });

  test('the folder cannot be made: a file stands where it should lie', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'snowdrop-crash-'));
    writeFileSync(join(folder, 'file'), '');
    const { code, says } = refusal(join(folder, 'file', 'data'));
    rmSync(folder, { recursive: true });
    expect(code).toBeGreaterThan(0);
    expect(says).toEqual([expect.stringMatching(/^The data folder .* cannot be used: /)]);
  });

  test.runIf(mountable)('the folder cannot be written, or made, on a read-only disk', async () => {
    const room = readOnly(lane.process.data);
    try {
      for (const [data, why] of [
        [room.path, 'EROFS: read-only'],
        [join(room.path, 'missing'), ''],
      ] as const) {
        const { code, says } = refusal(data);
        expect(code).toBeGreaterThan(0);
        expect(says).toEqual([expect.stringContaining(`The data folder ${data} cannot be used: ${why}`)]);
      }
    } finally {
      room.remove();
    }
  });
  test.skipIf(mountable)('A read-only disk: NOT TRIED, only root on Linux can mount one', () => {});

  test('its database is newer than the program, and stays as it is', async () => {
    await lane.process.kill();
    const file = join(lane.process.data, 'snowdrop.sqlite');
    const database = new DatabaseSync(file);
    database.exec(`insert into kysely_migration values ('9999-later', '2027-01-01T00:00:00.000Z')`);
    database.close();
    const before = filesOf(lane.process.data);
    const { code, says } = refusal(lane.process.data);
    expect(code).toBeGreaterThan(0);
    expect(says).toEqual([
      expect.stringContaining('The database was written by a newer Snowdrop (it has “9999-later”)'),
    ]);
    expect(filesOf(lane.process.data)).toEqual(before);
    const again = new DatabaseSync(file);
    again.exec(`delete from kysely_migration where name = '9999-later'`);
    again.close();
    await lane.process.restart();
  });
});

describe('SIGTERM', { timeout: 60_000 }, () => {
  test('finishes what has begun, takes nothing new, and ends within ten seconds', async () => {
    const { site, process } = lane;
    const { editor, revision } = readSheet((await sendAs(site.family, { path: letter })).bytes.toString());
    const bytes = (await smallPhotographs())('in flight');
    const file = { field: 'photographs', name: 'in-flight.jpg', bytes };
    const fields = { form: randomUUID(), editor, revision: String(revision), 'place-new': '0' };
    const asked = multipart(`${letter}/photographs`, fields, file, { accept: 'application/json' });
    const upload = sendSlowly(site.family, asked);
    await arriving(upload.begun);
    const began = performance.now();
    const ended = process.kill('SIGTERM');
    await wait(300);
    await expect(fetch(process.url)).rejects.toThrow('fetch failed');
    upload.finish();
    const answer = await upload.answer;
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.bytes.toString())).toMatchObject({ kept: 'draft' });
    await ended;
    expect(performance.now() - began).toBeLessThan(10_000);
    await process.restart();
    const sheet = (await sendAs(site.family, { path: letter })).bytes.toString();
    expect(sheet).toContain('data-photograph=');
  });

  test('does not wait for ever for somebody who never sends the rest', async () => {
    const { site, process } = lane;
    const asked = multipart(
      `${letter}/photographs`,
      {},
      { field: 'photographs', name: 'never.jpg', bytes: Buffer.alloc(1000) },
    );
    const upload = sendSlowly(site.family, asked);
    await arriving(upload.begun);
    const began = performance.now();
    await process.kill('SIGTERM');
    expect(performance.now() - began).toBeLessThan(10_000);
    await expect(upload.answer).rejects.toThrow();
    expect(readdirSync(join(process.data, 'tmp'))).toEqual([]);
    await process.restart();
  });
});

/** Until the site has begun to take a file in. */
async function arriving(begun: Promise<void>): Promise<void> {
  await begun;
  while (readdirSync(join(lane.process.data, 'tmp')).length === 0) await wait(20);
}

/** Every file of a folder by the SHA-256 of its bytes. */
function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(path))]));
}
