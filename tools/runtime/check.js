import { existsSync } from 'node:fs';
import { inRoot } from './places.js';
import { runOrEnd } from './processes.js';
import { tool } from './tools.js';
import { lintOptions, prepare, test } from './words.js';

// The rest, which takes longer than anybody waits, guards what lands (decision 0021).
const eachCommit = ['--project', 'unit', '--project', 'journeys', '--tags-filter', '!landing'];

/** What guards each commit, at a desk and on the machine that guards the branch; ends at the first failure. */
export async function check(args) {
  const node = await prepare({ complete: true, built: false });
  const runTool = (name, ...rest) =>
    runOrEnd(`${name} is not content: see above.`, node, [tool(...name.split('/')), ...rest], {
      firstInPath: node,
    });

  await step('Format', () => runTool('oxfmt', '--check'));
  await step('Rules', () => runTool('oxlint', ...lintOptions));
  for (const project of projects()) {
    await step(`Types, ${project}`, () => runTool('typescript/tsc', '--noEmit', '-p', project));
  }
  await step('Unused code', () => runTool('knip', '--no-config-hints'));
  await step('Build', () => prepare({ complete: true, built: true }));
  console.log('\n— Tests');
  // Last and without a word after it: vitest's totals are the end of the report.
  return test([...eachCommit, ...args]);
}

function projects() {
  return ['tsconfig.json', 'tsconfig.test.json', 'browser/tsconfig.json'].filter((path) =>
    existsSync(inRoot(path)),
  );
}

async function step(name, work) {
  console.log(`\n— ${name}`);
  const began = performance.now();
  await work();
  console.log(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
