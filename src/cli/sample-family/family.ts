import type { SamplePicture } from '#cli/sample-pictures.ts';
import type { Audience } from '#audiences/audience.ts';
import type { PartialDate } from '#lib/partial-date.ts';
import type { Day } from '#memorials/day.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Placed, TributeKind } from '#tributes/tribute.ts';

/**
 * The family of the sample, all of it invented: Rima and Callum, their son Sami, and the two pages they
 * keep, one for Nour and one for Edie. What they write says only what a family would know.
 */
export type Parent = 'rima' | 'callum';
export type Child = 'edie' | 'nour';

export const parents: Record<
  Parent,
  { name: string; email: string; signsAs: Partial<Record<string, string>> & { en: string } }
> = {
  rima: { name: 'Rima Hollin', email: 'rima@hollin.example', signsAs: { en: 'Mum', ar: 'أمّك' } },
  callum: { name: 'Callum Hollin', email: 'callum@hollin.example', signsAs: { en: 'Dad' } },
};

/** One piece of the sample: an English letter that its writer alone signs, where nothing else is said. */
export type SamplePiece = {
  kind?: TributeKind;
  by: Parent;
  signed?: Parent[];
  language?: string;
  title: string;
  text: string;
  memory: PartialDate | undefined;
  /** Without one it is a draft that nobody has finished. */
  audience: Audience | undefined;
  /** When it was published, or last written in. */
  at: string;
  photographs?: (Omit<Placed, 'photographId'> & { picture: SamplePicture })[];
  addressee?: string;
  place?: string;
  keepsake?: string;
  onlyForMe?: boolean;
  /** Earlier pieces that it belongs to, by their titles. */
  pointsTo?: { title: string; words: string }[];
};

export type SampleChild = Pick<
  Memorial,
  | 'called'
  | 'pronunciation'
  | 'sentence'
  | 'language'
  | 'palette'
  | 'drawing'
  | 'vocabulary'
  | 'measures'
  | 'restingPlace'
> & {
  address: string;
  days: Omit<Day, 'id'>[];
  portrait: { picture: SamplePicture; alternative: string };
  /** Brothers and sisters by name, and the page of their own where they have one. */
  siblings: { name: string; own?: Child }[];
  /** When the page was begun and opened to everyone. */
  at: string;
};

export const children: Record<Child, SampleChild> = {
  edie: {
    called: 'Edie',
    pronunciation: 'EE-dee',
    sentence: 'You knew the kitchen, the rain, and our three voices.',
    language: 'en',
    address: 'edie',
    palette: 'snow',
    drawing: 'snowdrop',
    vocabulary: { sets: { en: 'baby' }, own: {} },
    days: [
      {
        kind: 'due',
        date: { year: 2022, month: 4 },
        words: 'we were waiting for you in',
        place: '',
        shown: true,
      },
      {
        kind: 'born',
        date: { year: 2022, month: 3, day: 3, time: '04:10' },
        words: 'born, very quietly, on',
        place: '',
        shown: true,
      },
      { kind: 'farewell', date: { year: 2022, month: 3, day: 11 }, words: '', place: '', shown: true },
    ],
    measures: [
      { kind: 'weight', words: 'four pounds and eleven ounces' },
      { kind: 'length', words: 'from your father’s elbow to his watch' },
    ],
    restingPlace: 'By the wall of the chapel at the allotments',
    siblings: [{ name: 'Sami' }, { name: 'Nour', own: 'nour' }],
    portrait: {
      picture: 'winter garden',
      alternative: 'Three snowdrops standing close together in the snow.',
    },
    at: '2022-03-06T20:14:00.000Z',
  },
  nour: {
    called: 'نور',
    pronunciation: '',
    sentence: 'جئتِ في الخريف، ولم نرَ وجهك، وسمّيناكِ نورًا.',
    language: 'ar',
    address: 'نور',
    palette: 'dusk',
    drawing: 'bud',
    vocabulary: { sets: { ar: 'baby' }, own: {} },
    days: [
      { kind: 'learned', date: { year: 2019, month: 10 }, words: 'ودّعناكِ في', place: '', shown: true },
      { kind: 'due', date: { year: 2020 }, words: 'كنّا ننتظرك في ربيع', place: '', shown: true },
    ],
    measures: [],
    restingPlace: 'عند شجرة التين، في آخر الحديقة',
    siblings: [{ name: 'سامي' }, { name: 'إيدي', own: 'edie' }],
    portrait: { picture: 'window', alternative: 'شمعة مضاءة على حافّة نافذة، وخلفها سماء المساء وقمر صغير.' },
    at: '2023-10-12T18:30:00.000Z',
  },
};
