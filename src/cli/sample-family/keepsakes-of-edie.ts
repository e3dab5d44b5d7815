import type { SamplePiece } from '#cli/sample-family/family.ts';

/** What there is of Edie that can be held, in the order it was written down. */
export const keepsakesOfEdie: SamplePiece[] = [
  {
    kind: 'keepsake',
    keepsake: 'footprints',
    by: 'rima',
    title: 'Your feet',
    text: `Grace made these with an ink pad from the desk, the one they use for stamping the date.

The left one is perfect. In the right one your heel slipped, because I was the one holding you and I was laughing: your father had ink on his chin. I want it known that somebody laughed.

They are as long as my thumb from the tip to the second joint. I have checked so often that I no longer need the card.`,
    memory: { year: 2022, month: 3, day: 3 },
    audience: 'everyone',
    at: '2022-04-02T09:40:00.000Z',
    photographs: [
      {
        picture: 'footprints',
        after: 1,
        caption: 'Left, then right. The blue is the blue of the date stamp.',
        alternative:
          'A cream card with two small footprints in blue-grey ink; a thin green twig lies beside it on linen.',
      },
    ],
  },
  {
    kind: 'keepsake',
    keepsake: 'handprints',
    by: 'rima',
    title: '',
    text: 'The pad was nearly dry by then. There is a grey patch on the card that three of us can see is four fingers.',
    memory: { year: 2022, month: 3, day: 3 },
    audience: 'everyone',
    at: '2022-04-02T09:58:00.000Z',
  },
  {
    kind: 'keepsake',
    keepsake: 'bracelet',
    by: 'callum',
    title: 'The bracelet',
    text: `It says “Baby Hollin,” a number, and the time, to the minute. It was on your ankle because your wrist was too narrow for it.

It goes round two of my fingers. I know this because I wore it there, all the way home, under my glove.`,
    memory: { year: 2022, month: 3, day: 3 },
    audience: 'everyone',
    at: '2022-04-09T22:15:00.000Z',
  },
  {
    kind: 'keepsake',
    keepsake: 'certificate',
    by: 'callum',
    title: 'The register',
    text: `The registrar had a fountain pen and a window that looked on to the market. She asked how to spell it. I had never had to spell it before, and I did it slowly, to have it for longer.

E, d, i, e.

She blotted it, turned the book round so that I could read it, and waited. Then she said, “It’s a lovely name to write.”`,
    memory: { year: 2022, month: 3, day: 9 },
    audience: 'everyone',
    at: '2022-04-09T22:41:00.000Z',
  },
  {
    kind: 'keepsake',
    keepsake: 'scan',
    by: 'rima',
    title: 'In profile',
    text: `It is on the inside of the larder door, where I put it in November so that visitors would not see it and I would, every time I wanted salt.

You have one hand up beside your ear. Your father says that you are on the telephone.`,
    memory: { year: 2021, month: 11 },
    audience: 'only-us',
    at: '2022-05-01T12:30:00.000Z',
  },
  {
    kind: 'keepsake',
    keepsake: 'recording',
    by: 'rima',
    title: 'Thirty-one seconds',
    text: 'I held my telephone to the machine at the January appointment, to play it to my mother. At the end the midwife says, “There, she’s cross with us now,” and somebody laughs, and it is me.',
    memory: { year: 2022, month: 1, day: 20 },
    audience: 'only-us',
    at: '2022-08-14T21:50:00.000Z',
  },
  {
    kind: 'keepsake',
    by: 'rima',
    title: 'The other half of the blanket',
    text: `They let us cut it. One half went with you, with Sami’s scarf, and one half is here.

I know which threads you have.`,
    memory: { year: 2022, month: 3, day: 4 },
    audience: 'everyone',
    at: '2022-09-10T19:25:00.000Z',
  },
  {
    kind: 'keepsake',
    by: 'callum',
    title: 'A jar',
    text: 'Eleven bolts, one allen key. It has moved house with us, from the shed to the better shed.',
    memory: { year: 2024, month: 8 },
    audience: 'only-us',
    at: '2024-08-25T17:30:00.000Z',
    pointsTo: [{ title: 'Eleven bolts', words: 'the evening they went in' }],
  },
];
