import { randomUUIDv7 } from 'node:crypto';
import type { Person } from '#people/person.ts';
import type { Reader, Tx } from '#schema/database.ts';

type PersonRow = { id: string; name: string; email: string | null; language: string };
const personColumns = ['person.id', 'person.name', 'person.email', 'person.language'] as const;

/** Adds a person. Throws when the mail address belongs to somebody already: ask `findPersonByEmail` first. */
export async function addPerson(
  tx: Tx,
  person: { name: string; email: string | undefined; language?: string },
  now: string,
): Promise<Person> {
  const id = randomUUIDv7();
  const { language = '' } = person;
  await tx
    .insertInto('person')
    .values({ id, name: person.name, email: person.email ?? null, language, created_at: now })
    .execute();
  return { id, name: person.name, email: person.email, language };
}

export async function findPerson(db: Reader, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').select(personColumns).where('id', '=', id).executeTakeFirst();
  return row && personFrom(row);
}

/** What people are called, by their ids, in the order in which they are asked for. */
export async function findNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return new Map(ids.filter((id) => names.has(id)).map((id) => [id, names.get(id)!]));
}

export async function findPersonByEmail(db: Reader, email: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(personColumns)
    .where('email', '=', email)
    .executeTakeFirst();
  return row && personFrom(row);
}

/** People with this name or mail address, for the host's shell. */
export async function findPeopleCalled(db: Reader, called: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('person')
    .select(personColumns)
    .where((eb) => eb.or([eb('name', '=', called), eb('email', '=', called.toLowerCase())]))
    .orderBy('created_at')
    .execute();
  return rows.map(personFrom);
}

export async function savePerson(tx: Tx, person: Person): Promise<void> {
  await tx
    .updateTable('person')
    .set({ name: person.name, email: person.email ?? null, language: person.language })
    .where('id', '=', person.id)
    .execute();
}

/** The address that a person wrote and has not confirmed. It lets nobody in, and others may have written it too. */
export async function findUnconfirmedEmail(db: Reader, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('unconfirmed_email')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.unconfirmed_email ?? undefined;
}

export async function saveUnconfirmedEmail(
  tx: Tx,
  personId: string,
  email: string | undefined,
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ unconfirmed_email: email ?? null })
    .where('id', '=', personId)
    .execute();
}

function personFrom(row: PersonRow): Person {
  return { id: row.id, name: row.name, email: row.email ?? undefined, language: row.language };
}
