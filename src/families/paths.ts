export const familyPath = '/home/family';
export const invitationsPath = '/home/family/invitations';
export const invitationPath = (id: string): string => `${invitationsPath}/${id}`;
/** The family's home, with a word for somebody who has just come. */
export const welcomePath = (familyId: string): string => `/home?joined=${familyId}`;
/** The address that is handed over. It stands in the sign-in space, which no cache keeps. */
export const joinPath = (secret: string): string => `/sign-in/invitation/${secret}`;
