import { type Answer, headerOf, pageOf } from '#test/answers.ts';
import { median } from '../../bench/measure.ts';
import { arrived, type Attack } from './attack.ts';
import { newcomer, type Person } from './people.ts';
import { signInLink } from './post-office.ts';
import { askForMail, signedInAs } from './signing-in.ts';
import type { Trial } from './trial.ts';

/** An address that somebody has and one that nobody has: the same page, the same status, the same time. */
export const knownGroup: Attack = async (trial, { nora }) => {
  const people = [await newcomer(trial, nora), await newcomer(trial, nora), await newcomer(trial, nora)];
  const { post, stranger } = trial.place;
  let same = 0;
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const ask = async (email: string, kind: keyof typeof times): Promise<Answer> => {
    const visitor = stranger();
    const began = performance.now();
    const answer = await trial.attack(visitor, { path: '/sign-in', form: { email } }, `signing in, ${kind}`);
    times[kind].push(performance.now() - began);
    return answer;
  };
  for (let round = 0; round < 4; round++) {
    for (const { email } of people) {
      const [yes, no] = [await ask(email, 'known'), await ask(`nobody${round}-${email}`, 'unknown')];
      const [known, unknown] = [yes, no].map(
        (one) => `${one.status} ${withoutKeys(pageOf(one))} ${headersOf(one)}`,
      );
      trial.must(known === unknown, 'an address that nobody has is answered in another way');
      if (known === unknown) same++;
    }
  }
  // A fifth mail within the hour is the last; asking for a sixth looks the same.
  for (const { email } of people) {
    await ask(email, 'known');
    const [again, unknown] = [await ask(email, 'known'), await ask(`again-${email}`, 'unknown')];
    trial.must(withoutKeys(pageOf(again)) === withoutKeys(pageOf(unknown)), 'who asked too often is told so');
  }
  const apart = Math.abs(median(times.known) - median(times.unknown));
  trial.took('known and unknown addresses, apart', apart, Math.max(6, median(times.unknown) / 2));
  for (const { email } of people) await post.next(email, signInLink, 4);
  const mails = people.map(({ email }) => post.to(email).filter(({ text }) => signInLink.test(text)).length);
  trial.must(mails.join() === '5,5,5', `${mails.join()} mails let in, of six that were asked for`);
  return arrived(
    same,
    12,
    `pairs were the same letter for letter, ${apart.toFixed(1)} ms apart, and only known addresses got mails`,
  );
};

const withoutKeys = (html: string): string =>
  html.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'key');
const headersOf = ({ headers }: Answer): string =>
  headers
    .filter(([name]) => name !== 'date')
    .map((pair) => pair.join(': '))
    .join('\n');

/** A link to sign in: looked at by HEAD and by scanners, twice, too late, elsewhere, an old one after a new one. */
export const linkGroup: Attack = async (trial, { nora }) => {
  const { clock, stranger } = trial.place;
  const somebody = await newcomer(trial, nora);
  const { email, name } = somebody;
  const first = await askForMail(trial, stranger(), email);
  // A scanner with JavaScript loads everything that the page names, and presses nothing.
  const scanner = stranger('a scanner');
  for (const method of ['HEAD', 'GET', 'OPTIONS', 'GET'])
    await trial.attack(scanner, { path: first.link, method });
  const page = pageOf(
    await trial.attack(scanner, { path: first.link, headers: { 'sec-fetch-dest': 'document' } }),
  );
  for (const [, path = ''] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g))
    await trial.attack(scanner, { path });
  trial.must(
    !/<script(?![^>]*\ssrc=)|\son\w+=|http-equiv="refresh"|autofocus/i.test(page),
    'the page presses its own button',
  );
  const forged = { path: first.link, form: {}, headers: { 'sec-fetch-site': 'cross-site' } };
  await trial.refused(scanner, forged, [403], 'a link sent by another site');
  let lettingIn = 0;
  const opens = async (as: string, link: string, expected: boolean): Promise<void> => {
    const browser = stranger(name);
    const answer = await trial.attack(browser, { path: link, form: {} }, as);
    const isIn = answer.status === 303 && (await signedInAs(trial, browser)) === name;
    trial.must(
      isIn === expected,
      `${as}: ${answer.status}, and ${isIn ? 'lets in' : 'lets nobody in'} instead of the other`,
    );
    if (isIn) lettingIn++;
  };
  await opens('a link in another browser than it was asked for in', first.link, true);
  await opens('a link a second time', first.link, false);
  const [older, newer] = [
    await askForMail(trial, stranger(), email),
    await askForMail(trial, stranger(), email),
  ];
  await opens('an old link after a new one', older.link, false);
  await opens('the new one', newer.link, true);
  const late = await askForMail(trial, stranger(), email);
  await clock.shift(10 * 60_000 + 500);
  await opens('a link after ten minutes', late.link, false);
  await clock.shift(0);
  return arrived(lettingIn, 2, 'links let their owner in once, after everything that only looked at them');
};

/** Guessing six digits: five tries for each mail, thirty for each network, twenty in a day for each person. */
export const codesGroup: Attack = async (trial, { nora }) => {
  const { clock, stranger } = trial.place;
  const somebody = await newcomer(trial, nora);
  const { email, name } = somebody;
  const guess = async (attempt: string, code: string, visitor = stranger()): Promise<Answer> =>
    trial.attack(visitor, { path: '/sign-in/code', form: { attempt, code } }, 'six digits guessed');
  const wrong = (code: string, by: number): string =>
    String((Number(code) + by) % 1_000_000).padStart(6, '0');
  const isIn = ({ status }: Answer): boolean => status === 303;
  let tried = 0;
  for (let day = 0; day < 4; day++) {
    const { attempt, code } = await askForMail(trial, stranger(), email);
    for (let by = 1; by <= 5; by++) {
      const answer = await guess(attempt, wrong(code, by));
      trial.came(answer, [422], `a wrong try`);
      if (pageOf(answer).includes('not the right ones')) tried++;
    }
    trial.must(!isIn(await guess(attempt, code)), 'the right digits let in after five wrong tries');
    await clock.shift((day + 1) * 61 * 60_000);
  }
  const after = await askForMail(trial, stranger(), email);
  trial.must(
    !isIn(await guess(after.attempt, after.code)),
    'digits let in after twenty wrong tries within a day',
  );
  trial.must((await byLink(trial, somebody, after.link)) === name, 'the link of that mail does not let in');
  await clock.shift(25 * 60 * 60_000 + 4 * 61 * 60_000);
  const next = await askForMail(trial, stranger(), email);
  // Typed in Arabic digits, with a space, as a phone would.
  const arabic = next.code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
  trial.must(
    isIn(await guess(next.attempt, `${arabic.slice(0, 3)} ${arabic.slice(3)}`, stranger(name))),
    'a day later they do not let in',
  );
  await clock.shift(0);
  const network = stranger();
  const statuses: number[] = [];
  for (let at = 0; at < 35; at++)
    statuses.push(
      (await guess('01a21b00-0000-7000-8000-000000000000', String(100_000 + at), network)).status,
    );
  trial.must(
    statuses.filter((status) => status === 422).length === 30,
    `${statuses.indexOf(429)} tries for one network`,
  );
  for (const code of [
    '',
    '0',
    '0000000',
    '00000a',
    '\0\0\0\0\0\0',
    '%',
    "' or 1=1",
    '-00001',
    '1e5',
    '٠'.repeat(100_000),
  ])
    trial.must((await guess(next.attempt, code)).status === 422, `${code.slice(0, 10)} are no six digits`);
  return arrived(
    tried,
    20,
    'wrong tries were told that they are wrong, and what came after was told the same',
  );
};

async function byLink(trial: Trial, { name }: Person, link: string): Promise<string | undefined> {
  const browser = trial.place.stranger(name);
  const answer = await trial.attack(browser, { path: link, form: {} });
  trial.must(headerOf(answer, 'location') === '/home', `a link: ${answer.status} instead of one to /home`);
  return signedInAs(trial, browser);
}
