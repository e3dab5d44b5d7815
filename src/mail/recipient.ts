/** A line that goes into a mail's envelope or headers holds something that a mailer could read as more. */
export class UnsafeMail extends Error {}

// One plain addr-spec (RFC 5321): a comma, a bracket, a comment or a line break would make it two.
const oneAddress = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

/**
 * Answers `to` when it is exactly one plain address. Throws `UnsafeMail` otherwise: forms refuse such
 * addresses already, and a mail must not leave for a stranger when one of them is forgotten.
 */
export function oneRecipient(to: string): string {
  // The message holds nothing of the address: it may be logged.
  if (to.length > 254 || !oneAddress.test(to)) throw new UnsafeMail('Not one plain mail address');
  return to;
}

/** A subject as one line. Throws `UnsafeMail` on a line break or another control character. */
export function oneLine(subject: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(subject)) throw new UnsafeMail('A subject is one line');
  return subject;
}
