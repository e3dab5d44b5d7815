import { instantAfter } from '#lib/instant.ts';
import { expect, test } from 'vitest';
import { acceptInvitation } from '#families/invitations/accept.ts';
import { countFamilies, listMembers, rolesOf, saveMember, saveSignature } from '#families/families.ts';
import { foundFamily } from '#families/found.ts';
import { findInvitation, listInvitations, revokeInvitation } from '#families/invitations/invitations.ts';
import { invite } from '#families/invitations/invite.ts';
import { hashSecret } from '#lib/secret.ts';
import { addPerson } from '#people/people.ts';
import type { Database } from '#schema/database.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T10:00:00.000Z';
const days = (count: number, seconds: number) =>
  Temporal.Instant.from(now)
    .add({ seconds: count * 24 * 3600 + seconds })
    .toString({ fractionalSecondDigits: 3 });

/** Nora has a family of her own; Elias has none yet, and an invitation into hers. */
async function invited(database: Database) {
  const { reader, write } = database;
  const mother = await write((tx) => addPerson(tx, nora, now));
  const father = await write((tx) => addPerson(tx, elias, now));
  const familyId = await write((tx) => foundFamily(tx, mother.id, nora.signsAs, now));
  const secret = await write((tx) =>
    invite(tx, { familyId, invitedBy: mother.id, role: 'parent', name: elias.name, email: elias.email }, now),
  );
  // A moment later: who came first stands first.
  const later = instantAfter(now, { minutes: 1 });
  const accept = (by: { id: string }, at = later, signsAs = elias.signsAs) =>
    write((tx) => acceptInvitation(tx, secret, { id: by.id, signsAs }, at));
  const [invitation] = await listInvitations(reader, familyId);
  return { reader, write, mother, father, familyId, secret, accept, invitation: invitation! };
}

eachDatabase('families', (open) => {
  test('begin with one parent, and the other joins as an equal', async () => {
    const { reader, write, mother, father, familyId, accept } = await invited((await open()).database);
    expect(await rolesOf(reader, father.id)).toEqual(new Map());
    expect(await accept(father)).toBe(familyId);
    expect(await rolesOf(reader, mother.id)).toEqual(new Map([[familyId, 'parent']]));
    expect(await rolesOf(reader, father.id)).toEqual(new Map([[familyId, 'parent']]));
    expect(await listMembers(reader, familyId)).toEqual([
      { familyId, personId: mother.id, role: 'parent', signsAs: 'Mama' },
      { familyId, personId: father.id, role: 'parent', signsAs: 'Papa' },
    ]);
    await write((tx) => saveSignature(tx, { familyId, personId: father.id }, 'Daddy'));
    expect((await listMembers(reader, familyId)).map(({ signsAs }) => signsAs)).toEqual(['Mama', 'Daddy']);
    expect(await countFamilies(reader)).toBe(1);
  });

  test('keep nothing of an invitation that could be used again', async () => {
    const { reader, secret } = await invited((await open()).database);
    expect(secret).toMatch(/^[\w-]{43}$/);
    const rows = JSON.stringify(await reader.selectFrom('invitation').selectAll().execute());
    expect(rows).not.toContain(secret);
    expect(rows).toContain(hashSecret(secret));
  });

  test('let an invitation in once, also for two who come at the same moment', async () => {
    const { reader, familyId, mother, father, accept, secret } = await invited((await open()).database);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => accept(at % 2 ? father : mother)),
    );
    expect(answers.filter((answer) => answer !== undefined)).toEqual([familyId]);
    expect(await findInvitation(reader, hashSecret(secret), now)).toBeUndefined();
    expect(await accept(father)).toBeUndefined();
    expect(await listInvitations(reader, familyId)).toEqual([]);
  });

  test('let nobody in by one that was taken back', async () => {
    const { reader, write, familyId, father, accept, secret, invitation } = await invited(
      (await open()).database,
    );
    await write((tx) => revokeInvitation(tx, invitation.id, 'another-family', now));
    expect(await findInvitation(reader, hashSecret(secret), now)).toEqual(invitation);
    await write((tx) => revokeInvitation(tx, invitation.id, familyId, now));
    expect(await findInvitation(reader, hashSecret(secret), now)).toBeUndefined();
    expect(await accept(father)).toBeUndefined();
    expect(await rolesOf(reader, father.id)).toEqual(new Map());
  });

  test('let nobody in by one that is older than fourteen days', async () => {
    const { reader, familyId, father, accept, secret } = await invited((await open()).database);
    expect(await findInvitation(reader, hashSecret(secret), days(14, -1))).toBeDefined();
    expect(await accept(father, days(14, 1))).toBeUndefined();
    // It is still known that somebody was invited, so that the link can be made anew.
    expect(await listInvitations(reader, familyId)).toHaveLength(1);
    expect(await accept(father, days(14, -1))).toBe(familyId);
  });

  test('an invitation that was accepted is not taken back', async () => {
    const { reader, write, familyId, father, accept, invitation } = await invited((await open()).database);
    await accept(father);
    await write((tx) => revokeInvitation(tx, invitation.id, familyId, now));
    expect(await rolesOf(reader, father.id)).toEqual(new Map([[familyId, 'parent']]));
    expect(await reader.selectFrom('invitation').select('revoked_at').execute()).toEqual([
      { revoked_at: null },
    ]);
  });

  test('whoever is a parent stays one, whatever else they are invited as', async () => {
    const { reader, write, familyId, mother } = await invited((await open()).database);
    await write((tx) =>
      saveMember(tx, { familyId, personId: mother.id, role: 'relative', signsAs: 'x' }, now),
    );
    expect(await listMembers(reader, familyId)).toEqual([
      { familyId, personId: mother.id, role: 'parent', signsAs: 'Mama' },
    ]);
  });

  test('what is half done when something fails is not done at all', async () => {
    const { reader, write, father, secret } = await invited((await open()).database);
    const failing = write(async (tx) => {
      await acceptInvitation(tx, secret, { id: father.id, signsAs: 'Papa' }, now);
      throw new Error('the light went out');
    });
    await expect(failing).rejects.toThrow('the light went out');
    expect(await rolesOf(reader, father.id)).toEqual(new Map());
    expect(await findInvitation(reader, hashSecret(secret), now)).toBeDefined();
  });
});
