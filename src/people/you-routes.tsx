import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { emailAddress, type Filled, line, readForm, untouched } from '#http/forms.ts';
import { sayIn } from '#i18n/messages.ts';
import { deviceOf } from '#people/device.ts';
import { YouPage } from '#people/pages/you-page.tsx';
import { addPasskey, listPasskeys, offerPasskey, removePasskey } from '#people/passkeys.ts';
import { passkeysPath, youPath } from '#people/paths.ts';
import { findPersonByEmail, savePerson } from '#people/people.ts';
import { endOtherSessions, endSession, listSessions } from '#people/sessions.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

const form = z.object({
  name: line(100).refine((name) => name !== '', 'error.missing'),
  email: z.union([z.literal('').transform(() => undefined), emailAddress]),
});

/** A person's own page: name, mail address, passkeys, and the devices that are signed in. */
export function youRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayIn('en');
  const routes = new Hono<PersonEnv>();

  routes.get(youPath, (c) => you(c, untouched));

  routes.post(youPath, async (c) => {
    const read = readForm(form, await readFields(c));
    if (!read.ok) return you(c, read.filled, 422);
    const { person } = c.var;
    const saved = await database.write(async (tx) => {
      const holder = read.form.email && (await findPersonByEmail(tx, read.form.email));
      if (holder && holder.id !== person.id) return false;
      await savePerson(tx, { ...person, ...read.form });
      return true;
    });
    if (!saved) return you(c, { ...read.filled, errors: { email: { key: 'error.email-taken' } } }, 422);
    return goOn(c, youPath);
  });

  routes.post(`${passkeysPath}/options`, async (c) => c.json(await offerPasskey(site, c.var.person)));

  routes.post(passkeysPath, async (c) => {
    const { challengeId, response } = z
      .object({ challengeId: z.string(), response: z.looseObject({ id: z.string() }) })
      .parse(await c.req.json());
    const answer = response as unknown as RegistrationResponseJSON;
    const added = await addPasskey(site, c.var.person, challengeId, answer, deviceOf(c)).catch(() => false);
    return added ? c.json({ to: youPath }) : c.json({ error: say('you.passkey-failed') }, 422);
  });

  routes.delete(`${passkeysPath}/:id`, async (c) => {
    await database.write((tx) => removePasskey(tx, c.var.person.id, c.req.param('id')));
    return goOn(c, youPath);
  });

  routes.delete('/home/you/sessions/:id', async (c) => {
    const { person, session } = c.var;
    const id = c.req.param('id');
    await database.write((tx) => (id === 'others' ? endOtherSessions(tx, person.id, session.id) : endSession(tx, person.id, id)));
    return goOn(c, youPath);
  });
  return routes;

  async function you(c: Context<PersonEnv>, filled: Filled, status: 200 | 422 = 200): Promise<Response> {
    const { person, session } = c.var;
    const [passkeys, sessions] = await Promise.all([listPasskeys(reader, person.id), listSessions(reader, person.id, now())]);
    return page(c, <YouPage say={say} person={person} passkeys={passkeys} sessions={sessions} current={session.id} filled={filled} />, status);
  }
}
