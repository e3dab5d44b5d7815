import { type Language, nearestLanguage } from '#i18n/languages.ts';

/** Somebody who signs in. `language` is the one they read in, empty while they have not said. A mail address is optional: a passkey alone is enough. */
export type Person = { id: string; name: string; email: string | undefined; language: string };

/** The language in which mails speak to them, wherever they are asked for. */
export const languageOf = ({ language }: Pick<Person, 'language'>): Language => nearestLanguage(language);
