import { invite } from '#families/invite.ts';
import { offerClaim } from '#hosting/claim.ts';
import { savePasskey } from '#people/passkeys.ts';
import { elias, nora } from '#test/cast.ts';
import { type World, world } from '#test/world.ts';

export type Place = Awaited<ReturnType<typeof settle>>;

/** A family with a page, a letter with a photograph, an open letter, an invitation, a passkey; a site to be claimed. */
export async function settle() {
  const site = await world();
  const wrens = await site.family();
  const { mother, memorial, id: familyId } = wrens;
  const { id: photographId } = await site.photograph(familyId, mother, 'a picture');
  const draft = await site.letter(memorial, mother, { published: false, photographs: [photographId] });
  const others = await site.family(
    { ...nora, email: 'nell@other.example' },
    { ...elias, email: 'edgar@other.example' },
  );
  await site.opened(others.memorial, 'robin');
  const secret = await site.database.write((tx) =>
    invite(
      tx,
      { familyId, invitedBy: mother.id, role: 'parent', name: '', email: undefined },
      site.clock.now(),
    ),
  );
  const publicKey = new Uint8Array([1]);
  await site.database.write((tx) =>
    savePasskey(
      tx,
      { id: 'a-passkey', personId: mother.id, publicKey, counter: 0, transports: [] },
      'A phone',
      site.clock.now(),
    ),
  );
  const claim = new URL((await offerClaim(site.site))!).pathname;
  return {
    site,
    wrens,
    others,
    mother,
    memorial,
    familyId,
    photographId,
    draft,
    secret,
    claim,
    home: `/home/memorials/${memorial.id}`,
    letter: `/home/tributes/${draft.id}`,
  };
}

/** Every route that changes something. */
export function takingRoutes({ app }: World): { method: string; path: string }[] {
  return app.routes.filter(({ method }) => method !== 'GET' && method !== 'ALL');
}
