import type { Context } from 'hono';
import { expect, test } from 'vitest';
import { clientAddress, networkOf } from '#http/client-address.ts';
import { limiter, tally } from '#http/limit.ts';
import { Refused } from '#http/refusals.ts';

const requestFrom = (remoteAddress?: string, forwarded?: string): Context =>
  ({
    env: remoteAddress === undefined ? undefined : { incoming: { socket: { remoteAddress } } },
    req: { header: () => forwarded },
  }) as unknown as Context;

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8::2:0:0:1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['0:0:0:0:0:FFFF:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:50123', '192.0.2.7'],
  ['[2001:db8:1:2::6]:443', '2001:db8:1:2'],
  ['[2001:db8:1:2::6]', '2001:db8:1:2'],
  ['unknown', 'unknown'],
  ['test', 'test'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a forged X-Forwarded-For counts only as far as the host says', () => {
  const forged = '203.0.113.9, 198.51.100.4';
  expect(clientAddress(requestFrom('192.0.2.7', forged), 0)).toBe('192.0.2.7');
  expect(clientAddress(requestFrom('192.0.2.7', forged), 1)).toBe('198.51.100.4');
  expect(clientAddress(requestFrom('192.0.2.7'), 1)).toBe('192.0.2.7');
  expect(clientAddress(requestFrom(), 0)).toBe('test');
});

test('tries are counted for each network of its own', () => {
  const limit = limiter(2, 1, 0);
  limit(requestFrom('2001:db8::1'));
  limit(requestFrom('2001:db8::2'));
  expect(() => limit(requestFrom('2001:db8::3'))).toThrow(Refused);
  limit(requestFrom('2001:db8:0:1::3'));
});

test('sixty thousand networks are not kept in memory', () => {
  const limit = limiter(1, 1, 0);
  limit(requestFrom('192.0.2.7'));
  for (let at = 0; at < 60_000; at++) limit(requestFrom(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`));
  limit(requestFrom('192.0.2.7'));
});

test('a new port is no new network', () => {
  const limit = limiter(1, 1, 1);
  limit(requestFrom('192.0.2.7', '203.0.113.9:1'));
  expect(() => limit(requestFrom('192.0.2.7', '203.0.113.9:2'))).toThrow(Refused);
});

test('each name is counted by itself', () => {
  const allows = tally(2, 1);
  const tries = ['a@family.example', 'a@family.example', 'b@family.example', 'a@family.example'];
  expect(tries.map(allows)).toEqual([true, true, true, false]);
});
