import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { failure } from './failure.js';

/** npm's own JavaScript, so that any Node can run it: the npm that started us, else the one beside Node. */
export function findNpm() {
  const started = process.env.npm_execpath ?? '';
  const beside = dirname(process.execPath);
  const candidates = [
    basename(started) === 'npm-cli.js' ? started : '',
    started ? join(dirname(started), 'npm-cli.js') : '', // npx
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(beside, 'node_modules/npm/bin/npm-cli.js'), // Windows
    join(beside, '../share/nodejs/npm/bin/npm-cli.js'), // Debian
  ];
  const npm = candidates.find((path) => path && existsSync(path));
  if (!npm) throw failure('npm was not found: please use it to start this, for example "npm start".');
  return npm;
}
