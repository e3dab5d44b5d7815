import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the server of somebody's provider got it. */
type Delivered = {
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
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(address === refusedBy.address ? new Error(refusedBy.saying) : undefined);
    },
    onData(stream, session, done) {
      simpleParser(stream, {}, (error, mail) => {
        if (error) return done(error);
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          html: mail.html || '',
          headers: mail.headerLines.map(({ line }) => line.replace(/\r?\n/g, '')),
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const to = (address: string): Delivered[] => mails.filter((mail) => mail.to.includes(address));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    to,
    async next(address, fits, known = 0) {
      for (let tries = 0; tries < 500; tries++) {
        const found = to(address).map(({ text }) => fits.exec(text));
        const next = found.filter((one) => one !== null)[known];
        if (next) return next;
        await wait(20);
      }
      throw new Error(`No mail like ${fits} came to ${address}.`);
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
