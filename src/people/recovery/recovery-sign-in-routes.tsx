import { sayHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, refusedAt, untouched } from '#http/forms.ts';
import { allowance, tally } from '#http/limit.ts';
import { goOnward } from '#people/go-onward.tsx';
import { longestKept } from '#people/kept-form.ts';
import { onwardOf } from '#people/onward.ts';
import { RecoveryCodePage } from '#people/recovery/recovery-code-page.tsx';
import { recoverySignInPath, safePath } from '#people/paths.ts';
import { paperOf, readRecoveryCode } from '#people/recovery/recovery-code.ts';
import { deviceHere, signIn, whoIs } from '#people/signed-in.tsx';
import { useRecoveryCode } from '#people/recovery/use-recovery-code.ts';
import type { Site } from '#schema/site.ts';

/** Signing in with a code from paper, which says by itself whose it is. */
export function recoverySignInRoutes(site: Site): Hono {
  const say = sayHere;
  const mayTryHere = allowance(20, 15, site.proxies);
  // Of each paper, whether there is such a one or not: what is said tells nothing.
  const mayTryPaper = tally(20, 60);
  const routes = new Hono();

  routes.get(recoverySignInPath, async (c) => {
    const to = c.req.query('to');
    if (await whoIs(c, site)) return goOn(c, safePath(to));
    return page(c, <RecoveryCodePage say={say} after="sign-in" to={to && safePath(to)} />);
  });

  // Without a code it is the way here from a page that carries words along.
  routes.post(recoverySignInPath, async (c) => {
    const fields = await readFields(c, longestKept);
    const onward = onwardOf(fields);
    if (await whoIs(c, site)) return goOnward(c, onward, 'sign-in');
    const show = (filled: Filled, status: 200 | 422 | 429): Promise<Response> =>
      page(c, <RecoveryCodePage say={say} after="sign-in" {...onward} filled={filled} />, status);
    const typed = fields['recovery'];
    if (typed === undefined) return show(untouched, 200);
    const refuse = (key: string, status: 422 | 429) => show(refusedAt('recovery', key, fields), status);
    const code = readRecoveryCode(typed);
    if (!mayTryHere(c) || (code !== undefined && !mayTryPaper(paperOf(code))))
      return refuse('problem.too-often.says', 429);
    const personId = await useRecoveryCode(site, typed, deviceHere(c));
    if (personId === undefined) return refuse('recovery.wrong', 422);
    await signIn(c, site, personId, { isTold: true });
    return goOnward(c, onward, 'sign-in');
  });
  return routes;
}
