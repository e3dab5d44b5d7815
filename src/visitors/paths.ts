import type { Language } from '#i18n/languages.ts';
import type { Memorial } from '#memorials/memorial.ts';

type Addressed = Pick<Memorial, 'address'>;

/** Where anybody can say that something is wrong with a page, without an account. */
export const reportPath = (memorial: Addressed, about: string): string => pathTo(memorial, 'report', about);

/** Where one is thanked for it. */
export const reportedPath = (memorial: Addressed, about: string): string =>
  pathTo(memorial, 'report/thanks', about);

/** Where anybody can tell the family of words that were printed wrongly, in the language of a page. */
export const tellCorrectionPath = (memorial: Addressed, language: Language): string =>
  `${to(memorial)}/correction?in=${language}`;

/** The field of a form that only brings its words along (`printed`, `from`), to be told with what is still missing. */
export const brought = 'brought';
export const correctionToldPath = (memorial: Addressed, language: Language): string =>
  `${to(memorial)}/correction/thanks?in=${language}`;

function pathTo(memorial: Addressed, act: string, about: string): string {
  return `${to(memorial)}/${act}?about=${encodeURIComponent(about)}`;
}

const to = ({ address }: Addressed): string => `/to/${encodeURIComponent(address ?? '')}`;
