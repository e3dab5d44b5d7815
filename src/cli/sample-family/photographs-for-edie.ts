import type { SamplePiece } from '#cli/sample-family/family.ts';

const snowdrops = 'Three snowdrops standing close together in the snow.';
const field = 'A snow-covered field at sunrise with one bare tree, and a line of footprints leading to it.';
const window = 'A lit candle on a windowsill at dusk, with bare trees behind the glass and a small moon.';
const hat = 'A small knitted hat the colour of oatmeal, with a white bobble, on a folded blue blanket.';
const prints =
  'A cream card with two small footprints in blue-grey ink; a thin green twig lies beside it on linen.';

/** Photographs, one of them under a cover, and an album. */
export const photographsForEdie: SamplePiece[] = [
  {
    kind: 'photograph',
    by: 'callum',
    signed: ['rima', 'callum'],
    title: 'Outside the door',
    text: 'We will write more when we can. For today, this is what was flowering where she was.',
    memory: { year: 2022, month: 3, day: 3 },
    audience: 'everyone',
    at: '2022-03-07T08:50:00.000Z',
    photographs: [{ picture: 'winter garden', after: 0, caption: '', alternative: snowdrops }],
  },
  {
    kind: 'photograph',
    by: 'rima',
    title: 'Seven o’clock',
    text: 'Sami lights it and I hold his sleeve. We leave it until his teeth are done.',
    memory: { year: 2022, month: 10, day: 15 },
    audience: 'everyone',
    at: '2022-10-15T18:20:00.000Z',
    photographs: [{ picture: 'window', after: 0, caption: 'The fifteenth of October.', alternative: window }],
  },
  {
    kind: 'photograph',
    by: 'rima',
    title: 'From that day',
    text: 'I keep going to the drawer to see whether it is still as small as I remember.',
    memory: { year: 2022, month: 3, day: 3 },
    audience: 'everyone',
    at: '2022-07-02T10:05:00.000Z',
    photographs: [
      {
        picture: 'hat',
        after: 0,
        caption: 'Laid out flat, the width of my hand.',
        alternative: hat,
        cover: 'Her hat, from the day she was born. Look when you can, or leave it.',
      },
    ],
  },
  {
    kind: 'photograph',
    by: 'callum',
    title: 'The same tree',
    text: 'No snow to speak of this year. I have put last year’s picture here, because it is what I saw when I stood there.',
    memory: { year: 2024, month: 3, day: 3 },
    audience: 'everyone',
    at: '2024-03-04T07:35:00.000Z',
    photographs: [{ picture: 'snow field', after: 0, caption: '', alternative: field }],
    pointsTo: [{ title: 'A year', words: 'the walk that this picture is from' }],
  },
  {
    kind: 'photograph',
    by: 'rima',
    signed: ['rima', 'callum'],
    title: 'Her winter',
    text: 'Five pictures that we would put on a shelf, if there were a shelf that everybody passed.',
    memory: { year: 2024, month: 2 },
    audience: 'everyone',
    at: '2024-02-18T15:45:00.000Z',
    photographs: [
      {
        picture: 'winter garden',
        after: 0,
        caption: 'Under the window with the drain.',
        alternative: snowdrops,
      },
      { picture: 'footprints', after: 0, caption: 'Left, then right.', alternative: prints },
      { picture: 'hat', after: 0, caption: 'The one thing I chose for her.', alternative: hat },
      { picture: 'window', after: 0, caption: 'Any evening.', alternative: window },
      { picture: 'snow field', after: 0, caption: 'Out to the tree.', alternative: field },
    ],
  },
  {
    kind: 'photograph',
    by: 'callum',
    title: 'Two sizes on',
    text: 'He still goes ahead to make the footprints. They have to be pointed out to him now as his own.',
    memory: { year: 2025, month: 1 },
    audience: 'everyone',
    at: '2025-01-12T13:10:00.000Z',
    photographs: [
      {
        picture: 'snow field',
        after: 0,
        caption: 'The boots were a thirteen then, and are a two now.',
        alternative: field,
      },
    ],
  },
  {
    kind: 'photograph',
    by: 'rima',
    title: '',
    text: 'By the wall, on the way to school. We have stopped counting before the bell.',
    memory: { year: 2025, month: 2 },
    audience: 'everyone',
    at: '2025-02-21T09:02:00.000Z',
    photographs: [{ picture: 'winter garden', after: 0, caption: '', alternative: snowdrops }],
    pointsTo: [{ title: 'Snow in March', words: '' }],
  },
];
