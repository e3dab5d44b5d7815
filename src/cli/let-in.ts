import { openSite } from '#cli/open-site.ts';
import { CannotDo, wrongUse } from '#cli/told.ts';
import { readConfig } from '#config.ts';
import { addAttempt } from '#people/attempts.ts';
import { signInLinkPath } from '#people/paths.ts';
import { findPeopleCalled, findPerson } from '#people/people.ts';
import type { Person } from '#people/person.ts';
import type { Site } from '#schema/site.ts';

/** Prints an address that signs somebody in once, within ten minutes: for whoever lost every other way. */
export async function letIn(args: readonly string[], config = readConfig()): Promise<number> {
  const nameOrEmail = args.join(' ').trim();
  if (nameOrEmail === '')
    throw new CannotDo('Say whom: snowdrop let-in NAME, or the mail address.', wrongUse);
  const { site, close } = await openSite(config, { begin: false });
  try {
    const person = await findOne(site, nameOrEmail);
    console.log(`Opened within ten minutes, this address signs ${person.name} in, once:`);
    console.log(`  ${await addressFor(site, person)}`);
    return 0;
  } finally {
    await close();
  }
}

/** A fresh one-time address. Not counted with the mails that somebody asks for: whoever sits at the host's shell may. */
export async function addressFor(site: Site, person: Person): Promise<string> {
  const { secret } = await site.database.write((tx) => addAttempt(tx, person.id, site.now()));
  return `${site.url}${signInLinkPath(secret)}`;
}

/** The one person who is called so or has this mail address. Refuses, in words, where it is nobody or several. */
export async function findOne({ database }: Site, called: string): Promise<Person> {
  const known = await findPerson(database.reader, called);
  const found = known ? [known] : await findPeopleCalled(database.reader, called);
  const [person, ...others] = found;
  if (!person)
    throw new CannotDo(
      `Nobody here is called “${called}” or has that mail address. Write it exactly as they did.`,
    );
  if (others.length === 0) return person;
  const lines = found.map(
    ({ id, name, email }) => `  ${name}, ${email ?? `without a mail address: say ${id}`}`,
  );
  throw new CannotDo(
    [`Several people here are called “${called}”. Say the mail address instead:`, ...lines].join('\n'),
  );
}
