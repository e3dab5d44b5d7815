import type { Place } from './place.ts';

// The line that is written on purpose: whoever starts a site opens that address once.
const claims = /\/host\/claim\//;
/** What only its owner ever holds; of these the database has hashes. */
const hashedOnly = new Set(['a cookie', 'the link to sign in', 'the link of an invitation', 'a key']);

/**
 * Looks for every secret of the run in what came out beside answers: the log, all that was printed, mails to
 * others, and what lies in the database. (Each answer was searched when it came, its headers too.)
 */
export async function leaksOf({ canaries, post, rows, site }: Place): Promise<string[]> {
  const lines = site.output.filter((line) => !claims.test(line));
  const printed = lines.flatMap((line) => canaries.leaksIn(line, 'the log'));
  const mailed = post.mails.flatMap(({ to, subject, text, html, headers }) =>
    to.flatMap((address) => {
      const whole = [subject, text, html, ...headers].join('\n');
      return canaries.leaksIn(whole, `a mail to ${address}`, address);
    }),
  );
  const kept = canaries
    .leaksIn(await rows.everything(), 'the database')
    .filter(({ what }) => hashedOnly.has(what));
  return [...printed, ...mailed, ...kept].map(({ what, where }) => `${what} stands in ${where}`);
}

/** What the site tells of a mail that the server did not take: no fault of its own. */
export const mailRefused = /MailRefused.*EENVELOPE_550/;

/** Faults of the site itself that it told of while something was asked. */
export function faultsTold(lines: readonly string[]): string[] {
  return lines.filter((line) => /Unexpected|Error:|ERR /.test(line) && !mailRefused.test(line));
}
