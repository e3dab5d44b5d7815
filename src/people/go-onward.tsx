import { sayHere } from '#i18n/spoken.ts';
import type { Context } from 'hono';
import { goOn, page } from '#http/answers.ts';
import type { Onward } from '#people/onward.ts';
import { BackPage } from '#people/pages/onward-form.tsx';
import { safePath } from '#people/paths.ts';

/** On to where somebody was going, or to the form that waited for them, with everything typed in it. */
export function goOnward(
  c: Context,
  { to, kept }: Onward,
  after: 'sign-in' | 'step-up',
): Promise<Response> | Response {
  return kept ? page(c, <BackPage say={sayHere} kept={kept} after={after} />) : goOn(c, safePath(to));
}
