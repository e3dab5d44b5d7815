import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// "source" lets package.json lead #tributes/publish.ts to src/ instead of the build.
const conditions = ['source', ...defaultServerConditions];

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
          maxWorkers: '100%',
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
          // One browser at a time, after everything else: a busy machine must not look like a slow page.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          globalSetup: ['test/browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
