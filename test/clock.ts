export type Clock = ReturnType<typeof clockAt>;

/** A clock that stands still until it is moved. */
export function clockAt(start: string) {
  let at = Temporal.Instant.from(start);
  return {
    now: (): string => at.toString({ fractionalSecondDigits: 3 }),
    set: (instant: string): void => void (at = Temporal.Instant.from(instant)),
    advance: (by: {
      days?: number;
      hours?: number;
      minutes?: number;
      seconds?: number;
      milliseconds?: number;
    }): void => {
      const { days = 0, hours = 0, ...rest } = by;
      at = at.add({ ...rest, hours: hours + 24 * days });
    },
  };
}
