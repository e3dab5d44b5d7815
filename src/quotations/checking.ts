import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Checked } from '#quotations/check-quotation.ts';
import type { Quotable } from '#quotations/searched.ts';

/** The words of one memorial as they are searched. `mark` is another whenever they are. */
export type SearchedWords = {
  memorialId: string;
  mark: string;
  texts: Quotable[];
};
/** What the process that checks is asked, and what it says. */
export type Asked = { check: string; memorialId: string; mark: string } | { keep: SearchedWords };
export type Told =
  | { ready: true }
  | { kept: true }
  | { checked: Checked; language: string | undefined }
  | { missing: true }
  | { tooMuch: true }
  | { failed: string };
/** A quotation as it was checked, and in which language it is, where that can be told. */
export type Checking = { checked: Checked; language: string | undefined; mark: string };
/** Too many are waiting; or this one takes longer than anybody waits. */
export type CheckRefusal = 'busy' | 'too-much';

/** Milliseconds, and how many wait at once. */
const limits = {
  starting: 20_000,
  keeping: 30_000,
  checking: 10_000,
  waiting: 20_000,
  most: 20,
  idle: 600_000,
};
/** Megabytes of words and what is known of them; numbers stand outside of it, linear in the words. */
const memory = 400;

// Compiled, the child is JavaScript and `#…` means build/; from source, Node strips the types itself.
const fromSource = import.meta.url.endsWith('.ts');
const program = fileURLToPath(new URL(`./check-child.${fromSource ? 'ts' : 'js'}`, import.meta.url));
const execArgv = [`--max-old-space-size=${memory}`, ...(fromSource ? ['--conditions=source'] : [])];

let child: ChildProcess | undefined;
let resting: NodeJS.Timeout | undefined;
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Checks a quotation in a process of its own, one after the other, so that no page waits for it. `load` is
 * asked for the words where that process has not got them under this mark. Nothing pasted is kept.
 */
export async function checkInTurn(
  pasted: string,
  words: Pick<SearchedWords, 'memorialId' | 'mark'>,
  load: () => Promise<SearchedWords>,
): Promise<Checking | { refused: CheckRefusal }> {
  if (waiting >= limits.most) return { refused: 'busy' };
  const until = performance.now() + limits.waiting;
  waiting++;
  const mine = turn.then(() =>
    performance.now() > until ? ({ refused: 'busy' } as const) : check(pasted, words, load),
  );
  turn = mine.catch(() => {});
  try {
    return await mine;
  } finally {
    waiting--;
  }
}

async function check(
  pasted: string,
  { memorialId, mark }: Pick<SearchedWords, 'memorialId' | 'mark'>,
  load: () => Promise<SearchedWords>,
): Promise<Checking | { refused: CheckRefusal }> {
  clearTimeout(resting);
  child ??= await started();
  const asked = { check: pasted, memorialId, mark };
  try {
    let told = await ask(asked, limits.checking);
    if ('missing' in told) {
      const words = await load();
      await ask({ keep: words }, limits.keeping);
      asked.mark = words.mark;
      told = await ask(asked, limits.checking);
    }
    if ('tooMuch' in told) return { refused: 'too-much' };
    if (!('checked' in told))
      throw new Error(
        `A quotation was not checked: ${'failed' in told ? told.failed : 'answered out of turn'}`,
      );
    return { ...told, mark: asked.mark };
  } catch (error) {
    end();
    if (error instanceof Stopped) return { refused: 'too-much' };
    throw error;
  } finally {
    // The family's words do not stay in a process that nobody asks.
    resting = setTimeout(end, limits.idle).unref();
  }
}

/** It took too long, or more memory than it has. */
class Stopped extends Error {}

function ask(asked: Asked, time: number): Promise<Told> {
  const { promise, resolve, reject } = Promise.withResolvers<Told>();
  const asking = child;
  if (!asking) throw new Stopped();
  const stop = (): void => reject(new Stopped());
  const clock = setTimeout(stop, time);
  asking.once('message', resolve).once('exit', stop);
  asking.send(asked, (error) => error && stop());
  return promise.finally(() => {
    clearTimeout(clock);
    asking.off('message', resolve).off('exit', stop);
  });
}

function end(): void {
  child?.kill('SIGKILL');
  child = undefined;
}

function started(): Promise<ChildProcess> {
  const { promise, resolve, reject } = Promise.withResolvers<ChildProcess>();
  // Nothing of our own environment: no secret stands in a process that reads what strangers paste.
  const starting = fork(program, {
    execArgv,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const clock = setTimeout(() => starting.kill('SIGKILL'), limits.starting);
  starting.once('message', () => resolve(starting));
  starting.once('error', reject);
  starting.once('exit', (code, signal) => {
    if (child === starting) child = undefined;
    reject(new Error(`The process that checks quotations ended by itself (${signal ?? code})`));
  });
  // It must not keep the server alive: it ends when the line to it does.
  starting.unref();
  starting.channel?.unref();
  return promise.finally(() => clearTimeout(clock));
}
