import type { Parent, SamplePiece } from '#cli/sample-family/family.ts';
import type { SamplePicture } from '#cli/sample-pictures.ts';

/** The page that these pieces stand on. Nobody is remembered there, and it says so. */
export const measuringPage = {
  called: 'A page to measure with',
  sentence: 'Nobody is remembered on this page. It is long, so that long pages can be tried.',
  language: 'en',
  address: 'measuring',
  at: '2015-01-01T09:00:00.000Z',
} as const;

const beginnings = [
  'It rained all day, and the gutter sang.',
  'The kettle was on when I thought of this.',
  'There was frost on the inside of the shed window.',
  'Somebody had left a glove on the railing, fingers up.',
  'We took the early bus, because of the light.',
  'The post came late, and there was nothing in it that mattered.',
  'I found the good scissors at last.',
];
const middles = [
  'I stood there for a while with my hands in my pockets and listened to next door practise the same four bars.',
  'On the way back the whole sky went the colour of the inside of a shell.',
  'Nobody said very much, and it was not an unfriendly quiet.',
  'I wrote it on the back of an envelope, so as to have it.',
  'The bread was better than last week’s, and we ate it standing up.',
];
const endings = [
  'That is all there was to it.',
  'I thought that you would want to know.',
  'Tomorrow I shall do the windows.',
];
const verses = [
  'First the wall, and then the moss on it,\nthen the wet slate,\n    then nothing but weather.',
  'A door, a coat, a door.\n  The stairs remember which of us is heavy.',
];
const arabic = 'مطرٌ منذ الصباح، والشبّاك مفتوح قليلًا.\n\nكتبتُ هذا كي لا أنساه.';
const pictures: SamplePicture[] = ['winter garden', 'snow field', 'window', 'hat', 'footprints'];
const kinds = ['letter', 'letter', 'photograph', 'letter', 'chapter', 'letter', 'keepsake'] as const;

/** So many short pieces of every kind over ten years: the same ones each time, and no two alike. */
export function manyPieces(count: number): SamplePiece[] {
  return Array.from({ length: count }, (_, at) => pieceAt(at, count));
}

function pieceAt(at: number, count: number): SamplePiece {
  const first = Date.parse(measuringPage.at);
  const published = new Date(first + ((at + 1) / count) * 10 * 365 * 24 * 3600 * 1000);
  const by: Parent = at % 3 === 1 ? 'callum' : 'rima';
  const isArabic = at % 11 === 10;
  const isPictured = at % 7 === 2 || at % 10 === 5;
  const day = { year: published.getUTCFullYear(), month: published.getUTCMonth() + 1 };
  return {
    kind: at === count - 1 ? 'farewell' : kinds[at % kinds.length]!,
    by,
    language: isArabic ? 'ar' : 'en',
    title: at % 4 === 3 ? '' : `Number ${at + 1}`,
    text: isArabic ? arabic : textAt(at),
    memory: at % 9 === 8 ? day : { ...day, day: published.getUTCDate() },
    audience: 'everyone',
    at: published.toISOString(),
    photographs: isPictured
      ? [{ picture: pictures[at % pictures.length]!, after: 1, caption: '', alternative: 'A drawn picture.' }]
      : [],
  };
}

function textAt(at: number): string {
  const paragraphs = [
    `${beginnings[at % beginnings.length]} ${middles[at % middles.length]}`,
    ...(at % 6 === 0 ? [verses[(at / 6) % verses.length]!] : []),
    endings[at % endings.length]!,
  ];
  // One in twenty is as long as the letters that a list only begins.
  return Array.from({ length: at % 20 === 7 ? 9 : 1 }, () => paragraphs.join('\n\n')).join('\n\n');
}
