import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { canTakeOver, keepSite, offeredUntil, offerSite, takeSiteOver } from '#hosting/hand-over.ts';
import { mailTakenOver } from '#hosting/hand-over-mail.ts';
import { findHostId } from '#hosting/host.ts';
import { HandOverPage } from '#hosting/pages/hand-over-page.tsx';
import { TakeOverPage } from '#hosting/pages/take-over-page.tsx';
import { handOverPath, takeOverPath } from '#hosting/paths.ts';
import { afterAnswer } from '#http/after-answer.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, filledLine, optionalEmail, readForm, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { languageHere, sayHere } from '#i18n/spoken.ts';
import { askForFirstAddress } from '#people/confirming/first-address.ts';
import { findPerson } from '#people/people.ts';
import { type PersonEnv, signIn, whoIs } from '#people/signed-in.tsx';
import { requireFresh } from '#people/confirming/step-up.tsx';
import type { Site } from '#schema/site.ts';

/** The site for somebody else to look after: the link, for its host, who was found to be that before. */
export function handOverRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const routes = new Hono<PersonEnv>();

  routes.get(handOverPath, (c) => show(c));

  routes.post(handOverPath, requireFresh(site), async (c) => {
    await readFields(c);
    const secret = await database.write((tx) => offerSite(tx, c.var.person, now()));
    // The link stands on this page only, and nowhere else: it is not kept.
    return show(c, `${site.url}${takeOverPath(secret)}`);
  });

  routes.delete(handOverPath, async (c) => {
    await database.write((tx) => keepSite(tx));
    return goOn(c, handOverPath);
  });
  return routes;

  async function show(c: Context<PersonEnv>, link?: string): Promise<Response> {
    const until = await offeredUntil(database.reader, now());
    return page(c, <HandOverPage say={sayHere} until={until} link={link} />);
  }
}

const known = z.object({});
const fresh = z.object({ name: filledLine(100), email: optionalEmail });

/** Taking it over. Its address stands in the sign-in space, since nobody needs to be signed in. */
export function takeOverRoutes(site: Site): Hono {
  const { database, now } = site;
  const { reader } = database;
  const routes = new Hono();

  routes.get('/sign-in/host/:secret', (c) => show(c, untouched));

  routes.post('/sign-in/host/:secret', async (c) => {
    const person = (await whoIs(c, site))?.person;
    const fields = await readFields(c);
    const read = readForm(person ? known : fresh, fields);
    if (!read.ok) return show(c, read.filled);
    const { name = '', email } = read.form as Partial<z.infer<typeof fresh>>;
    const by = { person, name, language: languageHere() };
    const taken = await database.write((tx) => takeSiteOver(tx, c.req.param('secret'), by, now()));
    // Also the second click on the same button.
    if (!taken) return show(c, untouched);
    const { host, before } = taken;
    if (before !== host.id) afterAnswer(c, 'mail', () => mailTakenOver(site, before, host));
    if (person) return goOn(c, '/home');
    await signIn(c, site, host.id, { isNew: true });
    if (email === undefined) return goOn(c, '/home');
    const { path, send } = await askForFirstAddress(site, sayHere, host, { email, to: '/home' });
    afterAnswer(c, 'mail', send);
    return goOn(c, path);
  });
  return routes;

  async function show(c: Context, filled: Filled): Promise<Response> {
    const person = (await whoIs(c, site))?.person;
    const hostId = (await findHostId(reader)) ?? '';
    const secret = c.req.param('secret') ?? '';
    if (!(await canTakeOver(reader, secret, now()))) {
      if (person?.id === hostId) return goOn(c, '/home');
      throw new NotFound();
    }
    const name = (await findPerson(reader, hostId))?.name ?? '';
    const shown = { say: sayHere, path: takeOverPath(secret), host: name, filled, signedInAs: person?.name };
    return page(c, <TakeOverPage {...shown} />, filled === untouched ? 200 : 422);
  }
}
