import { sayHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { afterAnswer } from '#http/after-answer.ts';
import { goOn, page } from '#http/answers.ts';
import { secretCookie } from '#http/cookies.ts';
import { readFields } from '#http/fields.ts';
import { emailAddress, readForm, refusedAt } from '#http/forms.ts';
import { readJson } from '#http/json.ts';
import { allowance, limiter, tally } from '#http/limit.ts';
import { askToSignIn } from '#people/ask-to-sign-in.ts';
import { useCode, useLink } from '#people/attempts.ts';
import { goOnward } from '#people/go-onward.tsx';
import { longestKept } from '#people/kept-form.ts';
import { onwardOf } from '#people/onward.ts';
import { CodePage, LinkPage, SignInPage } from '#people/pages/sign-in-page.tsx';
import { safePath, signInCodePath, signInLinkPath, signInPath, signOutPath } from '#people/paths.ts';
import { recoverySignInRoutes } from '#people/recovery/recovery-sign-in-routes.tsx';
import { credentialForm } from '#people/passkeys/relying-party.ts';
import { signIn, signOut, whoIs } from '#people/signed-in.tsx';
import { readDigits } from '#people/six-digits.ts';
import { askForPasskey, usePasskey } from '#people/passkeys/use-passkey.ts';
import type { Site } from '#schema/site.ts';

const emailForm = z.object({ email: emailAddress });
const passkeyForm = z.object({ response: credentialForm, to: z.string().optional() });
const link = '/sign-in/link/:secret';
/** Which browser a passkey's challenge was given to. */
const challengeCookie = secretCookie('snowdrop-passkey', 5 * 60, 'Strict');

/** Signing in by mail link, six digits, passkey or recovery code; signing out. */
export function signInRoutes(site: Site): Hono {
  const { database, mailer, now } = site;
  const say = sayHere;
  const mailLeaves = mailer.leaves;
  const mayAskNow = allowance(20, 15, site.proxies);
  // One address gets five mails within an hour; more asking than that, from wherever, is no work for us.
  const mayAskFor = tally(15, 60);
  const mayTryNow = allowance(30, 15, site.proxies);
  const limitPasskeys = limiter(60, 15, site.proxies);
  const routes = new Hono();

  routes.get(signInPath, async (c) => {
    const to = c.req.query('to');
    if (await whoIs(c, site)) return goOn(c, safePath(to));
    return page(c, <SignInPage say={say} to={to && safePath(to)} mailLeaves={mailLeaves} />);
  });

  routes.post(signInPath, async (c) => {
    const fields = await readFields(c, longestKept);
    const onward = onwardOf(fields);
    // Whoever signed in meanwhile, by passkey or in another tab, is let through with what was typed.
    if (await whoIs(c, site)) return goOnward(c, onward, 'sign-in');
    const shown = { say, mailLeaves, ...onward };
    // Nothing typed may get lost to a limit either, so the page itself says it.
    const tooOften = (): Promise<Response> => {
      const filled = refusedAt('email', 'problem.too-often.says', fields);
      return page(c, <SignInPage {...shown} filled={filled} />, 429);
    };
    if (!mayAskNow(c)) return tooOften();
    const read = readForm(emailForm, fields);
    if (!read.ok) return page(c, <SignInPage {...shown} filled={read.filled} />, 422);
    if (!mayAskFor(read.form.email)) return tooOften();
    const { attempt, send } = await askToSignIn(site, read.form.email);
    afterAnswer(c, 'mail', send);
    return page(c, <CodePage {...shown} attempt={attempt} />);
  });

  routes.post(signInCodePath, async (c) => {
    const fields = await readFields(c, longestKept);
    const onward = onwardOf(fields);
    if (await whoIs(c, site)) return goOnward(c, onward, 'sign-in');
    const shown = { say, mailLeaves, ...onward };
    if (fields['again']) return page(c, <SignInPage {...shown} />);
    const attempt = fields['attempt'] ?? '';
    const refuse = (key: string, status: 422 | 429): Promise<Response> =>
      page(c, <CodePage {...shown} attempt={attempt} filled={refusedAt('code', key)} />, status);
    if (!mayTryNow(c)) return refuse('problem.too-often.says', 429);
    const tried = { id: attempt, code: readDigits(fields['code']) };
    const personId = await database.write((tx) => useCode(tx, tried, now()));
    if (!personId) return refuse('sign-in.wrong-code', 422);
    await signIn(c, site, personId);
    return goOnward(c, onward, 'sign-in');
  });

  routes.get(link, (c) => page(c, <LinkPage say={say} path={signInLinkPath(c.req.param('secret'))} />));

  routes.post(link, async (c) => {
    const shown = { say, mailLeaves };
    if (!mayTryNow(c))
      return page(c, <SignInPage {...shown} filled={refusedAt('email', 'problem.too-often.says')} />, 429);
    const personId = await database.write((tx) => useLink(tx, c.req.param('secret'), now()));
    if (!personId)
      return page(c, <SignInPage {...shown} filled={refusedAt('email', 'sign-in.link-over')} />, 422);
    await signIn(c, site, personId);
    return goOn(c, '/home');
  });

  routes.post('/sign-in/passkey/options', async (c) => {
    limitPasskeys(c);
    const { secret, options } = await askForPasskey(site);
    challengeCookie.put(c, site, secret);
    return c.json({ options });
  });

  routes.post('/sign-in/passkey', async (c) => {
    limitPasskeys(c);
    const { response, to } = await readJson(c, passkeyForm);
    const secret = challengeCookie.read(c, site) ?? '';
    challengeCookie.forget(c, site);
    const personId = await usePasskey(site, secret, response);
    if (!personId) return c.json({ error: say('sign-in.passkey-failed') }, 422);
    await signIn(c, site, personId);
    return c.json({ to: safePath(to || undefined) });
  });

  routes.route('/', recoverySignInRoutes(site));

  routes.post(signOutPath, async (c) => {
    await signOut(c, site);
    return goOn(c, '/');
  });
  return routes;
}
