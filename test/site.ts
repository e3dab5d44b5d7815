import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../build/server/main.js', import.meta.url));

/** A whole site in a process and a folder of its own, on loopback, as a host would run it. */
export type RunningSite = {
  url: string;
  /** The number of its process at the start. */
  pid: number;
  data: string;
  output: string[];
  /** The address that claims it, as long as nobody has. */
  claimAddress(): Promise<string>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same folder and port; answers the milliseconds until it served. */
  restart(): Promise<number>;
  /** Ends it and removes the folder. */
  end(): Promise<void>;
};

/** With `from`, on a copy of a data folder that is there already. */
export async function startSite(
  settings: Record<string, string> = {},
  { from }: { from?: string } = {},
): Promise<RunningSite> {
  const data = await mkdtemp(join(tmpdir(), 'snowdrop-site-'));
  if (from) await cp(from, data, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const output: string[] = [];
  let child: ChildProcess;

  const start = async (): Promise<number> => {
    const began = performance.now();
    const { DATABASE_URL: _, ...environment } = process.env;
    child = spawn(process.execPath, [main], {
      env: {
        ...environment,
        SNOWDROP_DATA: data,
        SNOWDROP_PORT: String(port),
        SNOWDROP_URL: url,
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const served = Promise.withResolvers<void>();
    const hear = (line: string): void => {
      output.push(line);
      if (line.startsWith('Snowdrop is at')) served.resolve();
    };
    createInterface({ input: child.stdout! }).on('line', hear);
    createInterface({ input: child.stderr! }).on('line', hear);
    child.once('exit', (code) =>
      served.reject(new Error(`The site ended with ${code}:\n${output.slice(-20).join('\n')}`)),
    );
    await served.promise;
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return performance.now() - began;
  };

  const kill = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };

  await start().catch(async (error: unknown) => {
    await rm(data, { recursive: true, force: true });
    throw error;
  });
  return {
    url,
    pid: child!.pid!,
    data,
    output,
    claimAddress: () => readClaimAddress(data),
    kill,
    restart: start,
    async end() {
      await kill();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** It is written a moment after the site serves. */
export async function readClaimAddress(data: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    const address = await readFile(join(data, 'claim-address.txt'), 'utf8').catch(() => '');
    if (address.endsWith('\n')) return address.trim();
    if (tries > 200) throw new Error('The site wrote no address that claims it.');
    await wait(50);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
