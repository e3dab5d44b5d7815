import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runWord } from '#cli/run-word.ts';

test('a taken port is told before a data folder is made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-serve-'));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });
  const { port } = server.address() as { port: number };
  const data = join(folder, 'data');
  vi.stubEnv('SNOWDROP_PORT', String(port));
  vi.stubEnv('SNOWDROP_DATA', data);
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await runWord(['serve'])).toBe(1);
  expect(complained.mock.calls.flat()).toEqual([
    'Something else already listens on this port. Stop it, or set SNOWDROP_PORT to another one.',
  ]);
  expect(existsSync(data)).toBe(false);
});
