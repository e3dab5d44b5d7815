import { sayHere } from '#i18n/spoken.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { goOn, page, wantsJson } from '#http/answers.ts';
import type { Fields } from '#http/fields.ts';
import { StepUpPage } from '#people/confirming/step-up-page.tsx';
import { stepUpPath, stepUpTo } from '#people/paths.ts';
import { askedPath, isLooking, type PersonEnv, waitingForm } from '#people/signed-in.tsx';
import { waysToConfirm } from '#people/confirming/ways-to-confirm.ts';
import type { Site } from '#schema/site.ts';

/**
 * Guards what weighs more than most (decision 0014). It goes on when it was proved within the last ten
 * minutes who is there. Otherwise a page asks for that first, and then leads on to the page that was asked
 * for, or to the form with everything that was typed. A script gets 401 and `confirm`, the path of that
 * page. Stands after `requirePerson`:
 *
 *     routes.post('/home/…', requireFresh(site), async (c) => …);
 */
export function requireFresh(site: Site): MiddlewareHandler<PersonEnv> {
  return async (c, next) => (await confirmFirst(c, site)) ?? next();
}

/**
 * The same for a handler that has to look first: answers what to show instead, or nothing when it can go
 * on. `fields` are those of a form that was read already.
 */
export async function confirmFirst(
  c: Context<PersonEnv>,
  site: Site,
  fields?: Fields,
): Promise<Response | undefined> {
  const ways = await waysToConfirm(site, c.var);
  if (!ways) return undefined;
  const say = sayHere;
  if (wantsJson(c)) return c.json({ error: say('step-up.title'), confirm: stepUpPath }, 401);
  if (isLooking(c)) return goOn(c, stepUpTo(askedPath(c)));
  const kept = fields ? { path: askedPath(c), fields, files: 0 } : await waitingForm(c);
  return page(c, <StepUpPage say={say} ways={ways} kept={kept} mailLeaves={site.mailer.leaves} />, 401);
}
