import { westernDigits } from '#lib/western-digits.ts';

/** Six digits as somebody typed them, in the digits of any script, with or without spaces. */
export function readDigits(typed = ''): string {
  return westernDigits(typed).replace(/\s/g, '');
}
