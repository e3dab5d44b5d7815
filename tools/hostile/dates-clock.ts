import { setTimeout as wait } from 'node:timers/promises';
import { pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { addressed, dated } from './dates.ts';
import { childOf, publish, writeLetter } from './family.ts';
import { newcomer, type Person } from './people.ts';
import { askForMail, signedInAs, signIn } from './signing-in.ts';
import type { Trial } from './trial.ts';

/** The clock of the server a day ahead, a day behind, in 1970, in 2038, and right again. Nobody stays locked out. */
export const clockGroup: Attack = async (trial, { nora }) => {
  const { clock, stranger, rows } = trial.place;
  const parent = nora;
  const child = await childOf(trial, parent, 'Linden', addressed());
  const waiting = await writeLetter(trial, parent, child, {
    word: '',
    title: 'For later',
    text: 'for later',
  });
  const at = { year: '2037', month: '6', day: '1', time: '12:00' };
  await publish(trial, parent, waiting.path, 'everyone', { when: 'at', ...dated('at', at), zone: 'UTC' });
  let worked = 0;
  for (const instant of ['+1', '-1', '1970-01-02T00:00:00Z', '2038-01-19T03:14:08Z', '']) {
    if (/^[+-]/.test(instant)) await clock.shift(Number(instant) * 24 * 60 * 60_000);
    else if (instant === '') await clock.shift(0);
    else await clock.set(instant);
    const as = instant === '' ? 'with the clock right again' : `with the clock at ${clock.now()}`;
    const somebody = await newcomerAt(trial, parent, as);
    const browser = stranger(somebody.name);
    await signIn(trial, browser, somebody.email);
    trial.must((await signedInAs(trial, browser)) === somebody.name, `${as} nobody can sign in`);
    const letter = await writeLetter(trial, { ...somebody, cookies: browser.cookies }, child, {
      word: '',
      text: as,
      audience: 'only-us',
    });
    const read = await trial.attack(browser, { path: `${child.home}/${letter.address}` }, as);
    trial.must(pageOf(read).includes(as), `${as} a letter is not there`);
    for (const path of ['/', `/${child.address}`, `/${child.address}/feed.atom`, '/sign-in']) {
      const page = await trial.attack(stranger(), { path }, as);
      trial.came(page, [200], `${as} ${path}`);
    }
    if (pageOf(read).includes(as)) worked++;
    if (instant.startsWith('2038')) await missed(trial, waiting.id);
  }
  await lockedOut(trial, nora);
  const [row] = await rows.all<{ published_at: string | null }>(
    `select published_at from tribute where id = '${waiting.id}'`,
  );
  trial.must(row?.published_at === null, 'a clock that went wrong has published a letter');
  return arrived(worked, 5, 'clocks: under each somebody signed in by mail, wrote, and was read');
};

/** Whoever's session a clock of 2038 has ended signs in again; who is new comes by an invitation of that day. */
async function newcomerAt(trial: Trial, parent: Person, as: string): Promise<Person> {
  if ((await signedInAs(trial, parent)) === undefined) await signIn(trial, parent, parent.email);
  trial.must((await signedInAs(trial, parent)) === parent.name, `${as} a parent cannot sign in again`);
  return newcomer(trial, parent);
}

/** What was due years ago, by this clock, is asked about first. */
async function missed(trial: Trial, id: string): Promise<void> {
  const sql = `select missed_at from schedule where tribute_id = '${id}'`;
  for (const until = performance.now() + 60_000; performance.now() < until; await wait(100)) {
    const [row] = await trial.place.rows.all<{ missed_at: string | null }>(sql);
    if (row?.missed_at) return;
  }
  trial.problem('a letter that was due years ago is not asked about');
}

/** Five mails asked for under a clock that runs ahead are no reason to refuse the sixth for a day. */
async function lockedOut(trial: Trial, nora: Person): Promise<void> {
  const { clock, stranger } = trial.place;
  const { email } = await newcomer(trial, nora);
  await clock.shift(24 * 60 * 60_000);
  for (let at = 0; at < 5; at++)
    await trial.attack(stranger(), { path: '/sign-in', form: { email } }, 'asked ahead of time');
  await trial.place.post.next(email, /sign-in\/link/, 4);
  await clock.shift(0);
  const asked = await askForMail(trial, stranger(), email).catch(() => undefined);
  trial.must(asked !== undefined, 'a clock that ran ahead for a day keeps somebody out for another');
}
