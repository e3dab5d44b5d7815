import { sayIn } from '#i18n/messages.ts';

/** What is answered where no route can be asked: it was no HTTP, or too much of it, or it came too slowly. */
export type BareStatus = 400 | 408 | 413 | 417 | 431 | 500;

const reasons = {
  400: ['Bad Request', 'unreadable'],
  408: ['Request Timeout', 'too-slow'],
  413: ['Content Too Large', 'too-large'],
  417: ['Expectation Failed', 'unreadable'],
  431: ['Request Header Fields Too Large', 'too-large'],
  500: ['Internal Server Error', 'unexpected'],
} as const satisfies Record<BareStatus, readonly [string, string]>;

const headers = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/** The sentences of such an answer: there is no page, and no telling in which language. */
function sentencesOf(status: BareStatus): string {
  const say = sayIn('en');
  const kind = reasons[status][1];
  return `${say(`problem.${kind}.title`)}. ${say(`problem.${kind}.says`)}\n`;
}

export function bareResponse(status: BareStatus): Response {
  return new Response(sentencesOf(status), { status, headers });
}

/** The same for a connection on which no answer has begun, byte for byte (RFC 9112). */
export function bareBytes(status: BareStatus): Buffer {
  const body = Buffer.from(sentencesOf(status));
  const lines = Object.entries({ ...headers, 'content-length': body.byteLength }).map((pair) =>
    pair.join(': '),
  );
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} ${reasons[status][0]}\r\n${lines.join('\r\n')}\r\n\r\n`),
    body,
  ]);
}
