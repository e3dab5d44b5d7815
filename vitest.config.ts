import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// "source" lets package.json lead #tributes/publish.ts to src/ instead of the build.
const conditions = ['source', ...defaultServerConditions];

/** The longest file first: begun last, it would have one of two cores to itself for a minute. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith('tools/crash.test.ts');
    const others = files.filter((file) => !isLong(file));
    // eslint-disable-next-line unicorn/no-array-sort -- it is vitest's method of that name
    return [...files.filter(isLong), ...(await super.sort(others))];
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // The same for what tests start themselves: threads and child processes inherit it.
    execArgv: ['--conditions=source'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
          maxWorkers: '100%',
          globalSetup: ['test/pglite.ts'],
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
          // After everything else, and two browsers at most: a busy machine must not look like a slow page.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          globalSetup: ['test/browser.ts'],
          // On the machine that guards the branch a journey may be taken twice; vitest says which was.
          retry: process.env['CI'] ? 1 : 0,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
