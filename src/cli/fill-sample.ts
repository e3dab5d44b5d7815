import { Readable } from 'node:stream';
import {
  children,
  type Parent,
  parents,
  type SampleChild,
  type SampleLetter,
} from '#cli/sample-family/family.ts';
import { lettersToEdie } from '#cli/sample-family/letters-to-edie.ts';
import { lettersToNour } from '#cli/sample-family/letters-to-nour.ts';
import { drawPhotograph, type SamplePicture, samplePictures } from '#cli/sample-pictures.ts';
import { CannotDo } from '#cli/told.ts';
import { acceptInvitation } from '#families/accept.ts';
import { countFamilies, rolesOf } from '#families/families.ts';
import { invite } from '#families/invite.ts';
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
import { beginTribute } from '#tributes/begin-tribute.ts';
import { keepDraft } from '#tributes/keep-draft.ts';
import { publishTribute } from '#tributes/publish.ts';
import { emptyWords, type Signature } from '#tributes/tribute.ts';

type Family = { id: string; people: Record<Parent, string>; photographs: Record<SamplePicture, string> };

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
    for (const letter of lettersToEdie) await write(tx, family, edie, letter);
    const nour = await beginPage(tx, family, children.nour);
    for (const letter of lettersToNour) await write(tx, family, nour, letter);
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
  const upload = { stream, name: `${picture.replaceAll(' ', '-')}.jpg` };
  // The family comes later, in the one transaction that makes everything known.
  const received = await receivePhotograph(site, upload, { familyId: '', personId: '' });
  if ('refused' in received) throw new Error(`The picture “${picture}” was refused: ${received.refused}`);
  return received.taken;
}

async function arrive(tx: Tx, taken: readonly (readonly [SamplePicture, Taken])[]): Promise<Family> {
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
  const photographs = Object.fromEntries(ids) as Family['photographs'];
  return { id, people: { rima: host.id, callum: father.id }, photographs };
}

async function beginPage(tx: Tx, family: Family, child: SampleChild): Promise<Memorial> {
  const { at, address, portrait, days, ...told } = child;
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
  const shows = { name: true, days: true, portrait: true };
  const answer = await openMemorial(tx, memorial, { address, shows, listed: true, indexed: false }, at);
  if ('refused' in answer) throw new Error(`The page could not be opened: ${answer.refused}`);
  return answer.opened;
}

async function write(tx: Tx, family: Family, memorial: Memorial, letter: SampleLetter): Promise<void> {
  const { by, signed, language, title, text, memory, audience, at } = letter;
  const signature = (parent: Parent): Signature => ({
    personId: family.people[parent],
    as: parents[parent].signsAs[language] ?? parents[parent].signsAs.en,
  });
  const device = 'Safari on an iPhone';
  const begun = {
    personId: family.people[by],
    kind: 'letter' as const,
    memorialId: memorial.id,
    language,
    signature: signature(by),
    device,
  };
  const tribute = await beginTribute(tx, begun, at);
  const words = {
    ...emptyWords(language, []),
    title,
    text,
    memory,
    signed: signed.map(signature),
    photographs: letter.photographs.map(({ picture, ...placed }) => ({
      ...placed,
      photographId: family.photographs[picture],
    })),
  };
  const { revision } = await keepDraft(
    tx,
    tribute,
    { words, beganFrom: tribute.revision, editor: crypto.randomUUID(), device },
    at,
  );
  if (!audience) return;
  const answer = await publishTribute(tx, memorial, tribute, { audience, revision }, at);
  if ('refused' in answer) throw new Error(`A letter could not be published: ${answer.refused}`);
}
