import { availableParallelism } from 'node:os';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// "source" lets package.json lead #tributes/publishing/publish.ts to src/ instead of the build.
const conditions = ['source', ...defaultServerConditions];

// Minutes each: they guard what lands, and not each commit (decision 0021).
const long = ['tools/crash.test.ts', 'tools/hostile.test.ts', 'tools/matrix.test.ts'];

// A journey waits for its pages, and a database for its disk, half of their time: three keep two cores busy.
const maxWorkers = availableParallelism() + 1;

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // The same for what tests start themselves: threads and child processes inherit it.
    execArgv: ['--conditions=source'],
    tags: [{ name: 'landing', description: 'Guards what lands, and not each commit (decision 0021).' }],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: long,
          maxWorkers,
          // What a file imports is imported once for all of them: nothing here keeps a test's state in a module.
          isolate: false,
          globalSetup: ['test/templates.ts'],
          // Speed is a benchmark's business: a busy machine must not look like a broken program.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.spec.ts'],
          maxWorkers,
          sequence: { groupOrder: 1 },
          globalSetup: ['test/once.ts'],
          setupFiles: ['test/every-journey.ts'],
          // On the machine that guards the branch a journey may be taken twice; vitest says which was.
          retry: process.env['CI'] ? 1 : 0,
          // What a journey waits for has a time of its own (`patience` in test/journey.ts); this is for all of it.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: long,
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // A busy machine can make a wait look like a stall: taken twice where nobody is there to look again.
          retry: process.env['CI'] ? 1 : 0,
          sequence: { groupOrder: 2 },
          globalSetup: ['test/templates.ts'],
        },
      },
    ],
  },
});
