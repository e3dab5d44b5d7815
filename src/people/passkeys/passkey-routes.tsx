import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn, page } from '#http/answers.ts';
import { secretCookie } from '#http/cookies.ts';
import { readFields } from '#http/fields.ts';
import { line, readForm, refusedAt, untouched } from '#http/forms.ts';
import { readJson } from '#http/json.ts';
import { NotFound } from '#http/refusals.ts';
import { addPasskey, offerPasskey } from '#people/passkeys/add-passkey.ts';
import { PasskeyPage } from '#people/passkeys/passkey-page.tsx';
import { listPasskeys, namePasskey, type Passkey, removePasskey } from '#people/passkeys/passkeys.ts';
import { passkeyPath, passkeysPath, youPath } from '#people/paths.ts';
import { credentialForm } from '#people/passkeys/relying-party.ts';
import { deviceSaid, deviceToTell } from '#people/devices/device.ts';
import { deviceHere, type PersonEnv } from '#people/signed-in.tsx';
import { requireFresh } from '#people/confirming/step-up.tsx';
import { hasWayBack } from '#people/way-back.ts';
import type { Site } from '#schema/site.ts';

const nameForm = z.object({ name: line(100).refine((name) => name !== '', 'error.missing') });
const passkeyForm = z.object({ response: credentialForm });
const challengeCookie = secretCookie('snowdrop-new-passkey', 5 * 60, 'Strict');

/** A person's passkeys: adding one, giving it a name, taking it away. */
export function passkeyRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.post(`${passkeysPath}/options`, requireFresh(site), async (c) => {
    const { secret, options } = await offerPasskey(site, c.var.person);
    challengeCookie.put(c, site, secret);
    return c.json({ options });
  });

  // Its challenge was given to somebody who had confirmed who they are, five minutes ago at most.
  routes.post(passkeysPath, async (c) => {
    const { response } = await readJson(c, passkeyForm);
    const secret = challengeCookie.read(c, site) ?? '';
    challengeCookie.forget(c, site);
    const name = deviceSaid(say, deviceHere(c));
    const id = await addPasskey(site, c.var.person, secret, { credential: response, name });
    return id === undefined
      ? c.json({ error: say('you.passkey-failed') }, 422)
      : c.json({ to: passkeyPath({ id }) });
  });

  routes.get(`${passkeysPath}/:id`, async (c) =>
    page(c, <PasskeyPage say={say} passkey={await ownPasskey(c)} filled={untouched} />),
  );

  routes.post(`${passkeysPath}/:id`, async (c) => {
    const passkey = await ownPasskey(c);
    const read = readForm(nameForm, await readFields(c));
    if (!read.ok) return page(c, <PasskeyPage say={say} passkey={passkey} filled={read.filled} />, 422);
    await database.write((tx) => namePasskey(tx, c.var.person.id, passkey.id, read.form.name));
    return goOn(c, youPath);
  });

  routes.delete(`${passkeysPath}/:id`, requireFresh(site), async (c) => {
    const { person } = c.var;
    const passkey = await ownPasskey(c);
    if (!(await hasWayBack(reader, person, { passkeyId: passkey.id }))) {
      const filled = refusedAt('passkey', 'you.last-way-in');
      return page(c, <PasskeyPage say={say} passkey={passkey} filled={filled} />, 422);
    }
    const told = `${person.id} ${now()} ${deviceToTell(deviceHere(c))}`;
    await database.write(async (tx) => {
      if (await removePasskey(tx, person.id, passkey.id)) await tx.record({ passkeyRemoved: told });
    });
    return goOn(c, youPath);
  });
  return routes;

  async function ownPasskey(c: Context<PersonEnv>): Promise<Passkey> {
    const passkeys = await listPasskeys(reader, c.var.person.id);
    const passkey = passkeys.find(({ id }) => id === c.req.param('id'));
    if (!passkey) throw new NotFound();
    return passkey;
  }
}
