import { expect, test } from 'vitest';
import { qrCodeOf } from '#reading/home/qr-code.ts';

test.each(['https://snowdrop.example/wren', 'https://a.example/wren', 'http://localhost:3000/%D9%86'])(
  'a camera reads %s',
  (address) => {
    expect(read(modulesOf(qrCodeOf(address)))).toBe(address);
  },
);

test('the longest address still fits', () => {
  const address = `https://snowdrop.example/${'%F0%9E%A4%A2'.repeat(30)}/${'%F0%9E%A4%A2'.repeat(30)}`;
  expect(modulesOf(qrCodeOf(address)).length).toBeGreaterThan(100);
});

test('the picture is an SVG of nothing but squares, with a quiet zone of four modules', () => {
  const svg = svgOf(qrCodeOf('https://snowdrop.example/wren'));
  expect(svg).not.toMatch(/<(?:script|a|image|foreignObject|use)\b|\bhref|\bon\w+=/i);
  const modules = modulesOf(qrCodeOf('https://snowdrop.example/wren'));
  expect(modules.map((row) => row.length)).toEqual(Array.from({ length: 29 }, () => 29));
});

function svgOf(dataUrl: string): string {
  expect(dataUrl).toMatch(/^data:image\/svg\+xml;base64,/);
  return Buffer.from(dataUrl.split(',')[1] ?? '', 'base64').toString('utf8');
}

function modulesOf(dataUrl: string): boolean[][] {
  const svg = svgOf(dataUrl);
  const [cell, margin] = [8, 32];
  const size = (Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) - 2 * margin) / cell;
  const dark = new Set(
    [...svg.matchAll(/M(\d+),(\d+)/g)].map(
      ([, x, y]) => `${(Number(x) - margin) / cell} ${(Number(y) - margin) / cell}`,
    ),
  );
  const along = Array.from({ length: size }, (_, at) => at);
  return along.map((row) => along.map((column) => dark.has(`${column} ${row}`)));
}

/** Reads a symbol of version 2 or 3, error correction M (ISO/IEC 18004:2015, clause 12), undamaged. */
function read(modules: boolean[][]): string {
  const size = modules.length;
  const bit = (row: number, column: number): number => Number(modules[row]?.[column]);
  const format =
    [0, 1, 2, 3, 4, 5, 7, 8].map((column) => bit(8, column)).reduce((sum, one) => sum * 2 + one, 0) ^
    (0x5412 >> 7);
  expect(format >> 6, 'error correction M').toBe(0);
  const mask = (format >> 3) & 7;
  const masked = (i: number, j: number): boolean =>
    [
      (i + j) % 2,
      i % 2,
      j % 3,
      (i + j) % 3,
      (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
      ((i * j) % 2) + ((i * j) % 3),
      (((i * j) % 2) + ((i * j) % 3)) % 2,
      (((i + j) % 2) + ((i * j) % 3)) % 2,
    ][mask] === 0;
  const near = (at: number, center: number): boolean => Math.abs(at - center) <= 2;
  const isPattern = (i: number, j: number): boolean =>
    i === 6 ||
    j === 6 ||
    (i < 9 && j < 9) ||
    (i < 9 && j >= size - 8) ||
    (i >= size - 8 && j < 9) ||
    (near(i, size - 7) && near(j, size - 7));
  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const i = upwards ? size - 1 - step : step;
      for (const j of [right, right - 1]) if (!isPattern(i, j)) bits.push(bit(i, j) ^ Number(masked(i, j)));
    }
    upwards = !upwards;
  }
  const number = (from: number, length: number): number =>
    bits.slice(from, from + length).reduce((sum, one) => sum * 2 + one, 0);
  expect(number(0, 4), 'byte mode').toBe(4);
  return Buffer.from(Array.from({ length: number(4, 8) }, (_, at) => number(12 + at * 8, 8))).toString(
    'latin1',
  );
}
