import { findOne } from '#cli/let-in.ts';
import { openSite } from '#cli/open-site.ts';
import { CannotDo, wrongUse } from '#cli/told.ts';
import { readConfig } from '#config.ts';
import { findHostId, makeHost } from '#hosting/host.ts';

/** Makes somebody look after the site from its pages: for when whoever did is not there to hand it over. */
export async function host(args: readonly string[], config = readConfig()): Promise<number> {
  const nameOrEmail = args.join(' ').trim();
  if (nameOrEmail === '') throw new CannotDo('Say whom: snowdrop host NAME, or the mail address.', wrongUse);
  const { site, close } = await openSite(config, { begin: false });
  try {
    if ((await findHostId(site.database.reader)) === undefined)
      throw new CannotDo(
        'Nobody has made this site theirs yet: start it, and open the address that it says.',
      );
    const person = await findOne(site, nameOrEmail);
    await site.database.write((tx) => makeHost(tx, person.id));
    console.log(`${person.name} looks after this site now.`);
    return 0;
  } finally {
    await close();
  }
}
