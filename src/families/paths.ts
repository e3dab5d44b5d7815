export const familyPath = '/home/family';
/** The page of one of a person's families. */
export const familyOfPath = (familyId: string): string => `${familyPath}?family=${familyId}`;
export const invitationsPath = '/home/family/invitations';
export const invitationPath = (id: string): string => `${invitationsPath}/${id}`;
/** A new link for an invitation; the one before ends. */
export const invitationLinkPath = (id: string): string => `${invitationPath(id)}/link`;

type Of = { familyId: string; personId: string };
/** Somebody of a family, as its parents see them; the same person may belong to others. */
export const memberPath = (member: Of): string => within('', member);
export const memberRolePath = (member: Of): string => within('/role', member);
/** That somebody is to belong no longer: asked or done by POST, objected to or taken back by DELETE. */
export const removalPath = (member: Of): string => within('/removal', member);
/** In which circles somebody is. */
export const memberCirclesPath = (member: Of): string => within('/circles', member);
export const circlesPath = '/home/family/circles';
export const circlePath = ({ id, familyId }: { id: string; familyId: string }): string =>
  `${circlesPath}/${id}?family=${familyId}`;
export const leavingFamilyPath = (familyId: string): string => `${familyPath}/leaving?family=${familyId}`;
/** That somebody is to be a parent after one who may not be there any more: asked by POST, ended by DELETE. */
export const successionPath = (familyId: string): string => `${familyPath}/succession?family=${familyId}`;
export const offersPath = '/home/family/offers';
export const offerPath = (offer: { id: string }): string => `${offersPath}/${offer.id}`;
export const acceptancePath = (offer: { id: string }): string => `${offerPath(offer)}/acceptance`;

/** The family's home, with a word for somebody who has just come. */
export const welcomePath = (familyId: string): string => `/home?joined=${familyId}`;
/** The address that is handed over. It stands in the sign-in space, which no cache keeps. */
export const joinPath = (secret: string): string => `/sign-in/invitation/${secret}`;
/** Where a key is typed, or arrives behind the # of a link, which no server and no log ever sees. */
export const keyPath = '/key';
export const keyLink = (siteUrl: string, key: string): string => `${siteUrl}${keyPath}#${key}`;

function within(path: string, { familyId, personId }: Of): string {
  return `${familyPath}/members/${personId}${path}?family=${familyId}`;
}
