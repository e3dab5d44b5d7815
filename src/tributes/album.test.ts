import { expect, test } from 'vitest';
import { widths } from '#tributes/album.tsx';
import { placesAround } from '#tributes/writing/place-select.tsx';
import { placesAround as placesInBrowser } from '../../browser/places.ts';

test('two upright photographs that follow each other share a line; no order is changed for it', () => {
  const [upright, lying] = [true, false];
  expect(widths([lying, upright, upright, upright, lying])).toEqual([true, false, false, true, true]);
  expect(widths([upright, upright, upright, upright])).toEqual([false, false, false, false]);
  expect(widths([upright])).toEqual([true]);
  expect(widths([])).toEqual([]);
});

test('of fifty thousand places those around a photograph are offered, and both ends', () => {
  expect(placesAround(1, 3)).toEqual([0, 1, 2, 3]);
  const many = placesAround(25_000, 50_000);
  expect(many.length).toBeLessThan(210);
  expect(many).toContain(25_000);
  expect([many[0], many.at(-1)]).toEqual([0, 50_000]);
  for (const at of [0, 1, 99, 100, 49_999, 50_000]) {
    expect(placesAround(at, 50_000)).toContain(at);
    expect(placesInBrowser(at, 50_000)).toEqual(placesAround(at, 50_000));
  }
});
