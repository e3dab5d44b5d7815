import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { afterAnswer } from '#http/after-answer.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import {
  emailAddress,
  type Filled,
  line,
  optionalEmail,
  readForm,
  refusedAt,
  untouched,
} from '#http/forms.ts';
import { keepLanguage } from '#http/spoken.ts';
import { interfaceLanguages, isLanguage } from '#i18n/languages.ts';
import { askToConfirm, confirmAddress } from '#people/confirming/confirm-address.ts';
import { ConfirmPage } from '#people/confirming/confirm-page.tsx';
import { YouPage } from '#people/pages/you-page.tsx';
import { passkeyRoutes } from '#people/passkeys/passkey-routes.tsx';
import { listPasskeys } from '#people/passkeys/passkeys.ts';
import { safePath, yourAddressPath, youPath } from '#people/paths.ts';
import { findUnconfirmedEmail, savePerson, saveUnconfirmedEmail } from '#people/people.ts';
import { findRecoveryPaper } from '#people/recovery/recovery-codes.ts';
import { recoveryRoutes } from '#people/recovery/recovery-routes.tsx';
import { endSession, endSessions, listSessions } from '#people/sessions.ts';
import { type PersonEnv, signOut } from '#people/signed-in.tsx';
import { readDigits } from '#people/six-digits.ts';
import { confirmFirst } from '#people/confirming/step-up.tsx';
import { stepUpRoutes } from '#people/confirming/step-up-routes.tsx';
import { hasWayBack } from '#people/way-back.ts';
import type { Site } from '#schema/site.ts';

const filledLine = line(100).refine((name) => name !== '', 'error.missing');
const youForm = z.object({
  name: filledLine,
  email: optionalEmail.transform((email) => email ?? ''),
  language: z.enum(interfaceLanguages, { error: 'error.choice' }).optional(),
});
const confirmForm = z.object({
  attempt: z.string(),
  email: emailAddress,
  code: z.string(),
  to: z.string().default(youPath).transform(safePath),
});

/** A person's own page: name, mail address, passkeys, recovery codes, and the devices that are signed in. */
export function youRoutes(site: Site): Hono<PersonEnv> {
  const { database, mailer, now } = site;
  const { reader } = database;
  const say = sayHere;
  const mailLeaves = mailer.leaves;
  const routes = new Hono<PersonEnv>();

  routes.get(youPath, (c) => you(c, untouched));

  routes.post(youPath, async (c) => {
    const fields = await readFields(c);
    const read = readForm(youForm, fields);
    if (!read.ok) return you(c, read.filled);
    const { person } = c.var;
    const { name, email, language = person.language } = read.form;
    const isNew = email !== '' && email !== person.email;
    const isTaken = email === '' && person.email !== undefined;
    if (isTaken && !(await hasWayBack(reader, person, { email: true })))
      return you(c, refusedAt('email', 'you.last-way-in', fields));
    const first = isNew || isTaken ? await confirmFirst(c, site, fields) : undefined;
    if (first) return first;
    const asked = isNew ? await askToConfirm(site, say, person, email) : undefined;
    if (isNew && !asked) return you(c, refusedAt('email', 'problem.too-often.says', fields));
    const kept = { ...person, name, email: email === '' ? undefined : person.email, language };
    await database.write(async (tx) => {
      await savePerson(tx, kept);
      if (email === '') await saveUnconfirmedEmail(tx, person.id, undefined);
    });
    if (isLanguage(language)) keepLanguage(c, site, language);
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
    const tried = { id: attempt, email, code: readDigits(code) };
    const confirmed = await confirmAddress(site, say, c.var.person, tried);
    if (!confirmed) {
      const filled = refusedAt('code', 'you.wrong-code');
      const shown = { say, attempt, email, to, filled, mailLeaves };
      return page(c, <ConfirmPage {...shown} />, 422);
    }
    afterAnswer(c, 'mail', confirmed.send);
    return goOn(c, to);
  });

  // Ending is not guarded: whoever ends too much has only to sign in once more.
  routes.delete('/home/you/sessions/:id', async (c) => {
    const { person, session } = c.var;
    const id = c.req.param('id');
    if (id === 'all') {
      await database.write((tx) => endSessions(tx, person.id, undefined, now()));
      await signOut(c, site);
      return goOn(c, '/');
    }
    await database.write((tx) =>
      id === 'others' ? endSessions(tx, person.id, session.id, now()) : endSession(tx, person.id, id, now()),
    );
    return goOn(c, youPath);
  });

  routes.route('/', passkeyRoutes(site));
  routes.route('/', recoveryRoutes(site));
  routes.route('/', stepUpRoutes(site));
  return routes;

  async function you(c: Context<PersonEnv>, filled: Filled): Promise<Response> {
    const { person, session } = c.var;
    const [passkeys, paper, sessions, unconfirmed] = await Promise.all([
      listPasskeys(reader, person.id),
      findRecoveryPaper(reader, person.id),
      listSessions(reader, person.id, now()),
      findUnconfirmedEmail(reader, person.id),
    ]);
    const shown = { say, person, unconfirmed, passkeys, paper, sessions, current: session.id, filled };
    return page(c, <YouPage {...shown} />, Object.keys(filled.errors).length > 0 ? 422 : 200);
  }
}
