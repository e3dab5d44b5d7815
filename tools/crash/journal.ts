import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

/** What was asked of a site, so that it can be judged later what must be there. Words and photographs by their SHA-256. */
export type Request =
  | { kind: 'begin'; key: string }
  | {
      kind: 'keep';
      letter: string;
      key: string;
      /** The open page it came from, and the count that it began from. */
      editor: string;
      from: number;
      text: string;
      photograph?: string;
      /** Sent from a page that somebody else's save has overtaken. */
      stale?: true;
    }
  | { kind: 'photograph'; letter: string; key: string; photograph: string }
  | { kind: 'publish'; letter: string; key: string; text: string }
  | { kind: 'withdraw'; letter: string };

/** An answer: the status, and as much of what it means as has arrived. */
export type Got = { status: number; location?: string; kept?: 'draft' | 'beside'; revision?: number };

type Line =
  | { n: number; sent: Request }
  | { n: number; got: Got }
  /** Nobody answered. */
  | { n: number; unanswered: string }
  /** What the checker found of unanswered requests after a recovery: it holds from then on. */
  | { happened: number[]; didNot: number[] }
  | { point: number; aim: string };

/** A request with what is known of it: done (acknowledged, or seen afterwards), not done, or nobody knows. */
export type Told = { n: number; request: Request; outcome: 'done' | 'not-done' | 'unknown'; got?: Got };

/** The checker's own file: every request before it is sent, every acknowledgement when it is there. */
export class Journal {
  readonly path: string;
  #count = 0;

  constructor(path: string) {
    this.path = path;
    writeFileSync(path, '');
  }
  sent(request: Request): number {
    const n = ++this.#count;
    this.#write({ n, sent: request });
    return n;
  }
  got(n: number, got: Got): void {
    this.#write({ n, got });
  }
  unanswered(n: number, why: string): void {
    this.#write({ n, unanswered: why });
  }
  found(happened: number[], didNot: number[]): void {
    if (happened.length + didNot.length > 0) this.#write({ happened, didNot });
  }
  point(point: number, aim: string): void {
    this.#write({ point, aim });
  }
  #write(line: Line): void {
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
  }
}

/** Everything that was asked, in order, with its outcome as far as it is known. */
export function readJournal(path: string): Told[] {
  const told = new Map<number, Told>();
  for (const text of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const line = JSON.parse(text) as Line;
    if ('sent' in line) told.set(line.n, { n: line.n, request: line.sent, outcome: 'unknown' });
    else if ('got' in line) {
      const one = told.get(line.n)!;
      one.got = line.got;
      one.outcome = isDone(line.got) ? 'done' : 'not-done';
    } else if ('happened' in line) {
      for (const n of line.happened) told.get(n)!.outcome = 'done';
      for (const n of line.didNot) told.get(n)!.outcome = 'not-done';
    }
  }
  return [...told.values()];
}

export function isDone({ status }: Pick<Got, 'status'>): boolean {
  return status === 200 || status === 303;
}
