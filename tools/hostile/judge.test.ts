import { expect, test } from 'vitest';
import type { Answer } from '#test/answers.ts';
import { faultsIn } from './judge.ts';

const good: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'content-type': 'text/html; charset=UTF-8',
};
const privately = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' };

function answer(changed: Record<string, string | undefined>, more: Partial<Answer> = {}): Answer {
  const headers = Object.entries({ ...good, ...changed }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const body = Buffer.from('<p>There is nothing here.</p>');
  return { status: 200, headers, body, text: '', isWhole: true, ...more };
}

const faults = (path: string, changed: Record<string, string | undefined> = {}, more: Partial<Answer> = {}) =>
  faultsIn(answer(changed, more), { method: 'GET', path });

test.each([
  ['/wren', {}, {}],
  ['/home/you', privately, {}],
  ['/to/wren/report', { 'cache-control': 'no-store' }, {}],
  ['/nothing', {}, { status: 404 }],
  ['/pictures/a/480.jpeg', { 'cross-origin-resource-policy': 'cross-origin' }, {}],
  ['/pictures/a/480.jpeg', {}, { status: 404 }],
  ['/wren', {}, { status: 507 }],
  ['/home', { ...privately, location: '/sign-in?to=%2Fhome' }, { status: 303 }],
  ['/home', { ...privately, 'set-cookie': '__Host-snowdrop=a-b; Path=/; HttpOnly; Secure' }, {}],
  ['/wren', { 'content-security-policy': undefined }, { status: 431, body: Buffer.alloc(0) }],
] as const)('nothing is wrong with %s, %o', (path, changed, more) => {
  const found = faults(path, changed, more);
  // Before any route there is no page that could carry a sentence.
  expect(found.filter((fault) => !/^was answered by 431 without a sentence$/.test(fault))).toEqual([]);
});

test.each(Object.keys(good).filter((name) => name !== 'content-type' && name !== 'content-security-policy'))(
  'an answer without %s, or with another, is one with a fault',
  (name) => {
    expect(faults('/wren', { [name]: undefined }).join()).toContain(name);
    expect(faults('/wren', { [name]: 'unsafe-none' }).join()).toContain(name);
  },
);

test.each([
  ['a status of ours', '/wren', {}, { status: 500 }, 'answered by 500'],
  ['half of an answer', '/wren', {}, { isWhole: false }, 'half of an answer'],
  ['no policy', '/wren', { 'content-security-policy': undefined }, {}, 'without a policy'],
  [
    'a wider policy',
    '/wren',
    { 'content-security-policy': "default-src 'self'" },
    {},
    'content-security-policy',
  ],
  [
    'a picture of the family, for pages of others',
    '/home/photographs/a/480.jpeg',
    { ...privately, 'cross-origin-resource-policy': 'cross-origin' },
    {},
    'cross-origin-resource-policy',
  ],
  ['no sentence', '/wren', {}, { status: 404, body: Buffer.from('Not Found') }, 'without a sentence'],
  [
    'doors for other sites',
    '/wren',
    { 'access-control-allow-origin': '*' },
    {},
    'access-control-allow-origin',
  ],
  ['what runs here', '/wren', { server: 'node' }, {}, 'with server'],
  ['a way elsewhere', '/wren', { location: '//evil.example' }, {}, 'leads to'],
  ['a way elsewhere by a backslash', '/wren', { location: '/\\evil.example' }, {}, 'leads to'],
  [
    'a cookie for everybody',
    '/wren',
    { 'set-cookie': '__Host-a=b; Path=/; Secure' },
    {},
    'in the public space',
  ],
  ['a cookie by http', '/home', { ...privately, 'set-cookie': '__Host-a=b; Path=/' }, {}, 'others could get'],
  [
    'a cookie of all hosts',
    '/home',
    { ...privately, 'set-cookie': 'a=b; Path=/; Secure' },
    {},
    'others could get',
  ],
  [
    'a private page for caches',
    '/home/you',
    { ...privately, 'cache-control': 'no-store' },
    {},
    'may be kept',
  ],
  ['a private page by a detour', '/wren/../home', { 'referrer-policy': 'no-referrer' }, {}, 'may be kept'],
  ['an act for caches', '/to/wren/report', {}, {}, 'may be kept'],
  ['a private address told', '/key', { 'cache-control': 'private, no-store' }, {}, 'tells its address'],
] as const)('%s is found', (_, path, changed, more, fault) => {
  expect(faults(path, changed, more).join('\n')).toContain(fault);
});

test('a cookie that is found wanting is not told with what is in it', () => {
  expect(faults('/home', { ...privately, 'set-cookie': 'a=secret; Path=/' }).join()).not.toContain('secret');
});
