export const signInPath = '/sign-in';
export const signInCodePath = '/sign-in/code';
export const signOutPath = '/sign-out';
export const signInLinkPath = (secret: string): string => `/sign-in/link/${secret}`;
export const passkeySignInPath = '/sign-in/passkey';
export const recoverySignInPath = '/sign-in/recovery';
export const youPath = '/home/you';
export const yourAddressPath = '/home/you/address';
/** Where the six digits of a mail to a new address are typed; from there one goes on to `to`. */
export const confirmationPath = (attempt: string, to: string): string =>
  `${yourAddressPath}?${new URLSearchParams({ attempt, to })}`;
export const passkeysPath = '/home/you/passkeys';
export const passkeyPath = (passkey: { id: string }): string => `/home/you/passkeys/${passkey.id}`;
export const recoveryPath = '/home/you/recovery';
/** Where it is asked once more who somebody is, before what weighs more. */
export const stepUpPath = '/home/you/confirmation';
export const stepUpMailPath = `${stepUpPath}/mail`;
export const stepUpCodePath = `${stepUpPath}/code`;
export const stepUpRecoveryPath = `${stepUpPath}/recovery`;
export const stepUpPasskeyPath = `${stepUpPath}/passkey`;
export const stepUpTo = (to: string): string => `${stepUpPath}?${new URLSearchParams({ to })}`;
export const sessionPath = (session: { id: string }): string => `/home/you/sessions/${session.id}`;
export const otherSessionsPath = sessionPath({ id: 'others' });
export const everySessionPath = sessionPath({ id: 'all' });

/** A path of this site to go on to, or the family's home: nothing that a browser could read as elsewhere. */
export function safePath(asked: string | undefined): string {
  if (asked === undefined || !/^\/[^/\\\s\p{C}][^\\\s\p{C}]*$/u.test(asked)) return '/home';
  return asked;
}
