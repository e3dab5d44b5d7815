import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { megabyte, type PictureFormat, pictureFormats, pictureSizes } from '#photographs/photograph.ts';
import type { Answer, Inspected, PictureRefusal, Rendered, Work } from '#photographs/prepared.ts';

/**
 * What one child may take: milliseconds of the processor, and of the clock once it is ready; bytes of resident
 * memory. The clock only ends what hangs: on a busy machine a child waits, and its photograph is not to blame.
 */
export type Limits = { processor: number; time: number; memory: number };
const ordinaryLimits: Limits = { processor: 20_000, time: 120_000, memory: 800 * megabyte };
// One of 200 megapixels that has to be turned is held whole.
const wholeLimits: Limits = { processor: 60_000, time: 240_000, memory: 1000 * megabyte };

/** A file that was to be rendered and cannot be: its original is damaged, or was never inspected. */
export class UnreadablePicture extends Error {
  readonly reason: PictureRefusal;
  constructor(reason: PictureRefusal) {
    super(`The picture cannot be rendered: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Decodes the whole photograph at `path` once and says what it is, or why it is not taken. Never
 * throws because of the file's content; throws when the disk or the system fails.
 */
export async function inspectPhotograph(
  path: string,
  limits: Partial<Limits> = {},
): Promise<Inspected | { ok: false; reason: PictureRefusal }> {
  const { time, ...most } = { ...ordinaryLimits, ...limits };
  const answer = await inTurn('inspect', () => runChild({ inspect: path, ...most }, time));
  if ('inspected' in answer) return answer.inspected;
  if ('refused' in answer) return { ok: false, reason: answer.refused };
  throw unexpected(answer);
}

/**
 * Makes a picture of each width (in pixels, after turning; never enlarged, so equal ones are made
 * once) in each format, as `<width>.<format>` in the folder `into`, smallest first. They are not
 * fsynced: they can always be made again. Throws `UnreadablePicture` for what inspection refuses.
 */
export async function renderPicture(
  path: string,
  options: { widths?: readonly number[]; formats?: readonly PictureFormat[]; into: string },
  limits: Partial<Limits> = {},
): Promise<Rendered[]> {
  const { widths = pictureSizes, formats = pictureFormats, into } = options;
  const { time, ...most } = { ...ordinaryLimits, ...limits };
  const lane = formats.includes('avif') ? 'slow render' : 'render';
  const answer = await inTurn(lane, () => runChild({ render: path, widths, formats, into, ...most }, time));
  if ('rendered' in answer) return answer.rendered;
  if ('refused' in answer) throw new UnreadablePicture(answer.refused);
  throw unexpected(answer);
}

/**
 * Makes one JPEG of a photograph in its own size, upright and without metadata, at the path `to`. Not
 * fsynced. Throws `UnreadablePicture` for what inspection refuses.
 */
export async function renderWhole(path: string, to: string, limits: Partial<Limits> = {}): Promise<Rendered> {
  const { time, ...most } = { ...wholeLimits, ...limits };
  const answer = await inTurn('render', () => runChild({ whole: path, to, ...most }, time));
  if ('rendered' in answer && answer.rendered[0]) return answer.rendered[0];
  if ('refused' in answer) throw new UnreadablePicture(answer.refused);
  throw unexpected(answer);
}

function unexpected(answer: Answer): Error {
  const { failed, code } =
    'failed' in answer ? answer : { failed: 'A picture process answered out of turn', code: 'unknown' };
  return Object.assign(new Error(failed), { code });
}

// Compiled, the child is JavaScript and `#…` means build/; from source, Node strips the types itself.
const fromSource = import.meta.url.endsWith('.ts');
const program = fileURLToPath(new URL(`./prepare-child.${fromSource ? 'ts' : 'js'}`, import.meta.url));
const execArgv = ['--max-old-space-size=64', ...(fromSource ? ['--conditions=source'] : [])];
// Nothing of our own environment: no secret stands in a process that decodes strangers' files. With
// these two glibc gives large buffers back at once: an AVIF of 1920 pixels peaks at 190 MB, not 330.
const env = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '262144' };
const startingTime = 20_000;

/** Runs one child to its end. One that hangs or crashes over a file makes that file unreadable. */
function runChild(work: Work, time: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const child = fork(program, { execArgv, env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  let working = false;
  let answer: Answer | undefined;
  const end = (value?: Answer) => {
    answer ??= value;
    child.kill('SIGKILL');
  };
  let clock = setTimeout(end, startingTime);
  child.on('message', (message: Answer) => {
    if (!('ready' in message)) return end(message);
    working = true;
    clearTimeout(clock);
    clock = setTimeout(end, time, { refused: 'unreadable' });
    child.send(work, () => {});
  });
  child.on('error', reject);
  child.on('exit', (code, signal) => {
    clearTimeout(clock);
    if (!answer && working && signal && crashes.includes(signal)) answer = { refused: 'unreadable' };
    if (answer) resolve(answer);
    else reject(new Error(`The picture process ended by itself (${signal ?? code})`));
  });
  return promise;
}

// SIGKILL is not among them: that is the system out of memory, and the photograph may be fine.
const crashes: readonly NodeJS.Signals[] = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGFPE', 'SIGTRAP'];

// Two children at once, so that twenty uploads stay within 300 MB. Somebody waits for an inspection
// and for the JPEGs, nobody for AVIF: that comes last, and never takes both places.
const places = 2;
const lanes = ['inspect', 'render', 'slow render'] as const;
type Lane = (typeof lanes)[number];
const waiting: Record<Lane, (() => void)[]> = { inspect: [], render: [], 'slow render': [] };
const running: Lane[] = [];

async function inTurn<Result>(lane: Lane, run: () => Promise<Result>): Promise<Result> {
  await new Promise<void>((resolve) => {
    waiting[lane].push(resolve);
    admit();
  });
  try {
    return await run();
  } finally {
    running.splice(running.indexOf(lane), 1);
    admit();
  }
}

function admit(): void {
  while (running.length < places) {
    const lane = lanes.find(
      (each) => waiting[each].length > 0 && !(each === 'slow render' && running.includes(each)),
    );
    if (!lane) return;
    running.push(lane);
    waiting[lane].shift()?.();
  }
}
