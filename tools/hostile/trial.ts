import { type Answer, answersIn, headerOf, headersOf } from '#test/answers.ts';
import type { Span } from './heartbeat.ts';
import { faultsIn } from './judge.ts';
import type { Place } from './place.ts';
import { type Asked, bytesOf, methodOf, saidIn, type Visitor } from './request.ts';
import { type Heard, sendRaw } from '#test/wire.ts';

type RawManner = NonNullable<Parameters<typeof sendRaw>[2]> & {
  methods?: readonly string[];
  slowly?: boolean;
};

/** One group of hostile inputs at work: sends them, judges every answer, and notes what is wrong. */
export class Trial {
  readonly place: Place;
  readonly problems: string[] = [];
  /** How many hostile inputs were sent. */
  inputs = 0;
  /** When each input went on, to ask whether somebody else had to wait then. */
  readonly spans: Span[] = [];

  constructor(place: Place) {
    this.place = place;
  }

  problem(says: string): void {
    if (this.problems.length < 20) this.problems.push(says);
  }

  /** Notes a problem unless it is so. */
  must(isSo: boolean, says: string): void {
    if (!isSo) this.problem(says);
  }

  /** An ordinary request, as of a browser. Its answer is judged like any other. */
  async ask(visitor: Visitor, asked: Asked): Promise<Answer> {
    const answer = await this.tryToAsk(visitor, asked);
    if (!answer) throw new Error(`Nobody answered ${nameOf(asked)}`);
    return answer;
  }

  /** A hostile one. Somebody must answer it. */
  async attack(visitor: Visitor, asked: Asked, as = nameOf(asked)): Promise<Answer> {
    this.inputs++;
    return this.#watched(as, () => this.ask(visitor, asked));
  }

  /** A hostile one that must be refused, in a sentence; what else it must be answered with is the caller's. */
  async refused(
    visitor: Visitor,
    asked: Asked,
    statuses: readonly number[],
    as = nameOf(asked),
  ): Promise<Answer> {
    const answer = await this.attack(visitor, asked, as);
    this.must(
      statuses.includes(answer.status),
      `${as}: ${answer.status} instead of ${statuses.join(' or ')}`,
    );
    return answer;
  }

  /** How a page is answered when it is asked for plainly; asked once in a run. */
  async plain(visitor: Visitor, path: string): Promise<{ status: number; type: string | undefined }> {
    const key = `${visitor.cookies.size > 0 ? visitor.name : 'nobody'} ${path}`;
    const known = this.place.plain.get(key);
    if (known) return known;
    const answer = await this.ask(visitor, { path });
    const plain = { status: answer.status, type: headerOf(answer, 'content-type') };
    this.place.plain.set(key, plain);
    return plain;
  }

  async tryToAsk(visitor: Visitor, asked: Asked): Promise<Answer | undefined> {
    const method = methodOf(asked);
    const { bytes } = await sendRaw(this.place.port, [bytesOf(visitor, asked)]);
    const [answer] = answersIn(bytes, [method]);
    if (!answer) return undefined;
    this.#judge(answer, { visitor, asked, method });
    for (const cookie of headersOf(answer, 'set-cookie')) this.#keep(visitor, cookie);
    for (const [, key = ''] of answer.text.matchAll(/name="form" value="([0-9a-f-]{36})"/g))
      this.place.canaries.plant(key, 'the key of a form', [visitor.name]);
    return answer;
  }

  /** Bytes that are no request a client would send. Answers what came back, judged as far as it is an answer. */
  async raw(
    as: string,
    parts: Iterable<string | Uint8Array>,
    { methods = [], slowly = false, ...manner }: RawManner = {},
  ): Promise<Heard & { answers: Answer[] }> {
    this.inputs++;
    // Who is slow on purpose takes nobody's time.
    return this.#watched(slowly ? '' : as, async () => {
      const heard = await sendRaw(this.place.port, parts, manner);
      const answers = answersIn(heard.bytes, methods);
      for (const answer of answers) {
        // Who reads too late gets what was on the wire when the site let go.
        const isWhole = answer.isWhole || manner.readsAfter !== undefined;
        for (const fault of faultsIn({ ...answer, isWhole }, { method: 'GET', path: '/' }))
          this.problem(`${as} ${fault}`);
        this.#leaks(answer.text, as);
      }
      return { ...heard, answers };
    });
  }

  /** Nothing that is kept may be another afterwards. */
  async unchanged(what: string, act: () => Promise<void>): Promise<void> {
    const before = await this.place.rows.digests();
    await act();
    const after = await this.place.rows.digests();
    for (const [table, digest] of after)
      if (before.get(table) !== digest) this.problem(`${what}: the table ${table} has changed`);
  }

  #judge(answer: Answer, by: { visitor: Visitor; asked: Asked; method: string }): void {
    const { visitor, asked, method } = by;
    const as = `${visitor.name}: ${nameOf(asked)}`;
    for (const fault of faultsIn(answer, { method, path: asked.path })) this.problem(`${as} ${fault}`);
    for (const { what } of this.place.canaries.leaksIn(answer.text, as, visitor.name, saidIn(visitor, asked)))
      this.problem(`${as} shows ${what}`);
  }

  #leaks(text: string, where: string): void {
    for (const { what } of this.place.canaries.leaksIn(text, where)) this.problem(`${where} shows ${what}`);
  }

  #keep(visitor: Visitor, cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/max-age=0/i.test(cookie)) return void visitor.cookies.delete(name);
    visitor.cookies.set(name, value);
    this.place.canaries.plant(value, 'a cookie', [visitor.name]);
  }

  async #watched<T>(as: string, act: () => Promise<T>): Promise<T> {
    const { heart } = this.place;
    const from = heart.now();
    try {
      return await act();
    } finally {
      if (as !== '') this.spans.push({ as, from, to: heart.now() });
    }
  }
}

function nameOf(asked: Asked): string {
  const path = asked.path.length > 80 ? `${asked.path.slice(0, 80)}…` : asked.path;
  return `${methodOf(asked)} ${path}`;
}
