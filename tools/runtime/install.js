import { findNpm } from './npm.js';
import { fingerprint } from './fingerprint.js';
import { readMarker, removeMarker, writeMarker } from './marker.js';
import { inRoot } from './places.js';
import { runOrEnd } from './processes.js';

const marker = inRoot('node_modules', '.snowdrop-installed.json');

/** Whether the libraries stand as the lockfile says; a complete installation serves a smaller need too. */
export function isInstalled({ complete }) {
  const done = readMarker(marker);
  return done.of === wanted() && (done.complete || !complete);
}

/** Installs the libraries: with the tools for tests and checks when `complete`, or when they were there before. */
export async function install(node, { complete: asked }) {
  const complete = asked || readMarker(marker).complete === true;
  console.error(complete ? 'Installing the libraries and the tools…' : 'Installing the libraries…');
  const of = wanted();
  removeMarker(marker);
  // Run by Node 26: under an older one npm quietly leaves out packages that ask for a newer one.
  const args = ['ci', '--ignore-scripts', '--include=optional', complete ? '--include=dev' : '--omit=dev'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await runOrEnd(
    'The libraries could not be installed: see the lines above.',
    node,
    [findNpm(), ...args, ...quiet],
    {
      firstInPath: node,
    },
  );
  writeMarker(marker, { of, complete });
}

function wanted() {
  // A folder carried to another kind of machine holds the wrong native libraries.
  return fingerprint([inRoot('package.json'), inRoot('package-lock.json')], {
    also: `${process.platform}-${process.arch}`,
  });
}
