import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { type AddressInfo, createServer, type Server as Listener } from 'node:net';
import type { Snowdrop } from '#snowdrop.ts';

/** Serves a site over HTTP. Answers the port it listens on, and how to stop: what has begun is finished. */
export async function serve(
  snowdrop: Pick<Snowdrop, 'fetch'>,
  at: { listen: string; port: number },
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: snowdrop.fetch }) as Server;
  await listening(server, at);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), 8000);
      await closed;
      clearTimeout(late);
    },
  };
}

/** Throws what serving there would throw: a port that is taken, an address that is not this machine's. */
export async function tryToListen(at: { listen: string; port: number }): Promise<void> {
  const server = createServer();
  await listening(server, at);
  await new Promise((resolve) => server.close(resolve));
}

function listening(server: Listener, at: { listen: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.listen, resolve);
  });
}
