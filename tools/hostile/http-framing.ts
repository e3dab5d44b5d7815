import { headerOf, pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { host } from './request.ts';
import type { Trial } from './trial.ts';

const form = 'text=It+is+not+her+photograph&about=%2Fwren&email=';
const type = 'content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n';
/** A whole request that leaves a row behind, if anybody reads it as one. */
const report = (text: string, address: string): string => {
  const body = `text=${text}&about=%2Fwren&email=`;
  return `POST /to/wren/report HTTP/1.1\r\nhost: ${host}\r\nx-forwarded-for: ${address}\r\n${type}content-length: ${body.length}\r\n\r\n${body}`;
};
const headOf = (lines: string, target = 'POST /to/wren/report'): string =>
  `${target} HTTP/1.1\r\n${lines}${type}\r\n`;
const hosted = `host: ${host}\r\n`;

/** Requests whose end two servers would see in two places; whatever stands behind must never be done. */
const ambiguous = (): [as: string, request: string][] => {
  const behind = report('smuggled', '10.200.0.1');
  const chunked = `${form.length.toString(16)}\r\n${form}\r\n0\r\n\r\n`;
  const length = (value: string): string => `content-length: ${value}\r\n`;
  const encoding = (value: string): string => `transfer-encoding: ${value}\r\n`;
  const of = (lines: string, body: string): string => headOf(`${hosted}${lines}`) + body + behind;
  return [
    [
      'two lengths that differ',
      of(length(`${form.length}`) + length(`${form.length + behind.length}`), form),
    ],
    ['the same length twice', of(length(`${form.length}`) + length(`${form.length}`), form)],
    ['a list of lengths', of(length(`${form.length}, ${form.length}`), form)],
    ['a length with a sign', of(length(`+${form.length}`), form)],
    ['a length below zero', of(length('-1'), form)],
    ['a length in hexadecimal', of(length(`0x${form.length.toString(16)}`), form)],
    ['a length beyond all numbers', of(length('9'.repeat(30)), form)],
    ['a length and chunks', of(length(`${chunked.length + behind.length}`) + encoding('chunked'), chunked)],
    ['chunks and a length', of(encoding('chunked') + length('4'), chunked)],
    ['chunks twice', of(encoding('chunked') + encoding('chunked') + length('4'), chunked)],
    ['chunks, then nothing of the kind', of(encoding('chunked, identity'), chunked)],
    ['an encoding nobody knows', of(encoding('xchunked'), chunked)],
    ['chunks behind a vertical tab', of(`transfer-encoding:\x0bchunked\r\n${length('4')}`, chunked)],
    ['chunks in a folded line', of(`transfer-encoding:\r\n chunked\r\n${length('4')}`, chunked)],
    ['a space before the colon', of(`transfer-encoding : chunked\r\n${length('4')}`, chunked)],
    ['chunks named by a bare LF', of(`x: y\ntransfer-encoding: chunked\r\n${length('4')}`, chunked)],
    ['a chunk longer than all numbers', of(encoding('chunked'), `${'F'.repeat(20)}\r\nx\r\n0\r\n\r\n`)],
    ['a chunk below zero', of(encoding('chunked'), '-1\r\nx\r\n0\r\n\r\n')],
    ['a chunk without its end', of(encoding('chunked'), `${form.length.toString(16)}\r\n${form}0\r\n\r\n`)],
    ['a chunk with 20 kB of extension', of(encoding('chunked'), `1;${'x'.repeat(20_000)}\r\nx\r\n0\r\n\r\n`)],
    [
      'lines that end in LF alone',
      headOf(`${hosted}${length('4')}`).replaceAll('\r\n', '\n') + form + behind,
    ],
    [
      'lines that end in CR alone',
      headOf(`${hosted}${length('4')}`).replaceAll('\r\n', '\r') + form + behind,
    ],
  ];
};

/** Requests that name two hosts, or none, or what is no host. */
const hosts: [as: string, request: string][] = [
  ['two hosts', `${hosted}host: evil.example\r\n`],
  ['two hosts, the other first', `host: evil.example\r\n${hosted}`],
  ['the same host twice', hosted + hosted],
  ['no host', ''],
  ['an empty host', 'host: \r\n'],
  ['a host with a path', `host: ${host}/home\r\n`],
  ['a host with a name before it', `host: nora@${host}\r\n`],
  ['a list of hosts', `host: ${host}, evil.example\r\n`],
  ['a host with a space', 'host: evil example\r\n'],
  ['a port beyond all ports', `host: ${host}:99999\r\n`],
].map(([as, lines]) => [as!, `GET /wren HTTP/1.1\r\n${lines}connection: close\r\n\r\n`]);

/** What is no HTTP at all, or another one. */
const noHttp: [as: string, bytes: string][] = [
  ['HTTP/0.9', 'GET /wren\r\n\r\n'],
  ['HTTP/2 by prior knowledge', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a version of three digits', `GET /wren HTTP/1.1.1\r\n${hosted}\r\n`],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['a NUL in a header', `GET /wren HTTP/1.1\r\n${hosted}x: a\0b\r\n\r\n`],
  ['a header without a colon', `GET /wren HTTP/1.1\r\n${hosted}nothing of the sort\r\n\r\n`],
  ['a header without a name', `GET /wren HTTP/1.1\r\n${hosted}: x\r\n\r\n`],
  ['a space before the first header', `GET /wren HTTP/1.1\r\n ${hosted}\r\n`],
  ['a target with a space', `GET /wren /home HTTP/1.1\r\n${hosted}\r\n`],
  ['a target with a NUL', `GET /wren\0 HTTP/1.1\r\n${hosted}\r\n`],
  [
    'an expectation nobody meets',
    `GET /wren HTTP/1.1\r\n${hosted}expect: a-miracle\r\nconnection: close\r\n\r\n`,
  ],
];

export const framingGroup: Attack = async (trial) => {
  await ordinary(trial);
  let refused = 0;
  await trial.unchanged('ambiguous requests', async () => {
    for (const [as, request] of [...ambiguous(), ...hosts, ...noHttp]) {
      // Shorter than an idle connection is kept, and long enough for a machine that has much to do.
      const { answers, ended } = await trial.raw(as, [request], { patience: 30_000 });
      trial.must(answers.length <= 1, `${as}: ${answers.length} answers to one request`);
      trial.must(ended !== 'patience', `${as}: the connection stays open`);
      trial.must(ended !== 'reset', `${as}: the connection is torn off instead of closed`);
      for (const { status } of answers)
        if (status === 400 || status === 413 || status === 417 || status === 505) refused++;
        else trial.problem(`${as}: ${status} instead of 400, 413, 417 or 505`);
    }
  });
  return arrived(
    refused,
    35,
    'were refused by a server that took the same over the same wire when it was plain',
  );
};

/** The same bytes without ambiguity are taken: two on one connection, each answered, and a row for one of them. */
async function ordinary(trial: Trial): Promise<void> {
  const count = async (): Promise<number> => (await trial.place.rows.all('select id from report')).length;
  const before = await count();
  const both = `GET /wren HTTP/1.1\r\n${hosted}\r\n${report('plain', '10.200.0.2').replace('sec-fetch', 'connection: close\r\nsec-fetch')}`;
  const { answers } = await trial.raw('two plain requests', [both]);
  trial.must(
    answers.map(({ status }) => status).join() === '200,303',
    `two plain requests: ${answers.length}`,
  );
  trial.must((await count()) === before + 1, 'a plain report was not kept');
}

/** 20 kB of headers, 200 headers, 100 cookies. */
export const headersGroup: Attack = async (trial, { nora, letters }) => {
  const stranger = trial.place.stranger();
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-header-${at}`, 'x'.repeat(10)]));
  const cookies = (count: number, length: number) =>
    Array.from({ length: count }, (_, at) => `c${at}=${'x'.repeat(length)}`).join('; ');
  const session = [...nora.cookies].map((pair) => pair.join('=')).join('; ');
  let taken = 0;
  for (const path of ['/wren', '/home', letters.everyone.path]) {
    for (const headers of [
      many(200),
      { cookie: `${cookies(100, 50)}; ${session}` },
      { cookie: [session, cookies(50, 50), cookies(50, 50)] },
      { 'user-agent': 'M'.repeat(10_000) },
      { accept: 'text/html,'.repeat(500), 'accept-language': 'en,'.repeat(500) },
      { 'accept-encoding': 'gzip;q=1.0,'.repeat(300) },
    ]) {
      const answer = await trial.attack(nora, { path, headers });
      if (answer.status === 200) taken++;
      else trial.problem(`${path} with ${Object.keys(headers).length} headers: ${answer.status}`);
    }
    for (const headers of [{ x: 'x'.repeat(20_000) }, many(2000), { cookie: cookies(100, 500) }])
      await trial.refused(stranger, { path, headers }, [431], `${path} with too many headers`);
  }
  const page = pageOf(
    await trial.attack(nora, { path: '/home/you', headers: { 'user-agent': '<b>\u00e9{{x}}' } }),
  );
  trial.must(!page.includes('<b>'), 'the name of a browser is HTML');
  const answer = await trial.attack(stranger, { path: '/wren', headers: { 'accept-encoding': 'gzip, br' } });
  trial.must(
    headerOf(answer, 'content-encoding') !== undefined,
    'nothing was compressed for who asked for it',
  );
  return arrived(taken, 18, 'were answered by the page that was asked for');
};
