import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import { anyText } from '#test/strings.ts';
import { paragraphsOf, placeMoved } from '#tributes/paragraphs.ts';

test('joined again, the paragraphs are the exact text', () => {
  expect(paragraphsOf(letter.text).join('\n\n')).toBe(letter.text);
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(paragraphsOf(text).join('\n\n')).toBe(text);
    }),
  );
});

describe('a photograph goes with the paragraphs around it', () => {
  const before = 'one\n\ntwo\n\nthree\n\nfour';

  test.each([
    ['nothing changes', 2, before, 2],
    ['a paragraph comes at the end', 2, `${before}\n\nfive`, 2],
    ['a paragraph comes at the beginning', 2, `zero\n\n${before}`, 3],
    ['one comes right before it', 2, 'one\n\ntwo\n\ntwo and a half\n\nthree\n\nfour', 2],
    ['one comes between the first two', 2, 'one\n\nnew\n\ntwo\n\nthree\n\nfour', 3],
    ['the paragraph before it is reworded', 2, 'one\n\nTWO\n\nthree\n\nfour', 2],
    ['the first is taken out', 2, 'two\n\nthree\n\nfour', 1],
    ['the last is taken out', 4, 'one\n\ntwo\n\nthree', 3],
    ['it stands before all words', 0, `zero\n\n${before}`, 0],
    ['it stands at the very end', 4, `${before}\n\nfive`, 4],
    ['everything is deleted', 2, '', 1],
    ['everything is new', 2, 'a\n\nb\n\nc', 2],
  ])('%s', (_, after, now, moved) => {
    expect(placeMoved(after, before, now)).toBe(moved);
  });

  const paragraphs = fc.array(fc.constantFrom('one', 'two', 'three', '', 'x'), {
    minLength: 1,
    maxLength: 7,
  });
  const around = fc.tuple(paragraphs, paragraphs, fc.nat(7));

  test('it always stands somewhere in the new text', () => {
    fc.assert(
      fc.property(around, ([old, fresh, place]) => {
        const moved = placeMoved(Math.min(place, old.length), old.join('\n\n'), fresh.join('\n\n'));
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(paragraphsOf(fresh.join('\n\n')).length);
      }),
    );
  });

  test('in a text that did not change it stays', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(7), (old, place) => {
        const text = old.join('\n\n');
        const after = Math.min(place, paragraphsOf(text).length);
        expect(placeMoved(after, text, text)).toBe(after);
      }),
    );
  });

  test('behind an insertion it moves by as much, before it not at all', () => {
    const distinct = fc.uniqueArray(fc.stringMatching(/^[a-m]{1,4}$/), { minLength: 1, maxLength: 6 });
    const inserted = fc.uniqueArray(fc.stringMatching(/^[n-z]{1,4}$/), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(distinct, inserted, fc.nat(6), fc.nat(6), (old, more, at, place) => {
        const [cut, after] = [Math.min(at, old.length), Math.min(place, old.length)];
        const fresh = old.toSpliced(cut, 0, ...more);
        // Right at the seam it keeps to the words before it.
        expect(placeMoved(after, old.join('\n\n'), fresh.join('\n\n'))).toBe(
          after <= cut ? after : after + more.length,
        );
      }),
    );
  });
});
