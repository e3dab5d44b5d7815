import { describe, expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import {
  agreedTo,
  sealOf,
  type Signing,
  signsWith,
  standingOf,
  withAsked,
} from '#tributes/signing/signing.ts';
import { emptyWords, type Words } from '#tributes/tribute.ts';

const nora = { personId: 'nora', as: 'Mama' };
const elias = { personId: 'elias', as: 'Papa' };
const ines = { personId: 'ines', as: 'Aunt Ines' };
const words: Words = { ...emptyWords('en', [nora, elias]), ...letter };
const hat = { photographId: 'hat', after: 1, caption: 'Your hat', alternative: 'A hat' };

const signing = (over: Partial<Signing> = {}): Signing => ({
  ...elias,
  tributeId: 'a letter',
  askedAt: '2024-02-14T10:00:00.000Z',
  sha256: sealOf(words),
  answer: 'signed',
  ...over,
});
const stand = (over: Partial<Words>, signings: Signing[], current?: Words) =>
  agreedTo({ ...words, ...over }, { writerId: 'nora', signings, current });

describe('the seal of words', () => {
  test.each<[string, Partial<Words>]>([
    ['a letter', { text: `${letter.text}.` }],
    ['a space at the end', { text: `${letter.text} ` }],
    ['another form of é', { text: letter.text.normalize('NFC') }],
    ['the title', { title: 'Two years of you' }],
    ['to whom', { addressee: 'your brother' }],
    ['where', { place: 'by the lake' }],
    ['what it is of', { keepsake: 'footprints' }],
    ['a photograph', { photographs: [hat] }],
  ])('is another one with %s changed', (_, over) => {
    expect(sealOf({ ...words, ...over })).not.toBe(sealOf(words));
  });

  test('is another one with a caption changed, or a photograph moved', () => {
    const seal = sealOf({ ...words, photographs: [hat] });
    expect(sealOf({ ...words, photographs: [{ ...hat, caption: 'Not yours' }] })).not.toBe(seal);
    expect(sealOf({ ...words, photographs: [{ ...hat, after: 0 }] })).not.toBe(seal);
  });

  test('is the same whoever signs, and whenever it happened', () => {
    expect(sealOf({ ...words, signed: [], memory: { year: 2023 } })).toBe(sealOf(words));
  });
});

describe('a name stands under words', () => {
  test('that its owner agreed to, and the writer’s always', () => {
    expect(stand({}, [])).toEqual([nora]);
    expect(stand({}, [signing({ answer: undefined })])).toEqual([nora]);
    expect(stand({}, [signing()])).toEqual([nora, elias]);
    expect(stand({}, [signing({ answer: 'left' })])).toEqual([nora]);
  });

  test('in the words its owner signed with', () => {
    expect(stand({}, [signing({ as: 'Your father' })])).toEqual([
      nora,
      { personId: 'elias', as: 'Your father' },
    ]);
  });

  test('and under no others', () => {
    expect(stand({ text: 'Not what he read' }, [signing()])).toEqual([nora]);
  });

  test('only where the writer ticked it', () => {
    expect(stand({ signed: [nora] }, [signing()])).toEqual([nora]);
    expect(stand({ signed: [] }, [signing()])).toEqual([]);
  });

  test('again where it stood under the same words, whatever was asked about others since', () => {
    expect(stand({}, [], words)).toEqual([nora, elias]);
    expect(stand({}, [signing({ sha256: 'of other words', answer: undefined })], words)).toEqual([
      nora,
      elias,
    ]);
    expect(stand({}, [], { ...words, text: 'Older words' })).toEqual([nora]);
    expect(stand({}, [signing({ answer: 'left' })], words)).toEqual([nora]);
  });
});

describe('how somebody stands to words', () => {
  test.each<[ReturnType<typeof standingOf>, Signing | undefined]>([
    ['not-asked', undefined],
    ['asked', signing({ answer: undefined })],
    ['signed', signing()],
    ['left', signing({ answer: 'left' })],
    ['changed', signing({ sha256: 'of other words' })],
    ['not-asked', signing({ sha256: 'of other words', answer: undefined })],
    ['not-asked', signing({ sha256: 'of other words', answer: 'left' })],
  ])('%s', (standing, one) => {
    expect(standingOf(words, one)).toBe(standing);
  });

  test('whoever is asked about what readers have is ticked on its sheet again', () => {
    const published = { ...words, signed: [nora] };
    const asked = [signing({ answer: undefined }), signing({ ...ines, answer: 'left' })];
    expect(withAsked(published, asked).signed).toEqual([nora, elias]);
    expect(withAsked({ ...published, text: 'Others' }, asked).signed).toEqual([nora]);
  });

  test('signing with somebody is not writing', () => {
    expect(signsWith({ writerId: 'nora', words }, { id: 'elias' })).toBe(true);
    expect(signsWith({ writerId: 'nora', words }, { id: 'nora' })).toBe(false);
    expect(signsWith({ writerId: 'nora', words }, { id: 'ines' })).toBe(false);
  });
});
