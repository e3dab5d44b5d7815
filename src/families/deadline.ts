import { momentWithTime } from '#i18n/dates.ts';
import type { Language } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';

/** Until when somebody can say something: with its hour, on the clock of the world, since people are apart. */
export function deadlineInWords(instant: string, language: Language = languageHere()): string {
  return `${momentWithTime(instant, language, 'UTC')} UTC`;
}
