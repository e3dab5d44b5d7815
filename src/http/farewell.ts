import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long somebody who was answered before all of theirs had arrived is listened to. */
export type FarewellLimits = {
  /** So much more is read, and let go unread: a browser shows no answer before it has sent everything. */
  bytes: number;
  /** For so many milliseconds: 30 MB on a line of a megabit a second take four minutes. */
  ms: number;
  /** Without a byte for so many milliseconds: who has stopped sending waits for nothing more. */
  silence: number;
  /** So many connections at once; one more ends the oldest of them. */
  connections: number;
};

const enough: FarewellLimits = {
  bytes: 64 * 1024 * 1024,
  ms: 5 * 60_000,
  silence: 15_000,
  connections: 100,
};

/**
 * Closing after an answer that came early (RFC 9112, 9.6): a connection that is torn off while more arrives on
 * it takes the answer along before anybody has read it. So what still comes of that request is read on, within
 * limits that leave an attacker less than an ordinary request would. Whoever sends the rest within them keeps
 * their connection.
 */
export class Farewells {
  readonly #limits: FarewellLimits;
  readonly #open = new Map<Socket, () => void>();

  constructor(limits: Partial<FarewellLimits> = {}) {
    this.#limits = { ...enough, ...limits };
  }

  /** What closes this connection once its answer is out waits until the farewell is over. */
  watch(socket: Socket): void {
    const close = socket.destroySoon.bind(socket);
    socket.destroySoon = () => {
      if (!this.#open.has(socket)) close();
    };
  }

  /** Reads on after the answer to this request, if it is out before the request has wholly arrived. */
  follow(request: IncomingMessage, response: ServerResponse): void {
    // First of all that hear of it: others close the connection then.
    response.prependListener('finish', () => {
      if (!request.complete && !request.destroyed) this.#begin(request, response.shouldKeepAlive);
    });
  }

  /** Ends all of them at once. */
  end(): void {
    for (const end of this.#open.values()) end();
  }

  #begin(request: IncomingMessage, isKept: boolean): void {
    const { socket } = request;
    const { bytes, ms, silence, connections } = this.#limits;
    const stop = (): void => {
      clearTimeout(late);
      clearInterval(listening);
      this.#open.delete(socket);
    };
    const end = (): void => {
      stop();
      socket.destroy();
    };
    const late = setTimeout(end, ms);
    let before = socket.bytesRead;
    const listening = setInterval(() => {
      if (socket.bytesRead === before) end();
      before = socket.bytesRead;
    }, silence);
    this.#open.set(socket, end);
    const [oldest] = this.#open.values();
    if (this.#open.size > connections) oldest?.();
    if (!isKept) socket.end();
    // Whoever read it before has given up, and must not hold it back.
    request.removeAllListeners('data');
    let read = 0;
    request.on('data', (chunk: Buffer) => {
      read += chunk.byteLength;
      if (read > bytes) end();
    });
    request.once('end', () => {
      stop();
      if (!isKept) socket.destroySoon();
    });
    socket.once('close', stop);
    request.resume();
  }
}
