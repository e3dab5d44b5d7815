import type * as Library from '@simplewebauthn/server';

/** The WebAuthn library, fetched when the first passkey is used: it is a fifth of what a start would read. */
export const webAuthn = (): Promise<typeof Library> => import('@simplewebauthn/server');
