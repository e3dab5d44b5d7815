import { makeCircle } from '#families/circles/circles.ts';
import { invite } from '#families/invitations/invite.ts';
import { offerClaim } from '#hosting/claim.ts';
import { saveSetting } from '#hosting/settings.ts';
import { instantAfter } from '#lib/instant.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';
import { savePasskey } from '#people/passkeys/passkeys.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { elias, ines, nora } from '#test/cast.ts';
import { keepPress, release, writeCorrection } from '#test/for-press.ts';
import { type Family, type Visitor, type World, world } from '#test/world.ts';
import { askToSign } from '#tributes/signing/ask-to-sign.ts';
import { askParents } from '#tributes/approval/approve.ts';
import { findDrafts, saveDraft } from '#tributes/writing/drafts.ts';

export type Place = Awaited<ReturnType<typeof settle>>;

/** A family with a page, a letter with a photograph, an open letter, an invitation, a passkey, a correction; a site to be claimed. */
export async function settle(picture: string | Buffer = 'a picture') {
  const site = await world();
  const wrens = await site.family();
  const { mother, memorial, id: familyId } = wrens;
  const { id: photographId } = await site.photograph(familyId, mother, picture);
  const draft = await site.letter(memorial, mother, { published: false, photographs: [photographId] });
  const aunt = await site.joins(familyId, 'keeper', ines);
  const keepers = await askedAbout(site, memorial, aunt, mother, picture);
  const others = await site.family(
    { ...nora, email: 'nell@other.example' },
    { ...elias, email: 'edgar@other.example' },
  );
  await site.opened(others.memorial, 'robin');
  await keepPress(site, others.memorial, others.mother);
  const released = await releasedBy(site, others);
  const correction = await writeCorrection(site, memorial);
  const secret = await site.database.write((tx) =>
    invite(
      tx,
      { familyId, invitedBy: mother.id, role: 'parent', name: '', email: undefined },
      site.clock.now(),
    ),
  );
  const { id: circle } = await site.database.write((tx) =>
    makeCircle(tx, { familyId, name: 'The grandparents' }, site.clock.now()),
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
  const takeOver = newSecret();
  const until = instantAfter(site.clock.now(), { days: 14 });
  await site.database.write((tx) => saveSetting(tx, 'hand-over', `${hashSecret(takeOver)} ${until}`));
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
    circle,
    claim,
    takeOver,
    correction,
    released,
    home: `/home/memorials/${memorial.id}`,
    letter: `/home/tributes/${draft.id}`,
    ...keepers,
  };
}

/** A letter for everyone, whose photograph is given to the press. Answers where that is decided. */
async function releasedBy(site: World, { id, mother, memorial }: Family): Promise<string> {
  const { id: photographId } = await site.photograph(id, mother, 'a robin');
  const { id: tributeId } = await site.letter(memorial, mother, {
    audience: 'everyone',
    photographs: [photographId],
  });
  await release(site, { memorialId: memorial.id, tributeId, photographId }, mother, 'a large robin');
  return `/home/memorials/${memorial.id}/press/photographs/${tributeId}/${photographId}`;
}

/** A keeper's letter with a photograph, which its mother is asked to sign and to publish. */
async function askedAbout(
  site: World,
  memorial: Memorial,
  aunt: Visitor,
  mother: Visitor,
  picture: string | Buffer,
) {
  const { write } = site.database;
  const { id: keepersPhotographId } = await site.photograph(memorial.familyId, aunt, picture);
  const placed = { published: false, photographs: [keepersPhotographId] };
  const tribute = await site.letter(memorial, aunt, placed);
  const { draft } = await findDrafts(site.database.reader, tribute.id);
  const signature = { personId: mother.id, as: nora.signsAs };
  const words = { ...draft!, signed: [...draft!.signed, signature] };
  await write((tx) => saveDraft(tx, words, aunt.id));
  await write((tx) => askToSign(tx, tribute, { words, signature }, site.clock.now()));
  const asked = { revision: tribute.revision, audience: 'everyone' } as const;
  await write((tx) => askParents(tx, tribute, asked, site.clock.now()));
  return { aunt, keepersPhotographId, keepersLetter: `/home/tributes/${tribute.id}` };
}

/** Every route that changes something. */
export function takingRoutes({ app }: World): { method: string; path: string }[] {
  return app.routes.filter(({ method }) => method !== 'GET' && method !== 'ALL');
}
