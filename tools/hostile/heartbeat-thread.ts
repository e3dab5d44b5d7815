// Asks a site and the control beside it for next to nothing, again and again, and tells how long each took.
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { site, control, pid, pauseMs } = workerData as {
  site: number;
  control: number;
  pid: number;
  pauseMs: number;
};
const clock = (): number => performance.timeOrigin + performance.now();

class Line {
  readonly #port: number;
  #socket: Socket | undefined;
  #heard = '';
  #answered: () => void = () => {};

  constructor(port: number) {
    this.#port = port;
  }

  /** Milliseconds until the whole of an answer without a body was there. */
  async ask(): Promise<number> {
    const began = clock();
    const answered = new Promise<void>((resolve) => (this.#answered = resolve));
    this.#heard = '';
    this.#open().write('HEAD /robots.txt HTTP/1.1\r\nhost: snowdrop.example\r\n\r\n');
    await answered;
    return clock() - began;
  }

  #open(): Socket {
    if (this.#socket && !this.#socket.destroyed) return this.#socket;
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (chunk) => {
      this.#heard += chunk.toString('latin1');
      if (this.#heard.endsWith('\r\n\r\n')) this.#answered();
    });
    // A site that hangs up is no slow one: the next beat opens the line anew.
    socket.on('error', () => this.#answered());
    socket.on('close', () => this.#answered());
    return (this.#socket = socket);
  }
}

/**
 * For how many milliseconds until now the thread that serves was ready to go on and had no processor to do it
 * on (schedstat of Linux; elsewhere none are known).
 */
function heldBack(): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1_000_000;
  } catch {
    return 0;
  }
}

const lines = [new Line(site), new Line(control)];
for (;;) {
  const [at, before] = [clock(), heldBack()];
  const [ofSite = 0, ofControl = 0] = await Promise.all(lines.map((line) => line.ask()));
  const held = heldBack() - before;
  parentPort?.postMessage({ at, until: clock(), site: ofSite, machine: Math.max(ofControl, held) });
  await wait(pauseMs);
}
