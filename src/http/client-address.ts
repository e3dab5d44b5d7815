import type { Context } from 'hono';
import { isIPv6 } from 'node:net';

/**
 * The address a request comes from. Behind `proxies` web servers of the host's own it is the one that
 * the outermost of them saw (X-Forwarded-For, counted from the right: what stands further left is a
 * claim of the client). Without a socket, as in tests, `test`.
 */
export function clientAddress(c: Context, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } };
  const nearest = incoming?.socket.remoteAddress ?? 'test';
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  return (proxies > 0 && forwarded.at(-proxies)) || nearest;
}

/** What one household or one attacker has to itself: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return address;
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (ipv4) return ipv4;
  const [before = '', after] = plain.toLowerCase().split('::');
  const groups = before === '' ? [] : before.split(':');
  const rest = after ? after.split(':').length + (after.includes('.') ? 1 : 0) : 0;
  if (after !== undefined)
    groups.push(
      ...Array.from({ length: 8 - groups.length - rest }, () => '0'),
      ...(after ? after.split(':') : []),
    );
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
