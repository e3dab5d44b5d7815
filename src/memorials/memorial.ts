import type { Audience } from '#audiences/audience.ts';
import type { Day } from '#memorials/day.ts';
import type { Vocabulary } from '#memorials/vocabulary.ts';

/** The child's page. Every field can be empty: a page with nothing but a drawing is complete. */
export type Memorial = {
  id: string;
  familyId: string;
  createdBy: string;
  createdAt: string;
  audience: Audience;
  /** The public address, once it was first opened; a closed page has none, so that “taken” reveals nothing. */
  address: string | undefined;
  /** BCP 47 tag of the language the family writes in here. */
  language: string;
  /** What we call you: a name, a nickname, “our daughter”, or nothing. */
  called: string;
  /** A sentence beneath the name, in the parents' words. */
  sentence: string;
  vocabulary: Vocabulary;
  drawing: string;
  portraitId: string | undefined;
  portraitAlternative: string;
  palette: string;
  days: Day[];
  /** What readers outside the family see beside the tributes; asked when the page is opened wider. */
  shows: { name: boolean; days: boolean; portrait: boolean };
  listed: boolean;
  indexed: boolean;
  /** Made up by the program to show how it works, and said to be so on the page. */
  invented: boolean;
};

export const palettes = ['snow', 'dusk', 'moss', 'rose', 'sea'] as const;

/** The memorial as somebody outside the family may see it: only what the family shows with it. */
export function asShown(memorial: Memorial): Memorial {
  const { name, days, portrait } = memorial.shows;
  return {
    ...memorial,
    called: name ? memorial.called : '',
    days: days ? memorial.days.filter((day) => day.shown) : [],
    ...(portrait ? {} : { portraitId: undefined, portraitAlternative: '' }),
  };
}
