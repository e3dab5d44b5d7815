import { request as ask } from 'node:http';

export type Asked = {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
};
/** An answer. One that is `cut` told its status before the connection ended. */
export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  cut: boolean;
};

/** Where a request is: half of its body has left, all of it has, the first of the answer is here. */
export const moments = ['half', 'sent', 'answered'] as const;
export type Moment = (typeof moments)[number];

/** Nobody answered: what was asked for may have happened or not. */
export class NoAnswer extends Error {}

/** Hears how far a request is; the second half of its body waits for the answer to “half”. */
type Hear = (moment: Moment) => void | Promise<void>;

/**
 * One request of a browser, on a connection of its own; `at` hears how far it is. Not fetch, which does
 * not tell when a body has left. Throws `NoAnswer`.
 */
export function send(site: string, asked: Asked, at: Hear = () => {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { method = 'GET', path, headers = {}, body } = asked;
  const { host, port } = new URL(site);
  const length = body && { 'content-length': String(body.byteLength) };
  const request = ask({
    host: '127.0.0.1',
    port,
    path,
    method,
    agent: false,
    headers: { host, 'sec-fetch-site': 'same-origin', ...length, ...headers },
  });
  request.on('error', (error) => reject(new NoAnswer(error.message)));
  request.on('response', (response) => {
    const chunks: Buffer[] = [];
    const end = (): void =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        bytes: Buffer.concat(chunks),
        cut: !response.complete,
      });
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', end);
    response.on('close', end);
    void at('answered');
  });
  if (!body) request.end();
  else {
    const half = Math.floor(body.byteLength / 2);
    const sendRest = async (): Promise<void> => {
      await at('half');
      request.end(body.subarray(half), () => void at('sent'));
    };
    request.write(body.subarray(0, half), () => void sendRest());
  }
  return promise;
}

type SignedIn = { site: string; cookie: string };

/** The same as somebody of the family. */
export function sendAs(family: SignedIn, asked: Asked, at?: Hear): Promise<Answer> {
  return send(family.site, { ...asked, headers: { cookie: family.cookie, ...asked.headers } }, at);
}

/** A request that has sent half of what it has to say, and says the rest when it is told to. */
export function sendSlowly(family: SignedIn, asked: Asked) {
  const half = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const answer = sendAs(family, asked, (moment) => {
    if (moment !== 'half') return undefined;
    half.resolve();
    return goOn.promise;
  });
  answer.catch(() => {});
  return { begun: half.promise, finish: goOn.resolve, answer };
}

/** A form without files (application/x-www-form-urlencoded), line breaks as a browser sends them. */
export function urlencoded(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Asked {
  const typed = Object.entries(fields).map(([name, value]): [string, string] => [
    name,
    value.replaceAll('\n', '\r\n'),
  ]);
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: Buffer.from(new URLSearchParams(typed).toString()),
  };
}

/** A form with one file (RFC 7578). */
export function multipart(
  path: string,
  fields: Record<string, string>,
  file: { field: string; name: string; bytes: Uint8Array },
  headers: Record<string, string> = {},
): Asked {
  const boundary = `----crash${Math.random().toString(36).slice(2)}`;
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value.replaceAll('\n', '\r\n')}\r\n`,
  );
  const before = `--${boundary}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: image/jpeg\r\n\r\n`;
  return {
    method: 'POST',
    path,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    body: Buffer.concat([
      Buffer.from(parts.join('') + before),
      file.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}
