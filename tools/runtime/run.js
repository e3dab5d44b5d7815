#!/usr/bin/env node
// The way in for every command of package.json. Plain JavaScript without dependencies, because it runs
// before anything is installed and on whatever Node the system has (20 or newer).
import { check } from './check.js';
import { failure } from './failure.js';
import { bench, format, hostile, matrix, quotations, runBuilt, setup, test } from './words.js';

const words = {
  setup: () => setup({ complete: true }),
  start: (args) => runBuilt('build/server/main.js', args),
  snowdrop: (args) => runBuilt('build/server/snowdrop.js', args),
  test,
  check,
  format,
  bench,
  matrix,
  hostile,
  quotations,
};

const [word, ...args] = process.argv.slice(2);
try {
  if (!Object.hasOwn(words, word ?? '')) throw failure(`Say one of: ${Object.keys(words).join(', ')}.`);
  process.exitCode = (await words[word](args)) ?? 0;
} catch (error) {
  if (!error.expected) throw error;
  console.error(error.message);
  process.exitCode = error.code;
}
