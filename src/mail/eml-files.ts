import { randomUUIDv7 } from 'node:crypto';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { tell } from '#lib/log.ts';
import type { Mailer } from '#mail/mailer.ts';
import { messageFrom } from '#mail/message.ts';

/**
 * For a site without SMTP: each mail becomes a file (RFC 5322) in `folder`, readable by its owner only,
 * for the host to hand on. The log learns the file's name and nothing of what is in it.
 */
export function fileMailer(folder: string, from: string): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    leaves: false,
    async send(mail) {
      const { message } = await composer.sendMail(messageFrom(mail, from));
      const name = `${randomUUIDv7()}.eml`;
      await writeFile(join(folder, name), message as Buffer, { mode: 0o600, flag: 'wx' });
      tell('A mail was written into the data folder: mails/{name}', { name });
    },
  };
}

/** Removes the mails of `folder` that are older than a day: links in them are long over. */
export async function sweepMails(folder: string, now: string): Promise<void> {
  const aDayAgo = Temporal.Instant.from(now).subtract({ hours: 24 }).epochMilliseconds;
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.eml')) continue;
    const file = join(folder, name);
    const { mtimeMs } = await stat(file);
    if (mtimeMs < aDayAgo) await rm(file, { force: true });
  }
}
