import type { Child, SamplePiece } from '#cli/sample-family/family.ts';
import { keepsakesOfEdie } from '#cli/sample-family/keepsakes-of-edie.ts';
import { laterForNour } from '#cli/sample-family/later-for-nour.ts';
import { laterLettersToEdie } from '#cli/sample-family/later-letters-to-edie.ts';
import { lettersToEdie } from '#cli/sample-family/letters-to-edie.ts';
import { lettersToNour } from '#cli/sample-family/letters-to-nour.ts';
import { photographsForEdie } from '#cli/sample-family/photographs-for-edie.ts';
import { storyOfEdie } from '#cli/sample-family/story-of-edie.ts';

/** Everything that the invented family wrote to a child, in the order it was written: sixty pieces for the two. */
export function piecesFor(child: Child): SamplePiece[] {
  const pieces = {
    edie: [lettersToEdie, storyOfEdie, photographsForEdie, keepsakesOfEdie, laterLettersToEdie],
    nour: [lettersToNour, laterForNour],
  }[child];
  return pieces.flat().toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
