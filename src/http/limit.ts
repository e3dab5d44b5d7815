import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { clientAddress, networkOf } from '#http/client-address.ts';
import { Refused } from '#http/refusals.ts';

const mostKeys = 50_000;

/**
 * Whether something is still within `most` tries in `minutes`. Kept in memory only, and no name of it: a
 * mail address stands there as a hash that nobody can make without this process.
 */
export function tally(most: number, minutes: number): (name: string) => boolean {
  const tries = new Map<string, { count: number; until: number }>();
  const secret = randomBytes(32);
  return (name) => {
    const key = createHmac('sha256', secret).update(name).digest('base64url');
    const now = performance.now();
    const known = tries.get(key);
    const current = known && known.until > now ? known : { count: 0, until: now + minutes * 60_000 };
    current.count++;
    tries.delete(key);
    tries.set(key, current);
    const oldest = tries.keys().next().value;
    if (tries.size > mostKeys && oldest !== undefined) tries.delete(oldest);
    return current.count <= most;
  };
}

/**
 * Whether a request is still within `most` tries in `minutes` from one network. `proxies` web servers
 * of the host's own stand in front.
 */
export function allowance(most: number, minutes: number, proxies: number): (c: Context) => boolean {
  const allows = tally(most, minutes);
  return (c) => allows(networkOf(clientAddress(c, proxies)));
}

/** Refuses more than `most` tries in `minutes` from one IPv4 address or one IPv6 /64. */
export function limiter(most: number, minutes: number, proxies: number): (c: Context) => void {
  const allows = allowance(most, minutes, proxies);
  return (c) => {
    if (!allows(c)) throw new Refused('too-often');
  };
}
