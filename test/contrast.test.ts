import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// Axe asks every page by day; by night the same colours stand on the same grounds, and are asked for here.

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
const palettes = [...css.matchAll(/\.palette-(\w+) \{([^}]+)\}/g)].map(
  ([, name = '', body = '']) => [name, Object.fromEntries(readVariables(body))] as const,
);
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\(oklch\((.+?)\), oklch\((.+?)\)\);/g)].map(
    ([, name = '', day = '', night = '']) => [name, { day, night }],
  ),
);

/** What stands on what, and the least ratio that it needs (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). */
const pairs: [on: string[], grounds: string[], least: number][] = [
  [['ink'], ['paper', 'sheet', 'wash', 'glow'], 7],
  [['soft'], ['paper', 'sheet', 'wash'], 7],
  [['leaf', 'leaf-deep'], ['paper', 'sheet', 'wash'], 4.5],
  [['edge'], ['paper', 'sheet', 'wash'], 3],
  [['candle'], ['paper'], 3],
];

describe.each(palettes)('the palette %s', (_, hues) => {
  const luminance = (token: string, when: 'day' | 'night'): number => {
    const { [when]: written } = tokens.get(token)!;
    const [lightness = '', chroma, hue] = written
      .replaceAll(/var\(--(\w+)\)/g, (_whole, name: string) => hues[name]!)
      .split(' ');
    return luminanceOf(Number.parseFloat(lightness) / 100, Number(chroma), Number(hue));
  };

  test.each(['day', 'night'] as const)('can be read by %s', (when) => {
    const found = pairs.flatMap(([on, grounds, least]) =>
      on.flatMap((one) =>
        grounds
          .map((ground) => ({ one, ground, ratio: contrast(luminance(one, when), luminance(ground, when)) }))
          .filter(({ ratio }) => !(ratio >= least)),
      ),
    );
    expect(found).toEqual([]);
  });
});

test('there are five palettes, and eleven colours of each', () => {
  expect([palettes.length, tokens.size]).toEqual([5, 11]);
});

function readVariables(body: string): [string, string][] {
  return [...body.matchAll(/--(\w+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]);
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** The relative luminance of an oklch() colour, by way of linear sRGB (CSS Color 4, 10.2; B. Ottosson's Oklab). */
function luminanceOf(lightness: number, chroma: number, hue: number): number {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  const shown = [red, green, blue].map((one) => Math.min(1, Math.max(0, one)));
  return 0.2126 * shown[0]! + 0.7152 * shown[1]! + 0.0722 * shown[2]!;
}
