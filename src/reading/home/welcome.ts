import { localeOf } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { takeArrivals } from '#families/invitations/arrivals.ts';
import { listMembers } from '#families/families.ts';
import { keepsPages, type Role } from '#families/role.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { listFormat } from '#i18n/formats.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { findPerson } from '#people/people.ts';
import { takeCovered } from '#tributes/covers/take-covered.ts';
import type { Site } from '#schema/site.ts';

type Somebody = Extract<Viewer, { kind: 'person' }>;

/**
 * What home says once: to somebody who has just come into the family `joined`, whose page it is and what
 * they can do; to whoever invited somebody, that they are there; to whoever wrote something that a parent laid
 * a cover over, that it lies there; to whoever has just left, that they have.
 */
export async function welcomes(
  site: Site,
  say: Say,
  viewer: Somebody,
  home: { joined: string | undefined; left: boolean; memorials: readonly Memorial[] },
): Promise<string[]> {
  const covered = await takeCovered(site, say, viewer, home.memorials);
  const arrived = await takeArrivals(site, viewer.id, [...viewer.roles.keys()]);
  const told = [
    ...(home.left ? [say('home.left')] : []),
    ...arrived.map(({ name }) => say('home.arrived', { name })),
    ...covered,
  ];
  const role = viewer.roles.get(home.joined ?? '');
  if (home.joined === undefined || role === undefined) return told;
  if (!keepsPages(role)) {
    const parents = listed(await namesIn(site, home.joined, viewer.id, ['parent']));
    return [say(`home.welcome-${role}`, { names: parents }), ...told];
  }
  const others = await namesIn(site, home.joined, viewer.id, ['parent', 'keeper']);
  const children = home.memorials.filter(({ familyId }) => familyId === home.joined);
  if (others.length === 0) return [say('home.welcome-first'), ...told];
  const names = { names: listed(others), count: others.length };
  if (children.length === 0) return [say('home.welcome-none', names), ...told];
  const called = listed(children.map((memorial) => calledIn(memorial, languageHere())));
  const as = role === 'parent' ? 'parent' : 'keeper';
  return [say(`home.welcome-${as}`, { ...names, called }), ...told];
}

async function namesIn(
  { database }: Site,
  familyId: string,
  except: string,
  as: readonly Role[],
): Promise<string[]> {
  const members = (await listMembers(database.reader, familyId)).filter(
    ({ personId, role }) => personId !== except && as.includes(role),
  );
  const people = await Promise.all(members.map(({ personId }) => findPerson(database.reader, personId)));
  return people.flatMap((person) => person?.name ?? []);
}

function listed(names: readonly string[]): string {
  return listFormat(localeOf(languageHere()), { type: 'conjunction' }).format(names);
}
