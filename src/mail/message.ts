import { randomUUID } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { Mail } from '#mail/mailer.ts';
import { oneLine, oneRecipient } from '#mail/recipient.ts';

/**
 * A mail as nodemailer takes it: text and HTML as alternatives (RFC 2046), an envelope with the one
 * recipient, nothing fetched from a file or an address. Throws `UnsafeMail` on anything that could
 * reach somebody else.
 */
export function messageFrom(mail: Mail, from: string): SendMailOptions {
  const to = oneRecipient(mail.to);
  return {
    from: { name: 'Snowdrop', address: oneRecipient(from) },
    to: { name: '', address: to },
    envelope: { from, to: [to] },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    // RFC 3834: no holiday notice answers it.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
