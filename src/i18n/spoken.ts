import { AsyncLocalStorage } from 'node:async_hooks';
import { interfaceLanguages, type Language } from '#i18n/languages.ts';
import { type Say, sayIn } from '#i18n/messages.ts';

const spoken = new AsyncLocalStorage<Language>();

/**
 * The language of whoever this answer is for, in the private space (decision 0022). Where nobody said, as in
 * a job or on a page for everybody, it is the first: those name their language themselves.
 */
export const languageHere = (): Language => spoken.getStore() ?? interfaceLanguages[0];

/** Does `work`, and all that follows from it, in a language. */
export const speaking = <Result>(language: Language, work: () => Result): Result =>
  spoken.run(language, work);

/** Says a sentence in the language of whoever this answer is for. */
export const sayHere: Say = (key, values) => sayIn(languageHere())(key, values);
