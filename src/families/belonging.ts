import { sql } from 'kysely';
import { roleOf, type Role } from '#families/role.ts';
import { hashSecret } from '#lib/secret.ts';
import type { Reader } from '#schema/database.ts';

/** What somebody may look at because of who they are and what they hold, at one moment. */
export type Belonging = {
  /** By family. */
  roles: ReadonlyMap<string, Role>;
  circles: ReadonlySet<string>;
  /** Memorials that they hold a key to which still opens. */
  opens: ReadonlySet<string>;
};

/**
 * What a person belongs to, and what the keys open that a browser holds (`holder`, the secret of its
 * cookie), in one query: it is asked anew for each private request, so that taking back works at once.
 */
export async function belongingOf(
  db: Reader,
  by: { personId?: string | undefined; keys?: { holder: string; now: string } | undefined },
): Promise<Belonging> {
  const roles = new Map<string, Role>();
  const circles = new Set<string>();
  const opens = new Set<string>();
  const members = db
    .selectFrom('member')
    .select([sql<string>`'role'`.as('what'), 'family_id as id', 'role'])
    .where('person_id', '=', by.personId ?? '');
  const inCircles = db
    .selectFrom('circle_member')
    .select([sql<string>`'circle'`.as('what'), 'circle_id as id', sql<string>`''`.as('role')])
    .where('person_id', '=', by.personId ?? '');
  const keys = db
    .selectFrom('key_holder')
    .innerJoin('link_key', 'link_key.id', 'key_holder.link_key_id')
    .select([sql<string>`'key'`.as('what'), 'link_key.memorial_id as id', sql<string>`''`.as('role')])
    .where('key_holder.token_hash', '=', hashSecret(by.keys?.holder ?? ''))
    .where('link_key.revoked_at', 'is', null)
    .where((eb) =>
      eb.or([eb('link_key.ends_at', 'is', null), eb('link_key.ends_at', '>', by.keys?.now ?? '')]),
    );
  const person = members.unionAll(inCircles);
  const rows = await (by.keys ? person.unionAll(keys) : person).execute();
  for (const row of rows) {
    if (row.what === 'role') roles.set(row.id, roleOf(row.role));
    else if (row.what === 'circle') circles.add(row.id);
    else opens.add(row.id);
  }
  return { roles, circles, opens };
}
