/**
 * The family that every test tells of. All of it is invented: a girl called Wren, stillborn on a day in
 * February, her mother Nora, her father Elias, her aunt Ines who keeps the page with them, and strangers.
 */
export const wren = {
  called: 'Wren',
  sentence: 'You were here, and the house knew it.',
  born: { day: '14', month: '2', year: '2023' },
  bornWords: 'born asleep on',
};

export const nora = { name: 'Nora Lind', signsAs: 'Mama', email: 'nora@family.example' };
export const elias = { name: 'Elias Lind', signsAs: 'Papa', email: 'elias@family.example' };
export const ines = { name: 'Ines Vale', signsAs: 'Aunt Ines', email: 'ines@family.example' };

/** A letter with everything that software likes to change: blank lines, verse, spaces, two scripts. */
export const letter = {
  title: 'A year of you',
  text: [
    '',
    'Wren,',
    '',
    'I have learned to say your name in shops.  The woman at the chemist asked how many children,',
    'and I said three, and the ground held.',
    '',
    'They said the first year is a staircase.',
    '  Nobody said it goes down into the garden,',
    '  that there would be snow on it,',
    'and through the snow, on the stupidest day of the year,',
    '\tyou.   ',
    '',
    '',
    'حبيبتي — cafe\u0301, not café; ﬁne, 👩‍👩‍👧. “Quotes” & <angles> & &amp;',
    '',
  ].join('\n'),
};
