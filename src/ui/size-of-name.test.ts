import { expect, test } from 'vitest';
import { sizeOfName } from '#ui/size-of-name.ts';

test.each([
  ['Wren', undefined],
  ['', undefined],
  ['Maria Magdalena Rose', undefined],
  ['Anna-Magdalena', undefined],
  ['زهرة الثلج', undefined],
  ['Schneeglöckchen', 'long'],
  ['Unser kleiner Sternschnuppenfänger', 'longest'],
])('%s', (name, size) => {
  expect(sizeOfName(name)).toBe(size);
});
