/**
 * The instant at which the clocks of a zone show a local time. A time that they skip moves to the first
 * moment after the gap, be it half an hour or a whole day; of one that they show twice it is the first.
 * `local` is ISO 8601 without an offset (`2027-03-28T02:30`), `zone` an IANA name; the answer is an instant
 * in UTC with three digits of a second. Throws a RangeError on anything else.
 */
export function localTimeToInstant(local: string, zone: string): string {
  const wanted = Temporal.PlainDateTime.from(local);
  const earlier = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  // Of a skipped time Temporal makes one just as long before the gap: the gap is what comes next.
  const exists = earlier.toPlainDateTime().equals(wanted);
  const at = exists ? earlier : (earlier.getTimeZoneTransition('next') ?? earlier);
  return at.toInstant().toString({ fractionalSecondDigits: 3 });
}

/** What the clocks of a zone show at an instant, to the minute: `2027-03-28T03:00`. */
export function localTimeAt(instant: string, zone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
