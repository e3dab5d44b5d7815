import { getLogger } from '@logtape/logtape';

const log = getLogger('snowdrop');

/** A fault of ours. Logged with the route's pattern, never with the address, which can hold a secret. */
export function reportUnexpected(error: unknown, where: string): void {
  const { name, message, stack } =
    error instanceof Error ? error : { name: 'Error', message: String(error), stack: '' };
  log.error('Unexpected {name} in {where}: {message}\n{stack}', { name, where, message, stack });
}

/** Something the host may want to know. The fields given must hold nothing about a person. */
export function tell(message: string, fields: Record<string, string | number> = {}): void {
  log.info(message, fields);
}
