import { randomUUID } from 'node:crypto';
import { headerOf, pageOf } from '#test/answers.ts';
import { picturesIn } from '../crash/pages.ts';
import { arrived, type Attack } from './attack.ts';
import { childOf, type Family, keep, publish, writeLetter } from './family.ts';
import { newcomer, type Person } from './people.ts';
import { rested } from './rest.ts';
import { askForMail, signedInAs, signIn } from './signing-in.ts';
import { translate } from './translate.ts';
import type { Trial } from './trial.ts';

/** From everyone to only us: every old address, copy and thumbnail answers as what never was, within a second. */
export const narrowingGroup: Attack = async (trial, { nora, photographs }) => {
  const { canaries, stranger } = trial.place;
  const child = await childOf(trial, nora, 'Linnet', `linnet-${randomUUID().slice(0, 8)}`);
  const word = canaries.word('narrowed', [nora.name, 'Elias Lind', 'Ines Vale', 'an early reader']);
  const photograph = photographs.mark('narrowed');
  const letter = await writeLetter(trial, nora, child, {
    word,
    title: word,
    audience: 'everyone',
    photograph,
  });
  // A change makes a second version, with an address of its own.
  await keep(trial, nora, letter.path, { title: word, text: `${word}, changed` });
  await publish(trial, nora, letter.path, 'everyone');
  await translate(trial, nora, letter, { language: 'ar', of: 2, word });
  await rested(trial.place);
  const early = stranger('an early reader');
  const page = pageOf(await trial.ask(early, { path: `/${child.address}/${letter.address}` }));
  const paths = [
    ...[
      `/${child.address}`,
      `/ar/${child.address}`,
      `/${child.address}/story`,
      `/${child.address}/feed.atom`,
      `/${child.address}/feed.json`,
      `/ar/${child.address}/feed.atom`,
      `/${child.address}/words/${letter.address}.json`,
      `/${child.address}/words/${letter.address}.txt`,
      `/${child.address}/words/${letter.address}.ar.txt`,
      `/to/${child.address}/report`,
    ],
    ...['', '/in/en', '/in/ar', '/in/ar/versions/1', '/beside/ar', '/versions/1', '/versions/2'].flatMap(
      (part) => [
        `/${child.address}/${letter.address}${part}`,
        `/ar/${child.address}/${letter.address}${part}`,
      ],
    ),
    ...picturesIn(page),
  ];
  const copies = new Map<string, string>();
  for (const path of paths) {
    const copy = await trial.ask(early, { path });
    if (copy.status === 200) copies.set(path, headerOf(copy, 'etag') ?? '"none"');
  }
  trial.must(
    pageOf(await trial.ask(early, { path: '/' })).includes('Linnet'),
    'the child was not listed before',
  );
  await trial.ask(nora, { path: `${child.home}/opening?_method=delete`, form: {} });
  const began = performance.now();
  const never = await trial.ask(stranger(), { path: '/never-was' });
  for (const [path, etag] of copies) {
    for (const headers of [{}, { 'if-none-match': etag }, { range: 'bytes=0-10' }]) {
      const answer = await trial.attack(stranger(), { path, headers });
      trial.came(answer, [404], `${path} after it was narrowed`);
      const isSame = path.startsWith('/ar/') || Buffer.compare(answer.body, never.body) === 0;
      trial.must(isSame, `${path} differs from what never was`);
    }
  }
  const perAnswer = (performance.now() - began) / copies.size / 3;
  trial.took('an answer after it was narrowed', perAnswer, 1000);
  trial.must(
    !pageOf(await trial.attack(stranger(), { path: '/' })).includes('Linnet'),
    'the front page still lists it',
  );
  trial.must(
    (await trial.ask(nora, { path: `/with/${child.address}/${letter.address}` })).status === 200,
    'the family lost it too',
  );
  return arrived(
    copies.size,
    24,
    'copies had been read by everybody before, and were gone at the first asking after',
  );
};

/** A private photograph: without a cookie, with another's, by the hash of its bytes. */
export const photographGroup: Attack = async (trial, family) => {
  const { nora, elias, nell, photographs } = family;
  const sizes = [
    '480.jpeg',
    '480.webp',
    '480.avif',
    'original',
    '480.jpeg.bak',
    '0.jpeg',
    '-1.jpeg',
    '480.svg',
    '',
  ];
  const [row] = await trial.place.rows.all<{ sha256: string }>(
    `select sha256 from photograph where id = '${photographs.private}'`,
  );
  const pictures = await trial.place.rows.all<{ sha256: string }>(
    `select sha256 from picture where photograph_id = '${photographs.private}'`,
  );
  const uses = await trial.place.rows.all<{ address: string }>(
    `select address from picture_use where photograph_id = '${photographs.private}'`,
  );
  const never = await trial.ask(trial.place.stranger(), { path: '/never-was' });
  let kept = 0;
  const hashes = [row, ...pictures].map((one) => one?.sha256 ?? '');
  const byHash = hashes.flatMap((hash) => [
    `/pictures/${hash}/480.jpeg`,
    `/blobs/${hash.slice(0, 2)}/${hash}`,
    `/data/blobs/${hash.slice(0, 2)}/${hash}`,
  ]);
  const byAddress = uses.flatMap(({ address }) => sizes.map((size) => `/pictures/${address}/${size}`));
  const byId = sizes.map((size) => `/pictures/${photographs.private}/${size}`);
  for (const path of [
    ...byHash,
    ...byAddress,
    ...byId,
    ...sizes.map((size) => `/home/photographs/${photographs.private}/${size}`),
  ]) {
    for (const visitor of [trial.place.stranger(), nell, elias]) {
      const answer = await trial.attack(visitor, { path });
      trial.came(answer, [303, 404], `${path} for ${visitor.name}`);
      trial.must(
        headerOf(answer, 'content-type')?.startsWith('image/') !== true,
        `${path}: ${visitor.name} sees a picture`,
      );
      if (answer.status === 404 && visitor !== elias)
        trial.must(Buffer.compare(answer.body, never.body) === 0, `${path} differs from what never was`);
      kept++;
    }
  }
  const own = await trial.ask(nora, { path: `/home/photographs/${photographs.private}/480.jpeg` });
  if (own.status !== 200) return arrived(0, 1, 'pictures are there for their owner');
  return arrived(kept, 60, 'askings found nothing, and the mother of the child her photograph');
};

/** Never there, taken back and over look the same: pages, sessions, links to sign in. */
export const equalGroup: Attack = async (trial, { nora, nell, wren }) => {
  const { clock, stranger } = trial.place;
  let same = 0;
  const equal = (as: string, answers: { body: Buffer; status: number }[]): void => {
    const [first, ...others] = answers.map(({ status, body }) => `${status} ${withoutKeys(body.toString())}`);
    for (const [at, other] of others.entries())
      trial.must(other === first, `${as}: the answer ${at + 2} differs`);
    same += answers.length;
  };
  const closed = await closedChild(trial, nell);
  const pages = [];
  for (const path of [
    '/never-was',
    `/${closed}`,
    `/${closed}/x`,
    '/wren/never-was',
    '/robin/robin',
    `/${wren.id}`,
  ])
    pages.push(await trial.attack(stranger(), { path }));
  equal('pages that are not there', pages);
  const somebody = await newcomer(trial, nora);
  const ended = stranger(somebody.name);
  await signIn(trial, ended, somebody.email);
  const copy = { ...ended, cookies: new Map(ended.cookies) };
  await trial.ask(ended, { path: '/sign-out', form: {} });
  const forged = { ...stranger(), cookies: new Map([['__Host-snowdrop', 'A'.repeat(43)]]) };
  const sessions = [];
  for (const visitor of [stranger(), copy, forged])
    sessions.push(await trial.attack(visitor, { path: '/home/you' }));
  equal('sessions that are not there', sessions);
  trial.must((await signedInAs(trial, copy)) === undefined, 'a session that was ended lets in');
  const links = await linksThatAreOver(trial, somebody);
  await clock.shift(0);
  equal('links that sign nobody in', links);
  return arrived(
    same,
    12,
    'answers to what never was, was taken back and is over were the same, byte for byte',
  );
};

async function closedChild(trial: Trial, nell: Family['nell']): Promise<string> {
  const child = await childOf(trial, nell, 'Siskin', `siskin-${randomUUID().slice(0, 8)}`);
  await trial.ask(nell, { path: `${child.home}/opening?_method=delete`, form: {} });
  return child.address;
}

async function linksThatAreOver(trial: Trial, { email, name }: Person) {
  const { clock, stranger } = trial.place;
  const browser = stranger(name);
  const used = await askForMail(trial, browser, email);
  await trial.ask(browser, { path: used.link, form: {} });
  const old = await askForMail(trial, stranger(), email);
  const replaced = await askForMail(trial, stranger(), email);
  const over = replaced.link;
  await clock.shift(10 * 60_000 + 1000);
  const links = [used.link, old.link, over, `/sign-in/link/${'A'.repeat(43)}`, '/sign-in/link/x'];
  const answers = [];
  for (const path of links) answers.push(await trial.attack(stranger(), { path, form: {} }));
  return answers;
}

const withoutKeys = (html: string): string =>
  html.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'key');
