import type { Context } from 'hono';
import { isIPv6 } from 'node:net';
import { Refused } from '#http/refusals.ts';

const mostKeys = 50_000;

/** Refuses more than `most` tries in `minutes` from one IPv4 address or one IPv6 /64. Kept in memory only. */
export function limiter(most: number, minutes: number): (c: Context) => void {
  const tries = new Map<string, { count: number; until: number }>();
  return (c) => {
    const key = networkOf(c);
    const now = performance.now();
    const known = tries.get(key);
    const current = known && known.until > now ? known : { count: 0, until: now + minutes * 60_000 };
    current.count++;
    tries.delete(key);
    tries.set(key, current);
    const oldest = tries.keys().next().value;
    if (tries.size > mostKeys && oldest !== undefined) tries.delete(oldest);
    if (current.count > most) throw new Refused('too-often');
  };
}

function networkOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } };
  const address = incoming?.socket.remoteAddress ?? 'here';
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  return address.split(':').slice(0, 4).join(':');
}
