import { existsSync, readdirSync, rmSync } from 'node:fs';
import { fingerprint } from './fingerprint.js';
import { readMarker, writeMarker } from './marker.js';
import { inRoot, root } from './places.js';
import { runOrEnd } from './processes.js';
import { tool } from './tools.js';

const folder = inRoot('build');
const marker = inRoot('build', '.snowdrop-built.json');
const bundles = ['vite.config.ts', 'vite.server.config.ts'];

export function isBuilt() {
  return readMarker(marker).of === sources();
}

/** Compiles src/, bundles what browsers get and what a start reads, into a fresh build/: what is gone must not live on there. */
export async function build(node) {
  console.error('Building…');
  const of = sources();
  rmSync(folder, { recursive: true, force: true });
  const sentence = 'The build failed: see the lines above.';
  const project = existsSync(inRoot('tsconfig.build.json')) ? 'tsconfig.build.json' : 'tsconfig.json';
  await runOrEnd(sentence, node, [tool('typescript', 'tsc'), '-p', project], { firstInPath: node });
  for (const config of bundles) {
    const args = ['build', '--config', config, '--logLevel', 'warn'];
    await runOrEnd(sentence, node, [tool('vite'), ...args], { firstInPath: node });
  }
  writeMarker(marker, { of });
}

function sources() {
  const folders = ['src', 'browser', 'styles', 'locales'];
  const projects = readdirSync(root).filter((name) => /^tsconfig.*\.json$/.test(name));
  // The lockfile too: browser files contain libraries, and another compiler writes other files.
  const files = [...projects, ...bundles, 'package.json', 'package-lock.json'];
  return fingerprint(
    [...folders, ...files].map((name) => inRoot(name)),
    {
      except: (path) => /\.test\.tsx?$/.test(path),
    },
  );
}
