import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The clock of a running site, to be put forward and back. */
export type Clock = {
  /** What a site is started with, so that it goes by this clock. */
  settings: Record<string, string>;
  /** So many milliseconds ahead of the real time, or behind it. */
  shift(by: number): Promise<void>;
  /** At this instant (ISO 8601), going on from there. */
  set(instant: string): Promise<void>;
  now(): string;
};

const preload = fileURLToPath(new URL('clock-preload.ts', import.meta.url));

/** A clock that lies in a file of this name. */
export function clockIn(file: string): Clock {
  let offset = 0;
  const shift = async (by: number): Promise<void> => {
    offset = by;
    // Renamed into its place: the site may read at any moment.
    writeFileSync(`${file}.new`, String(by));
    renameSync(`${file}.new`, file);
    // It looks every 20 ms.
    await wait(80);
  };
  return {
    settings: {
      SNOWDROP_TEST_CLOCK: file,
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${preload}`.trim(),
    },
    shift,
    set: (instant) => shift(Date.parse(instant) - Date.now()),
    now: () => new Date(Date.now() + offset).toISOString(),
  };
}

/**
 * The same clock, moved only while the site has nothing to do: how long a mail server is waited for goes by
 * the clock, so that a mail on its way would be given up when it jumps.
 */
export function movedAtRest({ settings, now, shift }: Clock, rest: () => Promise<void>): Clock {
  const shiftAtRest = async (by: number): Promise<void> => {
    await rest();
    await shift(by);
  };
  return {
    settings,
    now,
    shift: shiftAtRest,
    set: (instant) => shiftAtRest(Date.parse(instant) - Date.now()),
  };
}
