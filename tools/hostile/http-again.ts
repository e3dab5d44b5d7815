import { type Answer, headerOf, pageOf } from '#test/answers.ts';
import { picturesIn } from '../crash/pages.ts';
import { arrived, type Attack } from './attack.ts';
import { writeLetter } from './family.ts';
import type { Trial } from './trial.ts';

const ranges = [
  'bytes=0-0',
  'bytes=0-0,5-9',
  `bytes=${Array.from({ length: 500 }, () => '0-').join()}`,
  `bytes=${Array.from({ length: 500 }, (_, at) => `${at}-`).join()}`,
  'bytes=999999999-',
  'bytes=-1',
  'bytes=-0',
  'bytes=5-2',
  'bytes=0-18446744073709551616',
  'bytes=a-b',
  'bytes=',
  'items=0-5',
  '\x00',
];

/** Parts of what may be read, parts of what may not, and copies that were asked about again once they were taken back. */
export const rangesGroup: Attack = async (trial, { nora, wren, letters, photographs }) => {
  const stranger = trial.place.stranger();
  const page = await trial.ask(stranger, { path: `/wren/${letters.everyone.address}` });
  const [picture = ''] = picturesIn(pageOf(page));
  const paths = [picture, '/wren', '/wren/feed.atom', '/robots.txt'];
  const wholes = await Promise.all(paths.map((path) => trial.ask(stranger, { path })));
  let parts = 0;
  for (const range of ranges.slice(0, -1)) {
    for (const [at, path] of paths.entries()) {
      const answer = await trial.attack(stranger, { path, headers: { range, 'if-range': '"x"' } });
      trial.came(answer, [200, 206, 416], `${path} ${range.slice(0, 20)}`);
      trial.must(answer.body.length <= wholes[at]!.body.length, `${path}: more than there is`);
      if (answer.status === 200) parts++;
    }
    const hidden = { path: `/home/photographs/${photographs.private}/480.jpeg`, headers: { range } };
    await trial.refused(stranger, hidden, [303]);
  }
  const word = trial.place.canaries.word('taken-back', [nora.name, 'Elias Lind', 'Ines Vale', stranger.name]);
  const photograph = photographs.mark('taken back');
  const letter = await writeLetter(trial, nora, wren, {
    word,
    title: word,
    audience: 'everyone',
    photograph,
  });
  const copies = await copiesOf(trial, letter.address);
  await trial.ask(nora, { path: `${letter.path}/publication?_method=delete`, form: {} });
  const began = performance.now();
  const later = trial.place.stranger('a stranger who comes later');
  let replayed = 0;
  for (const [path, copy] of copies) {
    const etag = headerOf(copy, 'etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await trial.attack(later, { path, headers: { 'if-none-match': tag } });
      const isGone = path.includes(letter.address) || path.startsWith('/pictures/');
      trial.must(
        isGone ? answer.status === 404 : [200, 304].includes(answer.status),
        `${path} again: ${answer.status}`,
      );
      trial.must(answer.status !== 304 || tag === '*', `${path}: what was taken back is said to be the same`);
      trial.must(!pageOf(answer).includes(word), `${path}: taken back and still there`);
      replayed++;
    }
  }
  trial.took('reading it again everywhere after it was taken back', performance.now() - began, 5000);
  const count = arrived(replayed, 24, 'copies with their ETags were asked about again');
  return `${parts} answers to a range were the whole; ${count}`;
};

/** Everything that shows a letter to everybody, as somebody keeps it with its ETag. */
async function copiesOf(trial: Trial, address: string): Promise<Map<string, Answer>> {
  const reader = trial.place.stranger();
  const page = await trial.ask(reader, { path: `/wren/${address}` });
  const paths = [
    `/wren/${address}`,
    `/ar/wren/${address}`,
    `/wren/${address}/versions/1`,
    `/ar/wren/${address}/in/en`,
    '/wren',
    '/wren/feed.atom',
    '/wren/feed.json',
  ];
  const copies = new Map<string, Answer>();
  for (const path of [...paths, ...picturesIn(pageOf(page))]) {
    // What is read here is for everybody: no word of it is a secret yet.
    const copy = await trial.ask({ ...reader, name: 'a stranger' }, { path });
    if (copy.status === 200) copies.set(path, copy);
    else trial.problem(`${path}: ${copy.status} before it was taken back`);
  }
  return copies;
}
