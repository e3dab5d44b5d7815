import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { TributeKind, Words } from '#tributes/tribute.ts';

/** What every part of the sheet that a tribute is written on knows. */
export type Sheet = {
  say: Say;
  called: string;
  kind: TributeKind;
  words: Words;
  filled: Filled;
  /** The language that the family's page is in. */
  own: string;
};
