import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a marker file says was last done to the end, or an empty object. */
export function readMarker(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** Written only after success, whole or not at all. */
export function writeMarker(path, done) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(done));
  renameSync(`${path}.new`, path);
}

/** Taken away before the work begins, so that an interrupted run is never taken for a finished one. */
export function removeMarker(path) {
  rmSync(path, { force: true });
}
