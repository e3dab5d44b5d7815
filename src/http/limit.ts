import type { Context } from 'hono';
import { clientAddress, networkOf } from '#http/client-address.ts';
import { Refused } from '#http/refusals.ts';

const mostKeys = 50_000;

/**
 * Whether a request is still within `most` tries in `minutes` from one network. `proxies` web servers
 * of the host's own stand in front. Kept in memory only.
 */
export function allowance(most: number, minutes: number, proxies: number): (c: Context) => boolean {
  const tries = new Map<string, { count: number; until: number }>();
  return (c) => {
    const key = networkOf(clientAddress(c, proxies));
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

/** Refuses more than `most` tries in `minutes` from one IPv4 address or one IPv6 /64. */
export function limiter(most: number, minutes: number, proxies: number): (c: Context) => void {
  const allows = allowance(most, minutes, proxies);
  return (c) => {
    if (!allows(c)) throw new Refused('too-often');
  };
}
