import { listArrivals, saveWelcome } from '#families/invitations/invitations.ts';
import { findPerson } from '#people/people.ts';
import type { Person } from '#people/person.ts';
import type { Site } from '#schema/site.ts';

/** Who has come since this person last looked, of those they invited into these families. Each is told of once. */
export async function takeArrivals(
  site: Site,
  personId: string,
  familyIds: readonly string[],
): Promise<Person[]> {
  const { reader, write } = site.database;
  const arrivals = await listArrivals(reader, personId, familyIds);
  if (arrivals.length === 0) return [];
  const told = arrivals.map(({ invitationId }) => invitationId);
  await write((tx) => saveWelcome(tx, told, site.now()));
  const people = await Promise.all(arrivals.map((arrival) => findPerson(reader, arrival.personId)));
  return people.filter((person) => person !== undefined);
}
