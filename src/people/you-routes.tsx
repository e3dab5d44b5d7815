import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { afterAnswer } from '#http/after-answer.ts';
import { goOn, page } from '#http/answers.ts';
import { secretCookie } from '#http/cookies.ts';
import { readFields } from '#http/fields.ts';
import { emailAddress, type Filled, line, optionalEmail, readForm, untouched } from '#http/forms.ts';
import { readJson } from '#http/json.ts';
import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import { westernDigits } from '#lib/western-digits.ts';
import { addPasskey, offerPasskey } from '#people/add-passkey.ts';
import { askToConfirm, confirmAddress } from '#people/confirm-address.ts';
import { deviceOf } from '#people/device.ts';
import { ConfirmPage } from '#people/pages/confirm-page.tsx';
import { PasskeyPage } from '#people/pages/passkey-page.tsx';
import { YouPage } from '#people/pages/you-page.tsx';
import { listPasskeys, namePasskey, type Passkey, removePasskey } from '#people/passkeys.ts';
import { passkeyPath, passkeysPath, safePath, yourAddressPath, youPath } from '#people/paths.ts';
import { findUnconfirmedEmail, savePerson, saveUnconfirmedEmail } from '#people/people.ts';
import { credentialForm } from '#people/relying-party.ts';
import { endOtherSessions, endSession, listSessions } from '#people/sessions.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

const filledLine = line(100).refine((name) => name !== '', 'error.missing');
const youForm = z.object({ name: filledLine, email: optionalEmail.transform((email) => email ?? '') });
const confirmForm = z.object({
  attempt: z.string(),
  email: emailAddress,
  code: z.string(),
  to: z.string().default(youPath).transform(safePath),
});
const nameForm = z.object({ name: filledLine });
const passkeyForm = z.object({ response: credentialForm });
const challengeCookie = secretCookie('snowdrop-new-passkey', 5 * 60, 'Strict');

/** A person's own page: name, mail address, passkeys, and the devices that are signed in. */
export function youRoutes(site: Site): Hono<PersonEnv> {
  const { database, mailer, now } = site;
  const { reader } = database;
  const say = sayIn('en');
  const mailLeaves = mailer.leaves;
  const routes = new Hono<PersonEnv>();

  routes.get(youPath, (c) => you(c, untouched));

  routes.post(youPath, async (c) => {
    const read = readForm(youForm, await readFields(c));
    if (!read.ok) return you(c, read.filled);
    const { person } = c.var;
    const { name, email } = read.form;
    const passkeys = await listPasskeys(reader, person.id);
    if (email === '' && person.email !== undefined && passkeys.length === 0) {
      return you(c, refused(read.filled, 'email', 'you.last-way-in'));
    }
    const isNew = email !== '' && email !== person.email;
    const asked = isNew ? await askToConfirm(site, say, person, email) : undefined;
    if (isNew && !asked) return you(c, refused(read.filled, 'email', 'problem.too-often.says'));
    const kept = { ...person, name, email: email === '' ? undefined : person.email };
    await database.write(async (tx) => {
      await savePerson(tx, kept);
      if (email === '') await saveUnconfirmedEmail(tx, person.id, undefined);
    });
    if (!asked) return goOn(c, youPath);
    afterAnswer(c, 'mail', asked.send);
    const shown = { say, attempt: asked.attempt, email, filled: untouched, mailLeaves };
    return page(c, <ConfirmPage {...shown} />);
  });

  // Where somebody new comes from claiming or joining with an address.
  routes.get(yourAddressPath, async (c) => {
    const email = await findUnconfirmedEmail(reader, c.var.person.id);
    const { attempt, to } = c.req.query();
    if (!email || !attempt) return goOn(c, youPath);
    const shown = { say, attempt, email, to: safePath(to), filled: untouched, mailLeaves };
    return page(c, <ConfirmPage {...shown} />);
  });

  routes.post(yourAddressPath, async (c) => {
    const read = readForm(confirmForm, await readFields(c));
    if (!read.ok) return you(c, read.filled);
    const { attempt, email, code, to } = read.form;
    const tried = { id: attempt, email, code: westernDigits(code).replace(/\s/g, '') };
    const confirmed = await confirmAddress(site, say, c.var.person, tried);
    if (!confirmed) {
      const filled = refused(untouched, 'code', 'you.wrong-code');
      const shown = { say, attempt, email, to, filled, mailLeaves };
      return page(c, <ConfirmPage {...shown} />, 422);
    }
    afterAnswer(c, 'mail', confirmed.send);
    return goOn(c, to);
  });

  routes.post(`${passkeysPath}/options`, async (c) => {
    const { secret, options } = await offerPasskey(site, c.var.person);
    challengeCookie.put(c, site, secret);
    return c.json({ options });
  });

  routes.post(passkeysPath, async (c) => {
    const { response } = await readJson(c, passkeyForm);
    const secret = challengeCookie.read(c, site) ?? '';
    challengeCookie.forget(c, site);
    const answer = { credential: response, name: deviceOf(c.req.header('user-agent')) };
    const id = await addPasskey(site, c.var.person, secret, answer);
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

  routes.delete(`${passkeysPath}/:id`, async (c) => {
    const { person } = c.var;
    const passkeys = await listPasskeys(reader, person.id);
    if (person.email === undefined && passkeys.length === 1)
      return you(c, refused(untouched, 'passkeys', 'you.last-way-in'));
    await database.write((tx) => removePasskey(tx, person.id, c.req.param('id')));
    return goOn(c, youPath);
  });

  routes.delete('/home/you/sessions/:id', async (c) => {
    const { person, session } = c.var;
    const id = c.req.param('id');
    await database.write((tx) =>
      id === 'others' ? endOtherSessions(tx, person.id, session.id) : endSession(tx, person.id, id),
    );
    return goOn(c, youPath);
  });
  return routes;

  async function ownPasskey(c: Context<PersonEnv>): Promise<Passkey> {
    const passkeys = await listPasskeys(reader, c.var.person.id);
    const passkey = passkeys.find(({ id }) => id === c.req.param('id'));
    if (!passkey) throw new NotFound();
    return passkey;
  }

  async function you(c: Context<PersonEnv>, filled: Filled): Promise<Response> {
    const { person, session } = c.var;
    const [passkeys, sessions, unconfirmed] = await Promise.all([
      listPasskeys(reader, person.id),
      listSessions(reader, person.id, now()),
      findUnconfirmedEmail(reader, person.id),
    ]);
    const shown = { say, person, unconfirmed, passkeys, sessions, current: session.id, filled };
    return page(c, <YouPage {...shown} />, Object.keys(filled.errors).length > 0 ? 422 : 200);
  }
}

function refused(filled: Filled, name: string, key: string): Filled {
  return { values: filled.values, errors: { [name]: { key } } };
}
