import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { startHeartbeat } from './heartbeat.ts';

/** A site of a few lines: at one address it holds everybody up for as much work as that. */
const stalling = `
  const server = require('node:http').createServer((request, response) => {
    const until = process.cpuUsage().user + 400_000;
    if (request.url === '/stall') while (process.cpuUsage().user < until);
    response.end();
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

test('what a site makes others wait by its own work is told, however busy the machine is', async () => {
  const site = spawn(process.execPath, ['-e', stalling], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void site.kill());
  const port = Number(String((await once(site.stdout, 'data'))[0]));
  const heart = await startHeartbeat({ port, pid: site.pid! });
  onTestFinished(() => heart.stop());
  const from = heart.now();
  await (await fetch(`http://127.0.0.1:${port}/stall`)).arrayBuffer();
  const waits = await heart.waitsDuring([{ as: 'a stall', from, to: heart.now() }]);
  expect(waits.get('a stall')).toBeGreaterThan(250);
});
