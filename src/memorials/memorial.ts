import type { Audience } from '#audiences/audience.ts';
import type { Day } from '#memorials/day.ts';
import type { Vocabulary } from '#memorials/vocabulary.ts';

/** Another name of the child, in any script, and how it is said. */
export type Name = { name: string; pronunciation: string };

/** A measure in the family's own words: “2,340 g”, “as long as my forearm”. */
export type Measure = { kind: MeasureKind; words: string };
export const measureKinds = ['weight', 'length', 'head', 'hand', 'foot', 'other'] as const;
type MeasureKind = (typeof measureKinds)[number];

/** A brother or sister, by name or by a memorial of their own; nothing says which child came when. */
export type Sibling = {
  id: string;
  name: string;
  ownMemorialId: string | undefined;
  /** Their own memorial as it was read with the child's, without days and siblings: whoever shows it asks who may see it. */
  page?: Memorial;
};

/** Asked, skipped as easily, and never inferred; no sentence needs them. */
export const pronouns = ['', 'she', 'he', 'they'] as const;
type Pronouns = (typeof pronouns)[number];

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
  /** How that is said, in the family's own spelling. */
  pronunciation: string;
  names: Name[];
  pronouns: Pronouns;
  /** A sentence beneath the name, in the parents' words. */
  sentence: string;
  vocabulary: Vocabulary;
  drawing: string;
  portraitId: string | undefined;
  portraitAlternative: string;
  palette: string;
  days: Day[];
  /** In the family's own words; private unless they show it, and nothing follows from it. */
  loss: string;
  measures: Measure[];
  /** Where the child rests, or what was done instead, in the family's own words. */
  restingPlace: string;
  siblings: Sibling[];
  /** What readers outside the family see beside the tributes; asked when the page is opened wider. */
  shows: Shows;
  listed: boolean;
  indexed: boolean;
  /** Whether the family lets it be shared on the fediverse. */
  federated: boolean;
  /** Whether everybody who sees the page can read what the family says to the press. */
  forPress: boolean;
  /** Made up by the program to show how it works, and said to be so on the page. */
  invented: boolean;
  /** IANA name of the zone the family tells its days in; empty where they never chose one. */
  zone: string;
  /** Whether the family set the order of the memories by hand. */
  byHand: boolean;
  /** Since when the page rests: nobody but the family sees it, whatever it is open to. */
  restsSince: string | undefined;
  /** Since when the host paused the page: the same, and its family cannot end it. */
  pausedSince: string | undefined;
  /** When the page goes away for good, if that was asked for. */
  leavesAt: string | undefined;
};

export const shownParts = [
  'name',
  'sentence',
  'days',
  'portrait',
  'loss',
  'measures',
  'resting-place',
  'siblings',
] as const;
export type Shows = Record<(typeof shownParts)[number], boolean>;
export const showsNothing: Shows = {
  name: false,
  sentence: false,
  days: false,
  portrait: false,
  loss: false,
  measures: false,
  'resting-place': false,
  siblings: false,
};

export const palettes = ['snow', 'dusk', 'moss', 'rose', 'sea'] as const;

/** The memorial as somebody outside the family may see it: only what the family shows with it. */
export function asShown(memorial: Memorial): Memorial {
  const { name, sentence, days, portrait, loss, measures, siblings } = memorial.shows;
  return {
    ...memorial,
    ...(name ? {} : { called: '', pronunciation: '', names: [], pronouns: '' }),
    sentence: sentence ? memorial.sentence : '',
    loss: loss ? memorial.loss : '',
    measures: measures ? memorial.measures : [],
    restingPlace: memorial.shows['resting-place'] ? memorial.restingPlace : '',
    siblings: siblings ? memorial.siblings : [],
    days: days ? memorial.days.filter((day) => day.shown) : [],
    ...(portrait ? {} : { portraitId: undefined, portraitAlternative: '' }),
  };
}
