import { type Answer, answersIn, headerOf, headersOf } from '#test/answers.ts';
import { changesBetween } from './changes.ts';
import { type Exchange, exchangeInWords, nameOf } from './exchange.ts';
import type { Span } from './heartbeat.ts';
import { faultsIn } from './judge.ts';
import type { Place } from './place.ts';
import { rested } from './rest.ts';
import { type Asked, bytesOf, methodOf, saidIn, type Visitor } from './request.ts';
import { type Heard, sendRaw } from '#test/wire.ts';

type RawManner = NonNullable<Parameters<typeof sendRaw>[2]> & {
  methods?: readonly string[];
  slowly?: boolean;
};

/** Something that took its time; more than `most` milliseconds is too long. */
export type Took = { as: string; ms: number; most: number };

/** One group of hostile inputs at work: sends them, judges every answer, and notes what is wrong. */
export class Trial {
  readonly place: Place;
  readonly problems: string[] = [];
  /** How many hostile inputs were sent. */
  inputs = 0;
  /** When each input went on, to ask whether somebody else had to wait then. */
  readonly spans: Span[] = [];
  /** What took its time, and how long it may take: a busy machine is not judged by it. */
  readonly times: Took[] = [];
  #latest: Exchange | undefined;

  constructor(place: Place) {
    this.place = place;
  }

  /** Notes what is wrong: what was expected and what came instead, and after which request. */
  problem(says: string): void {
    if (this.problems.length < 20)
      this.problems.push(this.#latest ? `${says} [${exchangeInWords(this.#latest)}]` : says);
  }

  /** Notes a problem unless it is so. */
  must(isSo: boolean, says: string): void {
    if (!isSo) this.problem(says);
  }

  /** Notes a problem unless it was answered by one of these. */
  came(answer: Pick<Answer, 'status'>, statuses: readonly number[], as: string): boolean {
    const isSo = statuses.includes(answer.status);
    this.must(isSo, `${as}: ${answer.status} instead of ${statuses.join(' or ')}`);
    return isSo;
  }

  /** Notes what took so many milliseconds, and how many it may take. */
  took(as: string, ms: number, most: number): void {
    this.times.push({ as, ms, most });
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
    this.came(answer, statuses, as);
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
    // A busy machine is waited for: whether anybody else had to wait is asked elsewhere.
    const { bytes } = await sendRaw(this.place.port, [bytesOf(visitor, asked)], { patience: 60_000 });
    const [answer] = answersIn(bytes, [method]);
    this.#latest = { visitor, asked, answer };
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
      this.#latest = { as, ended: heard.ended, answers };
      for (const answer of answers) {
        // Who reads too late gets what was on the wire when the site let go.
        const isWhole = answer.isWhole || manner.stopsFor !== undefined;
        for (const fault of faultsIn({ ...answer, isWhole }, { method: 'GET', path: '/' }))
          this.problem(`${as} ${fault}`);
        this.#leaks(answer.text, as);
      }
      return { ...heard, answers };
    });
  }

  /** Nothing that is kept may be another afterwards. What the site has still to do by itself is waited for. */
  async unchanged(what: string, act: () => Promise<void>): Promise<void> {
    await rested(this.place);
    const before = await this.place.rows.kept();
    await act();
    for (const change of changesBetween(before, await this.place.rows.kept()))
      this.problem(`${what}: nothing was to change, and ${change}`);
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
