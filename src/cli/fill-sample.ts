import { Readable } from 'node:stream';
import { type Child, children, parents, type SampleChild } from '#cli/sample-family/family.ts';
import { piecesFor } from '#cli/sample-family/pieces.ts';
import { drawPhotograph, pictureName, type SamplePicture, samplePictures } from '#cli/sample-pictures.ts';
import { CannotDo } from '#cli/told.ts';
import { type SampleFamily, writePiece } from '#cli/write-piece.ts';
import { acceptInvitation } from '#families/invitations/accept.ts';
import { countFamilies, rolesOf } from '#families/families.ts';
import { invite } from '#families/invitations/invite.ts';
import { claimSite, forgetClaimFile } from '#hosting/claim.ts';
import { saveSetting } from '#hosting/settings.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';
import { beginMemorial } from '#memorials/begin.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { openMemorial } from '#memorials/open.ts';
import { addPerson } from '#people/people.ts';
import { addPhotograph, receivePhotograph, type Taken } from '#photographs/receive.ts';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/**
 * Fills a site that has no family, and makes it theirs: the same verbs as behind the forms, with the
 * moments of their story, in one transaction. Refuses a site with a family in it.
 */
export async function fillSample(site: Site, size = { width: 1600, height: 1200 }): Promise<void> {
  const taken = await Promise.all(
    samplePictures.map(async (picture) => [picture, await take(site, picture, size)] as const),
  );
  await site.database.write(async (tx) => {
    if ((await countFamilies(tx)) > 0) throw new CannotDo(refusal);
    const family = await arrive(tx, taken);
    const edie = await beginPage(tx, family, children.edie);
    const nour = await beginPage(tx, family, children.nour);
    for (const [child, memorial] of [
      ['edie', edie],
      ['nour', nour],
    ] as const) {
      await saveSiblings(tx, memorial, children[child], { edie, nour });
      const written = new Map<string, string>();
      for (const piece of piecesFor(child)) await writePiece(tx, family, memorial, { piece, written });
    }
  });
  await forgetClaimFile(site);
}

export const refusal =
  'A family has made this site theirs already. The sample fills only an empty site, so that nothing invented stands beside a real child. “npm start -- --sample” shows it on a site of its own.';

async function take(
  site: Site,
  picture: SamplePicture,
  size: { width: number; height: number },
): Promise<Taken> {
  const stream = Readable.from([await drawPhotograph(picture, size)]);
  const upload = { stream, name: pictureName(picture) };
  // The family comes later, in the one transaction that makes everything known.
  const received = await receivePhotograph(site, upload, { familyId: '', personId: '' });
  if ('refused' in received) throw new Error(`The picture “${picture}” was refused: ${received.refused}`);
  return received.taken;
}

async function arrive(tx: Tx, taken: readonly (readonly [SamplePicture, Taken])[]): Promise<SampleFamily> {
  const { at } = children.edie;
  const { rima, callum } = parents;
  const claim = newSecret();
  await saveSetting(tx, 'claim-hash', hashSecret(claim));
  const host = await claimSite(
    tx,
    claim,
    { name: rima.name, signsAs: rima.signsAs.en, email: rima.email },
    at,
  );
  const [id] = (await rolesOf(tx, host?.id ?? '')).keys();
  if (!host || id === undefined) throw new Error('The site could not be claimed.');
  const father = await addPerson(tx, { name: callum.name, email: callum.email }, at);
  const invitation = {
    familyId: id,
    invitedBy: host.id,
    role: 'parent',
    name: callum.name,
    email: callum.email,
  } as const;
  await acceptInvitation(
    tx,
    await invite(tx, invitation, at),
    { id: father.id, signsAs: callum.signsAs.en },
    at,
  );
  const ids: [SamplePicture, string][] = [];
  for (const [picture, { photograph, pictures }] of taken) {
    await addPhotograph(
      tx,
      { photograph: { ...photograph, familyId: id, uploadedBy: host.id }, pictures },
      at,
    );
    ids.push([picture, photograph.id]);
  }
  const photographs = Object.fromEntries(ids) as SampleFamily['photographs'];
  return { id, people: { rima: host.id, callum: father.id }, photographs };
}

async function beginPage(tx: Tx, family: SampleFamily, child: SampleChild): Promise<Memorial> {
  const { at, address, portrait, days, siblings: _, ...told } = child;
  const by = { personId: family.people.rima, familyId: family.id, language: child.language };
  const memorial: Memorial = {
    ...(await beginMemorial(tx, by, at)),
    ...told,
    days: days.map((day) => ({ ...day, id: crypto.randomUUID() })),
    portraitId: family.photographs[portrait.picture],
    portraitAlternative: portrait.alternative,
    invented: true,
  };
  await saveMemorial(tx, memorial);
  const shows = {
    name: true,
    sentence: true,
    days: true,
    portrait: true,
    measures: true,
    'resting-place': true,
    siblings: true,
  };
  const answer = await openMemorial(
    tx,
    memorial,
    { to: 'everyone', address, shows, listed: true, indexed: false, federated: false },
    at,
  );
  if ('refused' in answer) throw new Error(`The page could not be opened: ${answer.refused}`);
  return answer.opened;
}

async function saveSiblings(
  tx: Tx,
  memorial: Memorial,
  { siblings }: SampleChild,
  pages: Record<Child, Memorial>,
): Promise<void> {
  await saveMemorial(tx, {
    ...memorial,
    siblings: siblings.map(({ name, own }) => ({
      id: crypto.randomUUID(),
      name,
      ownMemorialId: own && pages[own].id,
    })),
  });
}
