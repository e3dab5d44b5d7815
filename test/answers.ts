/** One answer as it stood on the wire (RFC 9112). Names of headers are in lower case. */
export type Answer = {
  status: number;
  headers: readonly (readonly [name: string, value: string])[];
  /** The body, without the framing of chunks. */
  body: Buffer;
  /** Everything of it, head and body, to be searched. */
  text: string;
  /** Whether its body came to its end. */
  isWhole: boolean;
};

const headEnd = Buffer.from('\r\n\r\n');

/** The answers that a connection brought, in order; `methods` are those that were asked with (HEAD has no body). */
export function answersIn(bytes: Buffer, methods: readonly string[] = []): Answer[] {
  const answers: Answer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf(headEnd);
    if (end === -1) break;
    const [first = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? Number.NaN);
    if (Number.isNaN(status)) throw new Error(`No answer begins like this: ${first.slice(0, 100)}`);
    const headers = lines.map((line) => nameAndValue(line));
    const behind = rest.subarray(end + headEnd.length);
    // 100 Continue is no answer yet.
    if (status < 200) {
      rest = behind;
      continue;
    }
    const hasNone = methods[answers.length] === 'HEAD' || status === 204 || status === 304;
    const { body, length, isWhole } = hasNone ? nothing : bodyIn(behind, headers);
    const text = `${rest.subarray(0, end).toString('latin1')}\n\n${body.toString('utf8')}`;
    answers.push({ status, headers, body, text, isWhole });
    rest = behind.subarray(length);
  }
  return answers;
}

/** A header's value; of several the first. */
export function headerOf({ headers }: Pick<Answer, 'headers'>, name: string): string | undefined {
  return headers.find(([known]) => known === name)?.[1];
}

export function headersOf({ headers }: Pick<Answer, 'headers'>, name: string): string[] {
  return headers.filter(([known]) => known === name).map(([, value]) => value);
}

/** What a person reads of the body, as text. */
export function pageOf({ body }: Pick<Answer, 'body'>): string {
  return body.toString('utf8');
}

type Body = { body: Buffer; length: number; isWhole: boolean };
const nothing: Body = { body: Buffer.alloc(0), length: 0, isWhole: true };

function bodyIn(bytes: Buffer, headers: Answer['headers']): Body {
  if (headerOf({ headers }, 'transfer-encoding') === 'chunked') return chunksIn(bytes);
  const length = Number(headerOf({ headers }, 'content-length') ?? Number.POSITIVE_INFINITY);
  if (length === Number.POSITIVE_INFINITY) return { body: bytes, length: bytes.length, isWhole: true };
  return { body: bytes.subarray(0, length), length, isWhole: bytes.length >= length };
}

function chunksIn(bytes: Buffer): Body {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const line = bytes.indexOf('\r\n', at);
    const size = line === -1 ? Number.NaN : Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (Number.isNaN(size) || line + 2 + size > bytes.length)
      return { body: Buffer.concat(chunks), length: bytes.length, isWhole: false };
    chunks.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
    if (size === 0) return { body: Buffer.concat(chunks), length: at, isWhole: true };
  }
}

function nameAndValue(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
