import { getRequestListener, RequestError } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createListener, type Server as Listener } from 'node:net';
import type { Duplex } from 'node:stream';
import { bareBytes, bareResponse, type BareStatus } from '#http/bare-answer.ts';
import { type FarewellLimits, Farewells } from '#http/farewell.ts';
import { reportUnexpected } from '#lib/log.ts';
import type { Snowdrop } from '#snowdrop.ts';

/** How long a connection is waited for, in milliseconds. */
export type Patience = {
  /** Until a request has said what it wants. */
  head: number;
  /** Until all of it has arrived: 50 MB on a line of 30 kB a second. */
  whole: number;
  /** While nothing moves in either direction, or next to nothing of a request arrives. */
  silence: number;
  /** Between two requests: longer than the web servers in front keep a line, or they would lose a form on it. */
  idle: number;
  /** How often it is looked whether the first two are over. */
  look: number;
};

const enough: Patience = { head: 15_000, whole: 30 * 60_000, silence: 30_000, idle: 125_000, look: 2000 };

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** Less than this of a request in `silence` is next to nothing. */
const leastBytes = 1000;

/**
 * Serves a site over HTTP. Answers the port it listens on, and how to stop: what has begun is finished.
 * What is no request, or none that has one meaning, is refused here in whole sentences (RFC 9112).
 */
export async function serve(
  snowdrop: Pick<Snowdrop, 'fetch'>,
  at: { listen: string; port: number },
  { farewell, ...patience }: Partial<Patience & { farewell: Partial<FarewellLimits> }> = {},
): Promise<{ port: number; stop(): Promise<void> }> {
  const farewells = new Farewells(farewell);
  const server = serverOf(snowdrop, { ...enough, ...patience }, farewells);
  await listening(server, at);
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      farewells.end();
      const late = setTimeout(() => server.closeAllConnections(), 8000);
      await closed;
      clearTimeout(late);
    },
  };
}

function serverOf(
  { fetch }: Pick<Snowdrop, 'fetch'>,
  { head, whole, silence, idle, look }: Patience,
  farewells: Farewells,
): Server {
  const listener = getRequestListener(fetch, { errorHandler: answerFault });
  const exchanges = new WeakMap<Duplex, Exchange>();
  const server = createServer({
    headersTimeout: head,
    requestTimeout: whole,
    keepAliveTimeout: idle,
    connectionsCheckingInterval: look,
    // Asked below: Node's own answer would be without a word.
    requireHostHeader: false,
  });
  server.setTimeout(silence);
  server.on('connection', (socket) => farewells.watch(socket));
  server.on('request', (request, response) => {
    const { socket } = request;
    exchanges.set(socket, { request, response });
    farewells.follow(request, response);
    if (!namesOneHost(request)) return refuse(response, 400);
    endIfTooSlow(request, response, silence);
    void listener(request, response);
  });
  server.on('checkExpectation', (_request, response) => refuse(response, 417));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    endWith(socket, exchanges.get(socket), statusOf(error));
  });
  return server;
}

/** Ends a connection on which something came that is no request, or not the rest of one. */
function endWith(socket: Duplex, latest: Exchange | undefined, status: BareStatus): void {
  const isAnswered = !latest || latest.response.writableFinished;
  // It stands behind a whole request, which gets its own answer and no other.
  if (!isAnswered && latest.request.complete)
    return void latest.response.once('finish', () => socket.destroy());
  // Of a request that has its answer already nothing more is said, whatever the rest of it is.
  const isSaid = latest && (isAnswered ? !latest.request.complete : latest.response.headersSent);
  if (socket.writable && !isSaid) socket.write(bareBytes(status));
  socket.destroy();
}

/** Two servers that read two of them differently would each serve another site (RFC 9112, 3.2). */
function namesOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  const names = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  return names.length === 1 || (names.length === 0 && httpVersion === '1.0');
}

/** Ends a request of which next to nothing arrives: a byte now and then would keep it open for ever. */
function endIfTooSlow(request: IncomingMessage, response: ServerResponse, silence: number): void {
  const { socket } = request;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete) return clearInterval(timer);
    if (socket.bytesRead - before < leastBytes) {
      if (!response.headersSent) socket.write(bareBytes(408));
      socket.destroy();
    }
    before = socket.bytesRead;
  }, silence);
  response.once('close', () => clearInterval(timer));
}

function refuse(response: ServerResponse, status: BareStatus): void {
  response.socket?.end(bareBytes(status));
}

function answerFault(error: unknown): Response {
  if (error instanceof RequestError) return bareResponse(400);
  reportUnexpected(error, 'serve');
  return bareResponse(500);
}

function statusOf({ code }: NodeJS.ErrnoException): BareStatus {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW' ? 413 : 400;
}

/** Throws what serving there would throw: a port that is taken, an address that is not this machine's. */
export async function tryToListen(at: { listen: string; port: number }): Promise<void> {
  const server = createListener();
  await listening(server, at);
  await new Promise((resolve) => server.close(resolve));
}

function listening(server: Listener, at: { listen: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.listen, resolve);
  });
}
