import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Checker } from './checker.ts';
import { readJournal } from './journal.ts';
import { type Lane, startLane } from './lane.ts';
import { sha256, textMarked } from './letter-text.ts';
import { canMount, type Room, smallDisk, smallShared } from './mounts.ts';
import { readSheet } from './pages.ts';
import { type Answer, type Asked, multipart, send, sendAs, urlencoded } from './send.ts';
import { smallPhotographs } from './small-photographs.ts';

const room: Room | undefined = canMount() ? smallDisk(24) : smallShared();
const json = { accept: 'application/json' };

test.skipIf(room)(
  'A full disk: NOT TRIED, only root on Linux can mount a small one and no small one is here',
  () => {},
);

describe.runIf(room)('the disk is full', { timeout: 120_000 }, () => {
  let lane: Lane;
  let checker: Checker;
  let letter: string;
  let drawn: (mark: string) => Buffer;
  const filler = (): string => join(room!.path, 'something else');

  beforeAll(async () => {
    lane = await startLane(507, { data: room!.path });
    const { journal, writers, site } = lane;
    await writers[0]!.work(
      () => readJournal(journal.path).filter(({ got }) => got).length > 15,
      () => {},
      'photograph',
    );
    checker = new Checker(site, journal);
    drawn = await smallPhotographs();
    letter = await beginLetter();
    await save(2000);
  }, 120_000);
  afterAll(async () => {
    await lane.end();
    room!.remove();
  });

  test('photographs are refused with a sentence, and nothing of them stays', async () => {
    const answers: Answer[] = [];
    for (let tries = 0; tries < 30 && answers.at(-1)?.status !== 507; tries++) answers.push(await upload());
    expect(answers.slice(0, -1).map(({ status }) => status)).not.toContain(500);
    expectFull(answers.at(-1)!);
    await everythingIsThere();
  });

  test('words are refused with a sentence, and what was there stays', async () => {
    fill();
    let last: Answer | undefined;
    for (let bytes = 50_000; bytes < 1_900_000 && last?.status !== 507; bytes *= 1.5)
      last = await save(bytes);
    expectFull(last!);
    expectFull(await save(1_900_000, {}));
    await everythingIsThere();
  });

  test('the process still serves', async () => {
    const { family } = lane.site;
    for (const path of ['/', `/${family.address}`])
      expect((await send(family.site, { path })).status).toBe(200);
    expect((await sendAs(family, { path: `/home/tributes/${letter}` })).status).toBe(200);
    expect(lane.process.output.join('\n')).not.toMatch('The disk refused');
  });

  test('with room again it works again, without a restart', async () => {
    empty();
    expect((await save(40_000)).status).toBe(200);
    const photograph = drawn('after');
    expect((await upload(photograph)).status).toBe(200);
    await everythingIsThere();
  });

  test('killed while it is full, it starts again and has everything', async () => {
    fill();
    await save(1_900_000);
    await lane.process.kill('SIGKILL');
    await lane.process.restart();
    await everythingIsThere();
    empty();
    expect((await save(40_000)).status).toBe(200);
    await everythingIsThere();
  });

  async function everythingIsThere(): Promise<void> {
    await checker.look('on the full disk', true);
    expect(checker.problems.filter(({ says }) => !says.endsWith('answered by 507'))).toEqual([]);
  }

  async function beginLetter(): Promise<string> {
    const { family } = lane.site;
    const key = randomUUID();
    const asked = urlencoded(`/home/memorials/${family.memorial}/tributes`, { form: key });
    const { headers } = await asking({ kind: 'begin', key }, asked);
    return String(headers['location']).split('/').at(-1)!;
  }

  async function sheet() {
    return readSheet((await sendAs(lane.site.family, { path: `/home/tributes/${letter}` })).bytes.toString());
  }

  async function save(bytes: number, headers: Record<string, string> = json): Promise<Answer> {
    const { editor, revision, signs } = await sheet();
    const key = randomUUID();
    const text = textMarked(key, bytes, lane.dice).slice(0, 1_900_000);
    const fields = {
      form: key,
      revision: String(revision),
      editor,
      title: 'A year of you',
      text,
      language: 'en',
      [signs[0] ?? 'none']: 'yes',
    };
    const asked = urlencoded(`/home/tributes/${letter}/draft`, fields, headers);
    return asking({ kind: 'keep', letter, key, editor, from: revision, text: sha256(text) }, asked);
  }

  async function upload(bytes?: Buffer): Promise<Answer> {
    const { editor, revision } = await sheet();
    const key = randomUUID();
    const file = { field: 'photographs', name: 'large.jpg', bytes: bytes ?? large(drawn(key)) };
    const asked = multipart(
      `/home/tributes/${letter}/photographs`,
      { form: key, editor, revision: String(revision), 'place-new': '0' },
      file,
      json,
    );
    return asking({ kind: 'photograph', letter, key, photograph: sha256(file.bytes) }, asked);
  }

  async function asking(request: Parameters<Lane['journal']['sent']>[0], asked: Asked): Promise<Answer> {
    const n = lane.journal.sent(request);
    const answer = await sendAs(lane.site.family, asked);
    const { location } = answer.headers;
    lane.journal.got(n, { status: answer.status, ...(typeof location === 'string' && { location }) });
    return answer;
  }

  /** Something else on the same disk takes all that is left. */
  function fill(): void {
    const file = openSync(filler(), 'a');
    for (const size of [256 * 1024, 4096, 1]) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size, 1));
      } catch {
        // Nothing of this size fits any more.
      }
    }
    closeSync(file);
  }

  function empty(): void {
    rmSync(filler());
  }
});

/** Three megabytes of comments (T.81, COM) in a small photograph: a large file that is decoded in no time. */
function large(small: Buffer): Buffer {
  const comment = Buffer.alloc(65_000, ' ');
  comment.writeUInt16BE(0xfffe, 0);
  comment.writeUInt16BE(comment.length - 2, 2);
  return Buffer.concat([small.subarray(0, 2), ...Array<Buffer>(46).fill(comment), small.subarray(2)]);
}

function expectFull(answer: Answer): void {
  expect(answer.status, answer.bytes.toString()).toBe(507);
  expect(answer.bytes.toString().toLowerCase()).toContain('storage is full');
}
