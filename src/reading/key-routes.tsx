import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { forgetKeys, holdKey } from '#audiences/let-in.tsx';
import { stillOpens } from '#families/link-key.ts';
import { findLinkKey } from '#families/link-keys.ts';
import { keyPath } from '#families/paths.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, line, readForm, untouched } from '#http/forms.ts';
import { allowance } from '#http/limit.ts';
import { readSpokenKey } from '#lib/spoken-key.ts';
import { KeyPage } from '#reading/pages/key-page.tsx';
import type { Site } from '#schema/site.ts';

const form = z.object({ key: line(100) });

/** Where a key is given in for what it opens. One address for all keys, so that none stands in a log. */
export function keyRoutes(site: Site): Hono {
  const { reader } = site.database;
  const say = sayHere;
  // Eighty bits are not guessed at this pace, and whoever mistypes has room for it.
  const mayTryNow = allowance(30, 15, site.proxies);
  const routes = new Hono();
  routes.get(keyPath, (c) => asked(c, untouched));

  routes.post(keyPath, async (c) => {
    const values = await readFields(c);
    const refuse = (key: string, status: 422 | 429) => asked(c, { values, errors: { key: { key } } }, status);
    if (!mayTryNow(c)) return refuse('problem.too-often.says', 429);
    const read = readForm(form, values);
    if (!read.ok) return asked(c, read.filled, 422);
    const typed = readSpokenKey(read.form.key);
    if (typed === undefined) return refuse('key.unreadable', 422);
    const key = await findLinkKey(reader, typed);
    // Never made, taken back and over look the same: a key says nothing about a page that it does not open.
    if (!key || !stillOpens(key, site.now())) return refuse('key.opens-nothing', 422);
    await holdKey(c, site, key);
    return goOn(c, `/with/${key.memorialId}`);
  });

  routes.delete(keyPath, async (c) => {
    await forgetKeys(c, site);
    return goOn(c, keyPath);
  });
  return routes;

  function asked(c: Context, filled: Filled, status: 200 | 422 | 429 = 200): Promise<Response> {
    return page(c, <KeyPage say={say} filled={filled} />, status);
  }
}
