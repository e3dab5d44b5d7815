export const signInPath = '/sign-in';
export const signInCodePath = '/sign-in/code';
export const signOutPath = '/sign-out';
export const signInLinkPath = (secret: string): string => `/sign-in/link/${secret}`;
export const passkeySignInPath = '/sign-in/passkey';
export const youPath = '/home/you';
export const yourAddressPath = '/home/you/address';
/** Where the six digits of a mail to a new address are typed; from there one goes on to `to`. */
export const confirmationPath = (attempt: string, to: string): string =>
  `${yourAddressPath}?${new URLSearchParams({ attempt, to })}`;
export const passkeysPath = '/home/you/passkeys';
export const passkeyPath = (passkey: { id: string }): string => `/home/you/passkeys/${passkey.id}`;
export const sessionPath = (session: { id: string }): string => `/home/you/sessions/${session.id}`;

/** A path of this site to go on to, or the family's home: nothing that a browser could read as elsewhere. */
export function safePath(asked: string | undefined): string {
  if (asked === undefined || !/^\/[^/\\\s\p{C}][^\\\s\p{C}]*$/u.test(asked)) return '/home';
  return asked;
}
