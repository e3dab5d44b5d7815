import { randomUUID } from 'node:crypto';

/** Somebody with a browser: the cookies it keeps, and the network it is in. */
export type Visitor = { name: string; address: string; cookies: Map<string, string> };

export type Asked = {
  path: string;
  method?: string;
  /** Header fields by name; a list stands in several lines, `undefined` leaves out what is sent otherwise. */
  headers?: Record<string, string | readonly string[] | undefined>;
  form?: Readonly<Record<string, string>>;
  /** Files make the form multipart. */
  files?: readonly { field: string; name: string; bytes: Uint8Array }[];
  body?: Uint8Array | string;
  type?: string;
};

export const host = 'snowdrop.example';
export const origin = `https://${host}`;

/** The bytes of a request as a browser of this visitor behind our one proxy sends it, on a connection for it alone. */
export function bytesOf(visitor: Visitor, asked: Asked): Buffer {
  const body = bodyOf(asked);
  const method = methodOf(asked);
  const isSafe = method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'TRACE';
  const cookies = [...visitor.cookies].map((pair) => pair.join('=')).join('; ');
  const headers: NonNullable<Asked['headers']> = {
    host,
    connection: 'close',
    'x-forwarded-for': visitor.address,
    cookie: cookies || undefined,
    'sec-fetch-site': isSafe ? undefined : 'same-origin',
    'content-type': body?.type,
    'content-length': body && String(body.bytes.byteLength),
    ...asked.headers,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  const head = `${method} ${asked.path} HTTP/1.1\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), ...(body ? [body.bytes] : [])]);
}

export function methodOf({ method, form, files, body }: Asked): string {
  return method ?? (form || files || body !== undefined ? 'POST' : 'GET');
}

/** What somebody said themselves: seeing it again tells them nothing. */
export function saidIn(visitor: Visitor, asked: Asked): string {
  const bytes = bytesOf({ ...visitor, cookies: new Map() }, asked);
  const text = bytes.subarray(0, 20_000).toString('utf8');
  return `${text}\n${decoded(text)}`;
}

function decoded(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}

function bodyOf({ form = {}, files, body, type, method }: Asked) {
  if (body !== undefined) return { bytes: Buffer.from(body), type };
  if (files) return multipart(form, files);
  if (Object.keys(form).length === 0 && methodOf({ path: '', form, ...(method && { method }) }) !== 'POST')
    return undefined;
  return {
    bytes: Buffer.from(new URLSearchParams(form).toString()),
    type: 'application/x-www-form-urlencoded',
  };
}

/** A form with files (RFC 7578). */
function multipart(form: NonNullable<Asked['form']>, files: NonNullable<Asked['files']>) {
  const boundary = `----hostile${randomUUID()}`;
  const parts = Object.entries(form).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  for (const { field, name, bytes } of files) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`;
    parts.push(Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n'));
  }
  const bytes = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return { bytes, type: `multipart/form-data; boundary=${boundary}` };
}
