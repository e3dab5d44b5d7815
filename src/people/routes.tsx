import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { afterAnswer } from '#http/after-answer.ts';
import { goOn, page } from '#http/answers.ts';
import { secretCookie } from '#http/cookies.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { emailAddress, type Filled, readForm } from '#http/forms.ts';
import { privateSpace } from '#http/headers.ts';
import { readJson } from '#http/json.ts';
import { allowance, limiter } from '#http/limit.ts';
import { sayIn } from '#i18n/messages.ts';
import { westernDigits } from '#lib/western-digits.ts';
import { askToSignIn } from '#people/ask-to-sign-in.ts';
import { useCode, useLink } from '#people/attempts.ts';
import { keptFromText } from '#people/kept-form.ts';
import { BackPage, CodePage, LinkPage, type Onward, SignInPage } from '#people/pages/sign-in-page.tsx';
import { safePath, signInCodePath, signInLinkPath, signInPath, signOutPath } from '#people/paths.ts';
import { credentialForm } from '#people/relying-party.ts';
import { askForPasskey, signInByPasskey } from '#people/sign-in-by-passkey.ts';
import { signIn, signOut, whoIs } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

const emailForm = z.object({ email: emailAddress });
const passkeyForm = z.object({ response: credentialForm, to: z.string().optional() });
const link = '/sign-in/link/:secret';
/** Which browser a passkey's challenge was given to. */
const challengeCookie = secretCookie('snowdrop-passkey', 5 * 60, 'Strict');

/** Signing in by mail link, six digits or passkey; signing out. */
export function signInRoutes(site: Site): Hono {
  const { database, mailer, now } = site;
  const say = sayIn('en');
  const mailLeaves = mailer.leaves;
  const mayAskNow = allowance(20, 15, site.proxies);
  const mayTryNow = allowance(30, 15, site.proxies);
  const limitPasskeys = limiter(60, 15, site.proxies);
  const routes = new Hono();
  routes.use('/sign-in/*', privateSpace);
  routes.use(signOutPath, privateSpace);

  routes.get(signInPath, async (c) => {
    const to = c.req.query('to');
    if (await whoIs(c, site)) return goOn(c, safePath(to));
    return page(c, <SignInPage say={say} to={to && safePath(to)} mailLeaves={mailLeaves} />);
  });

  routes.post(signInPath, async (c) => {
    const fields = await readFields(c);
    const onward = onwardOf(fields);
    // Whoever signed in meanwhile, by passkey or in another tab, is let through with what was typed.
    if (await whoIs(c, site)) return welcome(c, onward);
    const shown = { say, mailLeaves, ...onward };
    // Nothing typed may get lost to a limit either, so the page itself says it.
    if (!mayAskNow(c))
      return page(
        c,
        <SignInPage {...shown} filled={wrong(fields, 'email', 'problem.too-often.says')} />,
        429,
      );
    const read = readForm(emailForm, fields);
    if (!read.ok) return page(c, <SignInPage {...shown} filled={read.filled} />, 422);
    const { attempt, send } = await askToSignIn(site, say, read.form.email);
    afterAnswer(c, 'mail', send);
    return page(c, <CodePage {...shown} attempt={attempt} />);
  });

  routes.post(signInCodePath, async (c) => {
    const fields = await readFields(c);
    const onward = onwardOf(fields);
    if (await whoIs(c, site)) return welcome(c, onward);
    const shown = { say, mailLeaves, ...onward };
    if (fields['again']) return page(c, <SignInPage {...shown} />);
    const attempt = fields['attempt'] ?? '';
    const refuse = (key: string, status: 422 | 429): Promise<Response> =>
      page(c, <CodePage {...shown} attempt={attempt} filled={wrong({}, 'code', key)} />, status);
    if (!mayTryNow(c)) return refuse('problem.too-often.says', 429);
    const code = westernDigits(fields['code'] ?? '').replace(/\s/g, '');
    const personId = await database.write((tx) => useCode(tx, { id: attempt, code }, now()));
    if (!personId) return refuse('sign-in.wrong-code', 422);
    await signIn(c, site, personId);
    return welcome(c, onward);
  });

  routes.get(link, (c) => page(c, <LinkPage say={say} path={signInLinkPath(c.req.param('secret'))} />));

  routes.post(link, async (c) => {
    const shown = { say, mailLeaves };
    if (!mayTryNow(c))
      return page(c, <SignInPage {...shown} filled={wrong({}, 'email', 'problem.too-often.says')} />, 429);
    const personId = await database.write((tx) => useLink(tx, c.req.param('secret'), now()));
    if (!personId)
      return page(c, <SignInPage {...shown} filled={wrong({}, 'email', 'sign-in.link-over')} />, 422);
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
    const personId = await signInByPasskey(site, secret, response);
    if (!personId) return c.json({ error: say('sign-in.passkey-failed') }, 422);
    await signIn(c, site, personId);
    return c.json({ to: safePath(to || undefined) });
  });

  routes.post(signOutPath, async (c) => {
    await signOut(c, site);
    return goOn(c, '/');
  });
  return routes;

  function welcome(c: Context, { to, kept }: Onward): Promise<Response> | Response {
    return kept ? page(c, <BackPage say={say} kept={kept} />) : goOn(c, safePath(to));
  }
}

function onwardOf(fields: Fields): Onward {
  return { to: fields['to'] && safePath(fields['to']), kept: keptFromText(fields['kept']) };
}

function wrong(values: Fields, name: string, key: string): Filled {
  return { values, errors: { [name]: { key } } };
}
