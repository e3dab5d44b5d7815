export const hostInvitationsPath = '/host/invitations';
export const hostInvitationPath = (id: string): string => `${hostInvitationsPath}/${id}`;
export const reportsPath = '/host/reports';
export const closurePath = (report: { id: string }): string => `${reportsPath}/${report.id}/closure`;
