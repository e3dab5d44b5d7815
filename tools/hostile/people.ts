import { type Answer, headerOf, pageOf } from '#test/answers.ts';
import { digits } from './post-office.ts';
import { origin, type Visitor } from './request.ts';
import type { Trial } from './trial.ts';

export type Somebody = { name: string; signsAs: string; email: string };
export type Person = Visitor & { email: string };

let newcomers = 0;

/** Somebody new whom a parent lets in, with a mail address that is theirs alone. */
export async function newcomer(trial: Trial, by: Person, role = 'keeper'): Promise<Person> {
  const name = `Newcomer ${++newcomers}`;
  const who = { name, signsAs: name, email: `newcomer${newcomers}@family.example` };
  const comes = await joined(trial, by, who, '/home/family/invitations', {
    name,
    email: who.email,
    role,
  });
  trial.place.canaries.plant(who.email, 'a mail address', [name, who.email, by.name]);
  // Who came is told once.
  await trial.ask(by, { path: '/home' });
  return comes;
}

export function person({ name, email }: Somebody, address: string): Person {
  return { name, email, address, cookies: new Map() };
}

/** Somebody who is invited takes up the link and confirms their address. */
export async function joined(
  trial: Trial,
  by: Person,
  who: Somebody,
  path: string,
  form: Record<string, string>,
): Promise<Person> {
  const { canaries } = trial.place;
  // A family invites some in an hour, and this run has one in a minute.
  const invited = await trial.ask({ ...by, address: trial.place.stranger().address }, { path, form });
  const link = /\/sign-in\/invitation\/([\w-]{43})/.exec(pageOf(invited));
  if (!link?.[1]) throw new Error(`Nobody was invited: ${pageOf(invited).slice(0, 300)}`);
  canaries.plant(link[1], 'the link of an invitation', [by.name, who.email]);
  const comes = person(who, trial.place.stranger().address);
  const taken = { name: who.name, 'signs-as': who.signsAs, email: who.email };
  await confirmed(trial, comes, await trial.ask(comes, { path: link[0], form: taken }));
  return comes;
}

/** Types the digits that were sent to an address. */
export async function confirmed(trial: Trial, who: Person, asked: Answer): Promise<void> {
  const { post, canaries } = trial.place;
  const to = new URL(headerOf(asked, 'location') ?? '', origin).searchParams;
  const [code] = await post.next(who.email, digits);
  canaries.plant(code, 'six digits', [who.email]);
  const form = { attempt: to.get('attempt') ?? '', to: to.get('to') ?? '', email: who.email, code };
  const answer = await trial.ask(who, { path: '/home/you/address', form });
  if (answer.status !== 303) throw new Error(`An address was not confirmed: ${pageOf(answer).slice(0, 300)}`);
}
