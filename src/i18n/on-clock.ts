import { momentWithTime } from '#i18n/dates.ts';
import type { Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { placeOf } from '#lib/zones.ts';

/**
 * A moment whose hour counts, on the clock of a zone (IANA): “Wednesday, 14 February 2024 at 07:30, Berlin
 * time”. Where no zone is known it is told on the clock of the world, in UTC.
 */
export function momentOnClock(instant: string, zone: string, language: Language = languageHere()): string {
  if (zone === '') return `${momentWithTime(instant, language, 'UTC')} UTC`;
  const moment = momentWithTime(instant, language, zone);
  return sayIn(language)('home.scheduled-on', { moment, place: placeOf(zone) });
}
