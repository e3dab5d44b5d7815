import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { afterAnswer } from '#http/after-answer.ts';
import { page } from '#http/answers.ts';
import { secretCookie } from '#http/cookies.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { type Filled, refusedAt, untouched } from '#http/forms.ts';
import { readJson } from '#http/json.ts';
import { allowance, limiter, tally } from '#http/limit.ts';
import { askForDigits, forSession } from '#people/confirming/ask-for-digits.ts';
import { useCode } from '#people/attempts.ts';
import { goOnward } from '#people/go-onward.tsx';
import { longestKept } from '#people/kept-form.ts';
import { type Onward, onwardOf } from '#people/onward.ts';
import { RecoveryCodePage } from '#people/recovery/recovery-code-page.tsx';
import { DigitsPage, StepUpPage } from '#people/confirming/step-up-page.tsx';
import {
  safePath,
  stepUpCodePath,
  stepUpMailPath,
  stepUpPasskeyPath,
  stepUpPath,
  stepUpRecoveryPath,
} from '#people/paths.ts';
import { credentialForm } from '#people/passkeys/relying-party.ts';
import { confirmSignedIn, deviceHere, type PersonEnv } from '#people/signed-in.tsx';
import { readDigits } from '#people/six-digits.ts';
import { askForPasskey, usePasskey } from '#people/passkeys/use-passkey.ts';
import { useRecoveryCode } from '#people/recovery/use-recovery-code.ts';
import { type WaysToConfirm, waysToConfirm } from '#people/confirming/ways-to-confirm.ts';
import type { Site } from '#schema/site.ts';

type Asking = { fields: Fields; onward: Onward; ways: WaysToConfirm };

const passkeyForm = z.object({ response: credentialForm, to: z.string().optional() });
const challengeCookie = secretCookie('snowdrop-confirm', 5 * 60, 'Strict');

/** Proving once more who one is: by passkey, by six digits from a mail, or by a recovery code. */
export function stepUpRoutes(site: Site): Hono<PersonEnv> {
  const { database, mailer, now } = site;
  const say = sayHere;
  const mailLeaves = mailer.leaves;
  const limitPasskeys = limiter(60, 15, site.proxies);
  const mayTryHere = allowance(30, 15, site.proxies);
  const mayTryCodes = tally(10, 60);
  const routes = new Hono<PersonEnv>();

  routes.get(stepUpPath, async (c) => {
    const onward = { to: safePath(c.req.query('to')) };
    const ways = await waysToConfirm(site, c.var);
    return ways ? page(c, <StepUpPage {...shown(onward)} ways={ways} />) : goOnward(c, onward, 'step-up');
  });

  posted(stepUpPath, async (c, { onward, ways }) => page(c, <StepUpPage {...shown(onward)} ways={ways} />));

  posted(stepUpMailPath, async (c, { onward, ways }) => {
    const { person, session } = c.var;
    const digits = await askForDigits(site, say, person, session);
    if (!digits) {
      const filled = refusedAt('mail', 'problem.too-often.says');
      return page(c, <StepUpPage {...shown(onward)} ways={ways} filled={filled} />, 429);
    }
    afterAnswer(c, 'mail', digits.send);
    return page(c, <DigitsPage {...shown(onward)} ways={ways} attempt={digits.attempt} />);
  });

  posted(stepUpCodePath, async (c, { fields, onward, ways }) => {
    const { person, session } = c.var;
    const attempt = fields['attempt'] ?? '';
    const refuse = (filled: Filled, status: 422 | 429) =>
      page(c, <DigitsPage {...shown(onward)} ways={ways} attempt={attempt} filled={filled} />, status);
    if (!mayTryHere(c)) return refuse(refusedAt('code', 'problem.too-often.says'), 429);
    const tried = { id: attempt, code: readDigits(fields['code']) };
    const confirmed = await database.write((tx) => useCode(tx, tried, now(), forSession(session)));
    if (confirmed !== person.id) return refuse(refusedAt('code', 'you.wrong-code'), 422);
    await confirmSignedIn(c, site, session);
    return goOnward(c, onward, 'step-up');
  });

  posted(stepUpRecoveryPath, async (c, { fields, onward }) => {
    const { person, session } = c.var;
    const typed = fields['recovery'];
    const show = (filled: Filled, status: 200 | 422 | 429) =>
      page(c, <RecoveryCodePage say={say} after="step-up" {...onward} filled={filled} />, status);
    if (typed === undefined) return show(untouched, 200);
    const refuse = (key: string, status: 422 | 429) => show(refusedAt('recovery', key, fields), status);
    if (!mayTryHere(c) || !mayTryCodes(person.id)) return refuse('problem.too-often.says', 429);
    if (!(await useRecoveryCode(site, typed, deviceHere(c), person.id))) return refuse('recovery.wrong', 422);
    await confirmSignedIn(c, site, session);
    return goOnward(c, onward, 'step-up');
  });

  routes.post(`${stepUpPasskeyPath}/options`, async (c) => {
    limitPasskeys(c);
    const { secret, options } = await askForPasskey(site, c.var.person.id);
    challengeCookie.put(c, site, secret);
    return c.json({ options });
  });

  routes.post(stepUpPasskeyPath, async (c) => {
    limitPasskeys(c);
    const { response, to } = await readJson(c, passkeyForm);
    const { person, session } = c.var;
    const secret = challengeCookie.read(c, site) ?? '';
    challengeCookie.forget(c, site);
    if (!(await usePasskey(site, secret, response, person.id)))
      return c.json({ error: say('sign-in.passkey-failed') }, 422);
    await confirmSignedIn(c, site, session);
    return c.json({ to: safePath(to || undefined) });
  });
  return routes;

  /** A form of ours. Whoever confirmed meanwhile, by passkey or in another tab, is let through with what was typed. */
  function posted(path: string, act: (c: Context<PersonEnv>, asking: Asking) => Promise<Response>): void {
    routes.post(path, async (c) => {
      const fields = await readFields(c, longestKept);
      const onward = onwardOf(fields);
      const ways = await waysToConfirm(site, c.var);
      return ways ? act(c, { fields, onward, ways }) : goOnward(c, onward, 'step-up');
    });
  }

  function shown(onward: Onward) {
    return { ...onward, say, mailLeaves };
  }
}
