// A mail server in a thread of its own: what the attacks have to read and compare must not keep it from answering.
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Delivered } from './post-office.ts';

const { refused, saying } = workerData as { refused: string; saying: string };

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  // Nobody asks the name servers of this machine for who is on it.
  disableReverseLookup: true,
  onRcptTo({ address }, _session, done) {
    done(address === refused ? new Error(saying) : undefined);
  },
  onData(stream, session, done) {
    simpleParser(stream, {}, (error, mail) => {
      if (error) return done(error);
      const delivered: Delivered = {
        to: session.envelope.rcptTo.map(({ address }) => address),
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        html: mail.html || '',
        headers: mail.headerLines.map(({ line }) => line.replace(/\r?\n/g, '')),
      };
      parentPort?.postMessage(delivered);
      done();
    });
  },
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.server.address() as AddressInfo).port));
