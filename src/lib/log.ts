import { getLogger } from '@logtape/logtape';

const log = getLogger('snowdrop');

/**
 * A fault of ours. `where` is the pattern of a route or the name of a job, never an address. What an error
 * says of itself stays out: a database, a mail server and a parser all quote what they were given.
 */
export function reportUnexpected(error: unknown, where: string): void {
  const { name, stack } = error instanceof Error ? error : { name: 'Thrown', stack: '' };
  const fields = { name: word(name), code: word(codeOf(error)), where, stack: placesIn(stack ?? '', error) };
  log.error('Unexpected {name} {code} in {where}\n{stack}', fields);
}

/** A name of a kind of error, or its code; whatever else stands there is not written down. */
function word(given: unknown): string {
  return /^\w{1,60}$/.test(String(given)) ? String(given) : '';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : '';
}

/** The places in the program, without the message before them. */
function placesIn(stack: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^ {4}at (?:async )?(?:[\w.<>#$ [\]]+ \()?(?:file:\/\/\/|node:|\/|[A-Z]:\\)/.test(line))
    .join('\n');
}

/** Something the host may want to know. The fields given must hold nothing about a person. */
export function tell(message: string, fields: Record<string, string | number> = {}): void {
  log.info(message, fields);
}
