import { type Answer, headerOf } from '#test/answers.ts';
import { type Asked, bytesOf, methodOf, type Visitor } from './request.ts';

/** A request and what came of it; or bytes that were no request, and what came back. */
export type Exchange =
  | { visitor: Visitor; asked: Asked; answer: Answer | undefined }
  | { as: string; ended: string; answers: Answer[] };

/** Who asked for what, and what came, on one line: enough to send it again. */
export function exchangeInWords(exchange: Exchange): string {
  if ('as' in exchange) {
    const { as, ended, answers } = exchange;
    const came = answers.map((answer) => answerInWords(answer)).join(', then ');
    return `${as} → ${came || 'nothing'}, ${ended}`;
  }
  const { visitor, asked, answer } = exchange;
  const came = answer ? answerInWords(answer) : 'nothing';
  return `${visitor.name}: ${nameOf(asked)}${bodyInWords(visitor, asked)} → ${came}`;
}

/** A request by its method and address. */
export function nameOf(asked: Asked): string {
  return `${methodOf(asked)} ${shortened(asked.path, 80)}`;
}

function bodyInWords(visitor: Visitor, asked: Asked): string {
  const bytes = bytesOf(visitor, asked);
  const body = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
  if (body.length === 0) return '';
  return ` with ${body.length} bytes, ${JSON.stringify(shortened(body.subarray(0, 200).toString('latin1'), 120))}`;
}

/** Its status, where it leads, and its first sentence. */
function answerInWords(answer: Answer): string {
  const location = headerOf(answer, 'location');
  const page = answer.body.subarray(0, 100_000).toString('utf8');
  const said =
    /class="wrong"[^>]*>([^<]+)/.exec(page) ?? /<h1[^>]*>([^<]+)/.exec(page) ?? /^([^<{][^\n]*)/.exec(page);
  const words = said?.[1] === undefined ? '' : ` “${shortened(said[1].trim(), 80)}”`;
  const half = answer.isWhole ? '' : ', cut off';
  return `${answer.status}${location === undefined ? words : ` to ${shortened(location, 80)}`}${half}`;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
