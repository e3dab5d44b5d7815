/** The translations of a tribute, for its family. */
export const translationsPath = (tribute: { id: string }): string =>
  `/home/tributes/${tribute.id}/translations`;

/** Where somebody of the family begins one themselves. */
export const ownTranslationsPath = (tribute: { id: string }): string => `${translationsPath(tribute)}/own`;
type Of = { id: string };

/** A translation beside its original, for the family. */
export const translationPath = (translation: Of): string => `/home/translations/${translation.id}`;

/** The sheet of somebody of the family who translates. */
export const translatingPath = (translation: Of): string => `${translationPath(translation)}/words`;

/** The link of a translator: made anew by POST, ended by DELETE. */
export const translatorLinkPath = (translation: Of): string => `${translationPath(translation)}/link`;
export const translationApprovalPath = (translation: Of): string =>
  `${translationPath(translation)}/approval`;
export const translationReturnPath = (translation: Of): string => `${translationPath(translation)}/return`;

/** Where a parent hands it on to somebody else, or to themselves beneath it. */
export const handOnPath = (translation: Of): string => `${translationPath(translation)}/translator`;

/** Where a parent has a machine write the first draft. */
export const machineDraftPath = (translation: Of): string => `${translationPath(translation)}/machine-draft`;

/** That readers have it: taken away by DELETE, brought back by POST. */
export const translationPublicationPath = (translation: Of): string =>
  `${translationPath(translation)}/publication`;

/** The address that is handed over to a translator. It stands in the sign-in space, which no cache keeps. */
export const translatorPath = (secret: string): string => `/sign-in/translation/${secret}`;

/** The sheet of a translator whom a link let in. */
export const letInTranslatingPath = (translation: Of): string => `/sign-in/translations/${translation.id}`;

/** A tribute in one of the languages that it has words in, beneath its own page, in whichever space that is. */
export const inLanguage = (tributePath: string, language: string): string =>
  `${tributePath}/in/${encodeURIComponent(language)}`;

/** The original and its translation into a language, beside each other. */
export const besideTranslation = (tributePath: string, language: string): string =>
  `${tributePath}/beside/${encodeURIComponent(language)}`;

/** A version of a translation at the address where it can be cited for ever. */
export const translatedVersion = (tributePath: string, language: string, version: number): string =>
  `${inLanguage(tributePath, language)}/versions/${version}`;

/** A photograph of what is translated, beneath the sheet that it stands on. */
export const translatingPicturesPath = (sheet: string, photographId: string): string =>
  `${sheet}/photographs/${photographId}`;
