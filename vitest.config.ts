import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// "source" lets package.json lead #tributes/publishing/publish.ts to src/ instead of the build.
const conditions = ['source', ...defaultServerConditions];

// Minutes each: they run with a change that is about to land, not with each look at one (decision 0021).
const long = ['tools/crash.test.ts', 'tools/hostile.test.ts'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // The same for what tests start themselves: threads and child processes inherit it.
    execArgv: ['--conditions=source'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: long,
          maxWorkers: '100%',
          // What a file imports is imported once for all of them: nothing here keeps a test's state in a module.
          isolate: false,
          globalSetup: ['test/templates.ts'],
          // Speed is a benchmark's business: a busy machine must not look like a broken program.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Not the default 0: on two cores vitest would take these last.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.spec.ts'],
          // After everything else. A journey waits for its pages half of its time: three keep two cores busy.
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
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
          // A busy machine can make a wait look like a stall: taken twice where nobody is there to look again.
          retry: process.env['CI'] ? 1 : 0,
          sequence: { groupOrder: 3 },
          globalSetup: ['test/templates.ts'],
        },
      },
    ],
  },
});
