import { createHash } from 'node:crypto';
import type { Dice } from './dice.ts';

const sentences = [
  'I have learned to say your name in shops.  The woman asked how many children,',
  'They said the first year is a staircase.',
  '  Nobody said it goes down into the garden,',
  '\tthat there would be snow on it,   ',
  'حبيبتي — cafe\u0301, not café; ﬁne, 👩‍👩‍👧.',
  '“Quotes” & <angles> &amp; &lt;b&gt; </textarea> \'and\' "more" %26 + %',
  '',
  'and the ground held.',
];

/** A letter of about so many bytes that no other request sends: `mark` stands in its first line. */
export function textMarked(mark: string, bytes: number, dice: Dice): string {
  const lines = [dice.chance(0.2) ? '' : 'Wren,', mark];
  for (let length = 0; length < bytes;) {
    const line = Array.from({ length: dice.between(1, 12) }, () => dice.pick(sentences)).join(' ');
    lines.push(line, ...(dice.chance(0.3) ? [''] : []));
    length += Buffer.byteLength(line) + 1;
  }
  if (dice.chance(0.3)) lines.push('', '');
  return lines.join('\n');
}

export function sha256(of: string | Uint8Array): string {
  return createHash('sha256').update(of).digest('hex');
}
