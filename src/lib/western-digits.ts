/**
 * Decimal digits of any script (Unicode category Nd) as 0 to 9; everything else stays. A keyboard in
 * Arabic, Persian or Hindi types its own.
 */
export function westernDigits(typed: string): string {
  return typed.replace(/(?![0-9])\p{Nd}/gu, western);
}

const known = new Map<string, string>();

function western(digit: string): string {
  let value = known.get(digit);
  if (value === undefined) known.set(digit, (value = String(valueOf(digit.codePointAt(0)!))));
  return value;
}

// The digits of a script stand in order from its zero, in runs of ten that may follow each other.
function valueOf(codePoint: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before++;
  return before % 10;
}
