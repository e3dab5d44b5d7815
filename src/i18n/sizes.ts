import { numberFormat } from '#i18n/formats.ts';
import { localeOf } from '#i18n/languages.ts';

const megabyte = 1_000_000;
const kilobyte = 1_000;
// From here on two digits would make a thousand kilobytes of it.
const almostMegabyte = 994_500;

/** How much a file holds, in the unit that people have for it: “850 kB”, “3.4 MB”; nothing is less than 1 kB. */
export function sizeInWords(bytes: number, language: string): string {
  const isSmall = bytes < almostMegabyte;
  const amount = isSmall ? Math.max(1, Math.round(bytes / kilobyte)) : bytes / megabyte;
  const unit = isSmall ? 'kilobyte' : 'megabyte';
  const options = { style: 'unit', unit, maximumSignificantDigits: 2 } as const;
  return numberFormat(localeOf(language), options).format(amount);
}
