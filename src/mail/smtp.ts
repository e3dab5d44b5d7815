import { createTransport } from 'nodemailer';
import type { Mailer } from '#mail/mailer.ts';
import { messageFrom } from '#mail/message.ts';

const tenSeconds = 10_000;
const ports = { 'smtp:': 587, 'smtps:': 465 } as const;

type Refusal = Error & { code?: string; responseCode?: number };

/** The server did not take a mail. What it answered stays out of this but for its number: it names the address. */
export class MailRefused extends Error {
  /** How far it came and the number of its answer (RFC 5321): `EENVELOPE_550`. */
  readonly code: string;

  constructor({ code, name, responseCode }: Refusal) {
    super('The mail server did not take a mail');
    this.name = 'MailRefused';
    this.code = [code ?? name, responseCode].filter(Boolean).join('_');
  }
}

/**
 * Sends through `smtp://name:password@host:port` (STARTTLS where the server offers it) or `smtps://…`
 * (TLS from the start). A name and password never leave for another machine without TLS. Throws
 * `MailRefused` when the server does not accept the mail within about ten seconds at each step.
 */
export function smtpMailer(url: string, from: string): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isHere = host === 'localhost' || host === '127.0.0.1' || host === '::1';
  const transport = createTransport({
    host,
    port: Number(port) || ports[protocol as keyof typeof ports],
    secure: protocol === 'smtps:',
    requireTLS: username !== '' && !isHere,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: tenSeconds,
    greetingTimeout: tenSeconds,
    socketTimeout: tenSeconds,
  });
  return {
    leaves: true,
    async send(mail) {
      const message = messageFrom(mail, from);
      await transport.sendMail(message).catch((error: Refusal) => {
        throw new MailRefused(error);
      });
    },
  };
}
