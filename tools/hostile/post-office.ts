import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** A mail as the server of somebody's provider got it. */
export type Delivered = {
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** Its headers as they stood, unfolded. */
  headers: string[];
};

export type PostOffice = {
  url: string;
  mails: Delivered[];
  to(address: string): Delivered[];
  /** The mail to an address that fits, after the first `known` that did; it may be on its way still. */
  next(address: string, fits: RegExp, known?: number): Promise<RegExpExecArray>;
  close(): Promise<void>;
};

// How soon a mail comes is a matter of the machine; that it comes is not.
const longest = 60_000;

/** The six digits of a mail. */
export const digits = /^\d{6}$/m;
/** The link to sign in, with its secret. */
export const signInLink = /\/sign-in\/link\/([\w-]{43})/;

/** What the server says to a mail for this address: an answer that tries to be a line of a log. */
export const refusedBy = {
  address: 'refused@family.example',
  saying: '550 no\r\n2026-01-01 00:00:00.000 +00:00 [INF] snowdrop: forged by the mail server',
};

/** Takes every mail that a site sends, and keeps it. */
export async function openPostOffice(): Promise<PostOffice> {
  const mails: Delivered[] = [];
  const workerData = { refused: refusedBy.address, saying: refusedBy.saying };
  const thread = new Worker(new URL('post-office-thread.ts', import.meta.url), { workerData });
  const [port] = (await once(thread, 'message')) as [number];
  thread.on('message', (mail: Delivered) => mails.push(mail));
  const to = (address: string): Delivered[] => mails.filter((mail) => mail.to.includes(address));
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    to,
    async next(address, fits, known = 0) {
      for (const until = performance.now() + longest; performance.now() < until; await wait(20)) {
        const found = to(address).map(({ text }) => fits.exec(text));
        const next = found.filter((one) => one !== null)[known];
        if (next) return next;
      }
      const came = to(address).map(({ subject }) => JSON.stringify(subject));
      throw new Error(
        `No mail like ${fits} came to ${address} after ${known} of them, but ${came.join() || 'none'}.`,
      );
    },
    close: async () => void (await thread.terminate()),
  };
}
