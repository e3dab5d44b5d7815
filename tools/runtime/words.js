import { build, isBuilt } from './build.js';
import { install, isInstalled } from './install.js';
import { bringNode26, findNode26 } from './node26.js';
import { inRoot } from './places.js';
import { run, runOrEnd } from './processes.js';
import { tool } from './tools.js';
import { inTurn } from './turn.js';

// Node's own `imports` lead to the build: these paths lead the search for cycles to src/.
export const lintOptions = [];

/** Brings what is missing and resolves to the path of Node 26. */
export async function prepare({ complete, built }) {
  const node = findNode26();
  const ready = node && isInstalled({ complete }) && (!built || isBuilt());
  if (ready) return node;
  return inTurn(async () => {
    // Asked again: somebody else may have done it while we waited.
    const here = findNode26() ?? (await bringNode26());
    if (!isInstalled({ complete })) await install(here, { complete });
    if (built && !isBuilt()) await build(here);
    return here;
  });
}

export async function setup({ complete }) {
  await prepare({ complete, built: false });
  console.log('Everything is in place.');
}

/** Runs a file of the build as if it had been started directly: same terminal, same signals, same exit code. */
export async function runBuilt(file, args) {
  const node = await prepare({ complete: false, built: true });
  return run(node, [inRoot(file), ...args], { firstInPath: node });
}

export async function test(args) {
  const node = await prepare({ complete: true, built: true });
  return run(node, [tool('vitest'), 'run', ...args], { firstInPath: node });
}

/** Measures the build: `bench/` is TypeScript that Node reads as it stands. */
export async function bench(args) {
  const node = await prepare({ complete: false, built: true });
  return run(node, [inRoot('bench/run.ts'), ...args], { firstInPath: node });
}

/** Asks a whole site, on the build, who finds what. */
export async function matrix(args) {
  const node = await prepare({ complete: true, built: true });
  return run(node, [inRoot('tools/matrix/run.ts'), ...args], { firstInPath: node });
}

/** Sends hostile inputs at a whole site in a process of its own, on the build. */
export async function hostile(args) {
  const node = await prepare({ complete: true, built: true });
  return run(node, [inRoot('tools/hostile/run.ts'), ...args], { firstInPath: node });
}

/** Judges the labelled quotations, on the build. */
export async function quotations(args) {
  const node = await prepare({ complete: true, built: true });
  return run(node, [inRoot('tools/quotations/run.ts'), ...args], { firstInPath: node });
}

export async function format(args) {
  const node = await prepare({ complete: true, built: false });
  await runOrEnd('Not everything could be formatted.', node, [tool('oxfmt'), ...args], { firstInPath: node });
  return run(node, [tool('oxlint'), ...lintOptions, '--fix', ...args], { firstInPath: node });
}
