import { type Answer, headerOf, pageOf } from '#test/answers.ts';
import { digits, signInLink } from './post-office.ts';
import type { Asked, Visitor } from './request.ts';
import type { Trial } from './trial.ts';

/** The page that was answered, the attempt that stands in it, and what came by mail. */
export type Mailed = { page: Answer; attempt: string; code: string; link: string };

/** Asks for a mail to sign in with, and reads it; its link and digits are for whoever has that address. */
export async function askForMail(
  trial: Trial,
  visitor: Visitor,
  email: string,
  asked: Pick<Asked, 'headers' | 'path'> & { to?: string } = { path: '/sign-in' },
): Promise<Mailed> {
  const { post, canaries } = trial.place;
  const before = post.to(email).filter(({ text }) => signInLink.test(text)).length;
  const { to, ...rest } = asked;
  const page = await trial.ask(visitor, { ...rest, form: { email, ...(to === undefined ? {} : { to }) } });
  const [link, secret = ''] = await post.next(email, signInLink, before);
  const [code] = digits.exec(post.to(email).findLast(({ text }) => text.includes(secret))!.text) ?? [''];
  canaries.plant(secret, 'the link to sign in', [email]);
  canaries.plant(code, 'six digits', [email]);
  const attempt = /name="attempt" value="([^"]+)"/.exec(pageOf(page))?.[1] ?? '';
  return { page, attempt, code, link };
}

/** Signs in by the digits. Answers where it led. */
export async function signIn(trial: Trial, visitor: Visitor, email: string): Promise<string | undefined> {
  const { attempt, code } = await askForMail(trial, visitor, email);
  return headerOf(await trial.ask(visitor, { path: '/sign-in/code', form: { attempt, code } }), 'location');
}

/** Whether a browser is signed in, and as whom. */
export async function signedInAs(trial: Trial, visitor: Visitor): Promise<string | undefined> {
  const page = pageOf(await trial.ask(visitor, { path: '/home/you' }));
  return /name="name" value="([^"]*)"/.exec(page)?.[1];
}
