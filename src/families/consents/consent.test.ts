import { describe, expect, test } from 'vitest';
import { isAgreed, type Matter } from '#families/consents/consent.ts';

const nora = { personId: 'nora', since: '2024-01-01' };
const elias = { personId: 'elias', since: '2024-01-02' };
const late = { personId: 'late', since: '2024-03-01' };
const removal = (aboutId: string): Matter => ({ familyId: 'f', what: 'removal', aboutId });
const leaving: Matter = { familyId: 'f', what: 'leaving', aboutId: 'wren' };

describe('what takes away is agreed', () => {
  test.each([
    ['a page, by both', leaving, ['nora', 'elias'], [nora, elias], true],
    ['a page, by one of two', leaving, ['nora'], [nora, elias], false],
    ['a page, by the only parent', leaving, ['nora'], [nora], true],
    ['a page, by two of three', leaving, ['nora', 'late'], [nora, elias, late], false],
    ['one of two, by the other', removal('elias'), ['nora'], [nora, elias], false],
    ['the last of three, by both others', removal('late'), ['nora', 'elias'], [nora, elias, late], true],
    ['the last of three, by one of them', removal('late'), ['nora'], [nora, elias, late], false],
    // Somebody brought in afterwards is no second voice against whoever was there.
    [
      'one of two, by the other and somebody new',
      removal('elias'),
      ['nora', 'late'],
      [nora, elias, late],
      false,
    ],
    ['the first, by those who came after', removal('nora'), ['elias', 'late'], [nora, elias, late], false],
  ] as const)('%s', (_, matter, wantedBy, parents, agreed) => {
    expect(isAgreed(matter, wantedBy, parents)).toBe(agreed);
  });
});
