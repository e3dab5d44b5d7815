import { findMember, rolesOf } from '#families/families.ts';
import type { Member } from '#families/family.ts';
import { type Role, roles } from '#families/role.ts';
import { NotFound } from '#http/refusals.ts';
import type { Reader } from '#schema/database.ts';

/** The family that was asked for, or the first, in which somebody has one of these roles; else `NotFound`. */
export async function ownFamily(
  db: Reader,
  person: { id: string },
  asked: string | undefined,
  as: readonly Role[] = roles,
): Promise<string> {
  const theirs = [...(await rolesOf(db, person.id))].filter(([, role]) => as.includes(role));
  const [familyId] = theirs.find(([id]) => asked === undefined || id === asked) ?? [];
  if (familyId === undefined) throw new NotFound();
  return familyId;
}

/** Somebody of a family in which this person is a parent; `NotFound` for everybody else. */
export async function memberForParent(
  db: Reader,
  person: { id: string },
  asked: { personId: string | undefined; familyId: string | undefined },
): Promise<Member> {
  const familyId = await ownFamily(db, person, asked.familyId, ['parent']);
  const member = await findMember(db, { familyId, personId: asked.personId ?? '' });
  if (!member) throw new NotFound();
  return member;
}
