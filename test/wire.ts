import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What came back over a connection, every byte, and how it ended. */
export type Heard = { bytes: Buffer; ended: 'closed' | 'reset' | 'patience'; ms: number };

type Manner = {
  /** Milliseconds after which we hang up, whatever comes. */
  patience?: number;
  /** Milliseconds between the parts. */
  pause?: number;
  /** Once an answer has begun, nothing more of it is taken from the wire for so many milliseconds. */
  stopsFor?: number;
  /** Called when the answer begins. */
  onAnswer?: () => void;
};

/**
 * Sends parts exactly as they are (text as Latin-1), over a connection of its own: what HTTP itself is
 * attacked with cannot be said by a client that keeps to it. Answers once the other side has closed.
 */
export function sendRaw(
  port: number,
  parts: Iterable<string | Uint8Array>,
  { patience = 20_000, pause = 0, stopsFor = 0, onAnswer }: Manner = {},
): Promise<Heard> {
  const { promise, resolve } = Promise.withResolvers<Heard>();
  const began = performance.now();
  const chunks: Buffer[] = [];
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const end = (ended: Heard['ended']): void => {
    clearTimeout(timer);
    socket.destroy();
    resolve({ bytes: Buffer.concat(chunks), ended, ms: performance.now() - began });
  };
  const timer = setTimeout(() => end('patience'), patience);
  socket.once('data', () => onAnswer?.());
  socket.on('data', (chunk: Buffer) => {
    if (stopsFor > 0 && chunks.length === 0) {
      socket.pause();
      setTimeout(() => socket.resume(), stopsFor);
    }
    chunks.push(chunk);
  });
  socket.on('error', () => end('reset'));
  socket.on('close', () => end('closed'));
  const closed = Promise.withResolvers<void>();
  socket.on('close', () => closed.resolve());
  void (async () => {
    for (const part of parts) {
      if (socket.destroyed) return;
      const goesOn = socket.write(typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
      if (pause > 0) await wait(pause);
      else if (!goesOn)
        await Promise.race([new Promise((drained) => void socket.once('drain', drained)), closed.promise]);
    }
  })();
  return promise;
}
