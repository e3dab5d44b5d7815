type Span = { days?: number; hours?: number; minutes?: number; seconds?: number };

/**
 * An instant some time after another (before it, with negative numbers); a day is 24 hours. ISO 8601 in
 * UTC with exactly three digits of a second, like every instant that is kept: as text they sort by time.
 */
export function instantAfter(
  instant: string,
  { days = 0, hours = 0, minutes = 0, seconds = 0 }: Span,
): string {
  return Temporal.Instant.from(instant)
    .add({ hours: hours + 24 * days, minutes, seconds })
    .toString({ fractionalSecondDigits: 3 });
}
