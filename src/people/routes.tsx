import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { emailAddress, readForm } from '#http/forms.ts';
import { privateSpace } from '#http/headers.ts';
import { limiter } from '#http/limit.ts';
import { sayIn } from '#i18n/messages.ts';
import { askToSignIn } from '#people/ask.ts';
import { useCode, useLink } from '#people/attempts.ts';
import { BackPage, CodePage, type KeptForm, LinkPage, readKept, SignInPage } from '#people/pages/sign-in-page.tsx';
import { askForPasskey, usePasskey } from '#people/passkeys.ts';
import { safePath, signInLinkPath, signInPath } from '#people/paths.ts';
import { endSession } from '#people/sessions.ts';
import { forgetCookie, signIn, whoIs } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

const emailForm = z.object({ email: emailAddress });
const link = '/sign-in/link/:secret';

/** Signing in by mail link, six digits or passkey; signing out. */
export function signInRoutes(site: Site): Hono {
  const { database, mailer, now } = site;
  const say = sayIn('en');
  const mailLeaves = mailer.leaves;
  const limitAsking = limiter(20, 15);
  const limitTrying = limiter(30, 15);
  const routes = new Hono();
  routes.use('/sign-in/*', privateSpace);
  routes.use('/sign-out', privateSpace);

  routes.get(signInPath, async (c) => {
    const to = c.req.query('to');
    if (await whoIs(c, site)) return goOn(c, safePath(to));
    return page(c, <SignInPage say={say} to={to && safePath(to)} mailLeaves={mailLeaves} />);
  });

  routes.post(signInPath, async (c) => {
    limitAsking(c);
    const fields = await readFields(c);
    const onward = { to: fields['to'] && safePath(fields['to']), kept: readKept(fields) };
    const read = readForm(emailForm, fields);
    if (!read.ok) return page(c, <SignInPage say={say} {...onward} filled={read.filled} mailLeaves={mailLeaves} />, 422);
    const attempt = await askToSignIn(site, say, read.form.email);
    return page(c, <CodePage say={say} attempt={attempt} {...onward} mailLeaves={mailLeaves} />);
  });

  routes.post('/sign-in/code', async (c) => {
    limitTrying(c);
    const fields = await readFields(c);
    const onward = { to: fields['to'], kept: readKept(fields) };
    // Whoever used the link in another tab meanwhile is let through with what they had typed.
    if (await whoIs(c, site)) return welcome(c, onward);
    const attempt = fields['attempt'] ?? '';
    const code = (fields['code'] ?? '').replace(/\s/g, '');
    const personId = await database.write((tx) => useCode(tx, attempt, code, now()));
    if (!personId) {
      const filled = { values: {}, errors: { code: { key: 'sign-in.wrong-code' } } };
      return page(c, <CodePage say={say} attempt={attempt} {...onward} filled={filled} mailLeaves={mailLeaves} />, 422);
    }
    await signIn(c, site, personId);
    return welcome(c, onward);
  });

  routes.get(link, (c) => page(c, <LinkPage say={say} path={signInLinkPath(c.req.param('secret'))} />));

  routes.post(link, async (c) => {
    limitTrying(c);
    const personId = await database.write((tx) => useLink(tx, c.req.param('secret'), now()));
    if (!personId) {
      const filled = { values: {}, errors: { email: { key: 'sign-in.link-over' } } };
      return page(c, <SignInPage say={say} filled={filled} mailLeaves={mailLeaves} />, 422);
    }
    await signIn(c, site, personId);
    return goOn(c, '/home');
  });

  routes.post('/sign-in/passkey/options', async (c) => {
    limitTrying(c);
    return c.json(await askForPasskey(site));
  });

  routes.post('/sign-in/passkey', async (c) => {
    limitTrying(c);
    const { challengeId, response, to } = z
      .object({ challengeId: z.string(), response: z.looseObject({ id: z.string() }), to: z.string().optional() })
      .parse(await c.req.json());
    const personId = await usePasskey(site, challengeId, response as unknown as AuthenticationResponseJSON).catch(() => undefined);
    if (!personId) return c.json({ error: say('sign-in.passkey-failed') }, 422);
    await signIn(c, site, personId);
    return c.json({ to: safePath(to || undefined) });
  });

  routes.post('/sign-out', async (c) => {
    const found = await whoIs(c, site);
    if (found) await database.write((tx) => endSession(tx, found.person.id, found.session.id));
    forgetCookie(c, site);
    return goOn(c, '/');
  });
  return routes;

  function welcome(c: Context, { to, kept }: { to: string | undefined; kept: KeptForm | undefined }): Promise<Response> | Response {
    return kept ? page(c, <BackPage say={say} kept={kept} />) : goOn(c, safePath(to));
  }
}
