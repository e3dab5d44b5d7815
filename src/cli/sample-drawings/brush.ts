/** A filter that makes soft what it is put on; in units of the picture. */
export const blur = (id: string, deviation: number): string =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`;

/** From top to bottom, or to the right: colours at equal distances, or each with its place. */
export function shade(
  id: string,
  direction: 'down' | 'right',
  ...stops: (string | [string, number])[]
): string {
  const parts = stops.map((stop, at) => {
    const [colour, place] = typeof stop === 'string' ? [stop, at / (stops.length - 1)] : stop;
    return `<stop offset="${place}" stop-color="${colour}"/>`;
  });
  const end = direction === 'down' ? 'x2="0" y2="1"' : 'x2="1" y2="0"';
  return `<linearGradient id="${id}" ${end}>${parts.join('')}</linearGradient>`;
}

/** Numbers between `low` and `high`, the same on every run. */
export function chance(seed: number): (low: number, high: number) => number {
  let state = seed;
  return (low, high) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return low + ((state >>> 8) / 2 ** 24) * (high - low);
  };
}
