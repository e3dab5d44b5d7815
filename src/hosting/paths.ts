export const hostInvitationsPath = '/host/invitations';
export const hostInvitationPath = (id: string): string => `${hostInvitationsPath}/${id}`;
/** A new link for one; the one before ends. */
export const hostInvitationLinkPath = (id: string): string => `${hostInvitationPath(id)}/link`;
/** The site for somebody else to look after: a link made by POST, ended by DELETE. */
export const handOverPath = '/host/handing-over';
/** The address that is handed over. It stands in the sign-in space, which no cache keeps. */
export const takeOverPath = (secret: string): string => `/sign-in/host/${secret}`;
export const reportsPath = '/host/reports';
/** That the page which a report is about is paused: made by POST, ended by DELETE. */
export const pausePath = (report: { id: string }): string => `${reportsPath}/${report.id}/pause`;
export const closurePath = (report: { id: string }): string => `${reportsPath}/${report.id}/closure`;
