import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { listMembers } from '#families/families.ts';
import { type Invitation, stateOf } from '#families/invitations/invitation.ts';
import type { InvitedAs } from '#families/invitations/invitation-mail.ts';
import { findKnownInvitation } from '#families/invitations/invitations.ts';
import { joinFamily } from '#families/invitations/join.ts';
import { JoinPage } from '#families/invitations/join-page.tsx';
import { OverPage } from '#families/invitations/over-page.tsx';
import { joinPath } from '#families/paths.ts';
import { afterAnswer } from '#http/after-answer.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, line, optionalEmail, readForm, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { hashSecret } from '#lib/secret.ts';
import { askForFirstAddress } from '#people/confirming/first-address.ts';
import { findPerson } from '#people/people.ts';
import { signIn, whoIs } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

const joinForm = z.object({
  name: line(100).refine((text) => text !== '', 'error.missing'),
  'signs-as': line(100),
  email: optionalEmail,
});

/** Taking up an invitation. Its address stands in the sign-in space, since nobody needs to be signed in. */
export function joinRoutes(site: Site): Hono {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono();

  routes.get('/sign-in/invitation/:secret', (c) => join(c, untouched));

  routes.post('/sign-in/invitation/:secret', async (c) => {
    const found = await whoIs(c, site);
    const fields = await readFields(c);
    const read = readForm(joinForm, found ? { email: '', ...fields, name: found.person.name } : fields);
    if (!read.ok) return join(c, read.filled);
    const { name, email } = read.form;
    const by = {
      person: found?.person,
      name,
      signsAs: read.form['signs-as'] || name,
      form: fields['form'],
      // Somebody new goes on in the language that they read this in.
      language: languageHere(),
    };
    const joined = await database.write((tx) => joinFamily(tx, c.req.param('secret'), by, now()));
    if (!joined) return join(c, read.filled);
    if (found) return goOn(c, joined.path);
    await signIn(c, site, joined.personId, { isNew: true });
    if (email === undefined) return goOn(c, joined.path);
    const person = { id: joined.personId, name, email: undefined, language: languageHere() };
    const { path, send } = await askForFirstAddress(site, say, person, { email, to: joined.path });
    afterAnswer(c, 'mail', send);
    return goOn(c, path);
  });
  return routes;

  async function join(c: Context, filled: Filled): Promise<Response> {
    const secret = c.req.param('secret') ?? '';
    const invitation = await findKnownInvitation(reader, hashSecret(secret));
    if (!invitation) throw new NotFound();
    const found = await whoIs(c, site);
    const invitedBy = (await findPerson(reader, invitation.invitedBy))?.name ?? '';
    const state = stateOf(invitation, now());
    if (state !== 'open') {
      if (found && found.person.id === invitation.acceptedBy) return goOn(c, '/home');
      return page(c, <OverPage say={say} state={state} invitedBy={invitedBy} />, 410);
    }
    return page(
      c,
      <JoinPage
        say={say}
        path={joinPath(secret)}
        as={await invitedAs(invitation)}
        name={invitation.name}
        invitedBy={invitedBy}
        filled={filled}
        signedInAs={found?.person.name}
      />,
      filled === untouched ? 200 : 422,
    );
  }

  async function invitedAs({ familyId, role }: Invitation): Promise<InvitedAs> {
    if (role !== 'parent') return role;
    return (await listMembers(reader, familyId)).length === 0 ? 'first' : 'parent';
  }
}
