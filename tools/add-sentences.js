// node tools/add-sentences.js LANGUAGE < {"key": "sentence"}: merges sentences into locales/, sorted by key.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const file = new URL(`../locales/${process.argv[2]}.json`, import.meta.url);
const merged = { ...JSON.parse(readFileSync(file, 'utf8')), ...JSON.parse(readFileSync(0, 'utf8')) };
const sorted = Object.fromEntries(Object.entries(merged).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const fresh = new URL(`${file.href}.${process.pid}`);
writeFileSync(fresh, `${JSON.stringify(sorted, null, 2)}\n`);
renameSync(fresh, file);
