/** How long and from which seed to run. */
export type CrashSettings = { seed: number; points: number };

/**
 * SNOWDROP_CRASH_SEED repeats a run, SNOWDROP_CRASH_POINTS makes it shorter (local work) or longer (a
 * nightly one). Both are taken out of the environment: a site refuses settings that it does not know.
 */
export function readCrashSettings(points = 100): CrashSettings {
  const settings = {
    seed: Number(take('SNOWDROP_CRASH_SEED') ?? Math.floor(Math.random() * 2 ** 32)),
    points: Number(take('SNOWDROP_CRASH_POINTS') ?? points),
  };
  for (const [name, value] of Object.entries(settings)) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Error(`SNOWDROP_CRASH_${name.toUpperCase()} must be a whole number.`);
  }
  return settings;
}

function take(name: string): string | undefined {
  const value = process.env[name]?.trim() || undefined;
  delete process.env[name];
  return value;
}
