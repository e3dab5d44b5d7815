import { makeCircle, putInCircles } from '#families/circles/circles.ts';
import { makeLinkKey } from '#families/link-keys.ts';
import { removeFromFamily } from '#families/members/removal.ts';
import type { Role } from '#families/role.ts';
import { elias, nora } from '#test/cast.ts';
import { cookieName, type Family, type Visitor, type World } from '#test/world.ts';

export type Space = 'public' | 'with' | 'home';

/** Somebody who looks, by one or several browsers, and the spaces in which they find what is theirs to see. */
export type Viewer = {
  name: string;
  asks: readonly { as?: Visitor; headers?: Record<string, string>; in?: ReadonlySet<Space> }[];
  spaces: ReadonlySet<Space>;
  email?: string;
};

const everybody = new Set<Space>(['public']);
const letIn = new Set<Space>(['public', 'with']);
const keeping = new Set<Space>(['public', 'with', 'home']);

/** A family with two circles, and the twelve who look, each of them as they come to be: by the real ways. */
export async function gather(site: World) {
  const family = await site.family();
  const { id: familyId, mother, father, memorial } = family;
  const now = site.clock.now();
  const { write } = site.database;
  await site.opened(memorial, 'wren', undefined, 'everyone', { indexed: true });
  const circle = await write((tx) => makeCircle(tx, { familyId, name: 'The grandparents' }, now));
  const another = await write((tx) => makeCircle(tx, { familyId, name: 'The cousins' }, now));
  const joins = async (role: Role, name: string, within: { id: string }[] = []): Promise<Visitor> => {
    const email = `${name.toLowerCase().replaceAll(' ', '-')}@family.example`;
    const member = await site.joins(familyId, role, { name, email });
    const ids = within.map(({ id }) => id);
    await write((tx) => putInCircles(tx, { familyId, personId: member.id }, ids, now));
    return member;
  };
  const uncle = await joins('relative', 'Uncle Bo', [circle]);
  await write((tx) => removeFromFamily(tx, { familyId, personId: uncle.id }, mother, now));
  const elsewhere = await site.family(
    { ...nora, email: 'nell@other.example' },
    { ...elias, email: 'ed@other.example' },
  );
  const host = await site.person({ name: 'A host', email: 'somebody@host.example' });
  await write((tx) => tx.insertInto('setting').values({ name: 'host', value: host.id }).execute());
  const signedIn = (name: string, as: Visitor, spaces: ReadonlySet<Space>, email?: string): Viewer => ({
    name,
    asks: [{ as }],
    spaces,
    email: email ?? `${as.name.toLowerCase().replaceAll(' ', '-')}@family.example`,
  });
  const keeper = await joins('keeper', 'Aunt Ada');
  const viewers: Viewer[] = [
    {
      name: 'nobody',
      // As robots where they look, and with cookies that were never ours where one has to be let in.
      asks: [
        { headers: { 'user-agent': 'facebookexternalhit/1.1 Googlebot/2.1' }, in: everybody },
        { as: madeUp(site), in: new Set(['with', 'home']) },
      ],
      spaces: everybody,
    },
    { name: 'link holder', asks: [{ as: await holder(site, family, 'For the choir') }], spaces: letIn },
    { name: 'revoked link', asks: [{ as: await revokedHolder(site, family) }], spaces: everybody },
    signedIn('relative in the circle', await joins('relative', 'Grandmother Liv', [circle]), letIn),
    signedIn('relative of another circle', await joins('relative', 'Cousin Ida', [another]), letIn),
    signedIn('revoked relative', uncle, letIn),
    signedIn('doorkeeper', await joins('doorkeeper', 'Jo', [circle]), letIn),
    signedIn('keeper', keeper, keeping),
    signedIn('parent', father, keeping, elias.email),
    signedIn('parent of another family', elsewhere.mother, letIn, 'nell@other.example'),
    signedIn('host', host, letIn, 'somebody@host.example'),
    {
      name: 'remote server',
      asks: [{ headers: { accept: 'application/activity+json', 'user-agent': 'Mastodon/4.3.0' } }],
      spaces: everybody,
    },
  ];
  return {
    family,
    circle,
    memberId: keeper.id,
    viewers,
    writer: signedIn('writer', mother, keeping, nora.email),
  };
}

/** A browser whose cookies were never ours. */
function madeUp(site: World): Visitor {
  const cookies = [cookieName, '__Host-snowdrop-keys'].map((name) => [name, 'A'.repeat(43)] as const);
  return { ...site.stranger(), cookies: new Map(cookies) };
}

/** Somebody who gave a key in. */
async function holder(site: World, { mother, memorial }: Family, name: string): Promise<Visitor> {
  const made = { memorialId: memorial.id, name, madeBy: mother.id, endsAt: undefined };
  const key = await site.database.write((tx) => makeLinkKey(tx, made, site.clock.now()));
  const as = site.stranger();
  const { status } = await site.request('/key', { as, form: { key } });
  if (status !== 303 || as.cookies.size !== 1) throw new Error(`The key “${name}” opened nothing.`);
  return as;
}

/** Somebody who gave a key in that a parent took back after that. */
async function revokedHolder(site: World, family: Family): Promise<Visitor> {
  const { mother, memorial } = family;
  const name = 'For the neighbours';
  const as = await holder(site, family, name);
  const { id } = await site.database.reader
    .selectFrom('link_key')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  const path = `/home/memorials/${memorial.id}/keys/${id}?_method=delete`;
  const { status } = await site.request(path, { as: mother, form: {} });
  if (status !== 303) throw new Error('The key was not taken back.');
  return as;
}
