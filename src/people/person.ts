/** Somebody who signs in. A mail address is optional: a passkey alone is enough. */
export type Person = { id: string; name: string; email: string | undefined };
