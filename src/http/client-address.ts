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
  const plain = withoutPort(address).replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  // An IPv4 address written as IPv6 (RFC 4291, 2.5.5.2).
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return dotted(groups.slice(6));
  return groups.slice(0, 4).join(':');
}

// Some web servers write the port behind the address, which is another for each connection.
function withoutPort(address: string): string {
  const [, inBrackets, ipv4] = /^(?:\[(.+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(address) ?? [];
  return inBrackets ?? ipv4 ?? address;
}

/** The eight groups of an IPv6 address, without zeros before them. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address
    .toLowerCase()
    .replace(/\d+\.\d+\.\d+\.\d+$/, hexadecimal)
    .split('::');
  const first = before === '' ? [] : before.split(':');
  const last = after ? after.split(':') : [];
  const between = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...between, ...last].map((group) => group.replace(/^0+(?=.)/, ''));
}

function hexadecimal(ipv4: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function dotted(groups: readonly string[]): string {
  const numbers = groups.map((group) => Number.parseInt(group, 16));
  return numbers.flatMap((number) => [number >> 8, number & 255]).join('.');
}
