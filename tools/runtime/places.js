import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const runtime = fileURLToPath(new URL('.', import.meta.url));

/** A path inside the repository. */
export function inRoot(...parts) {
  return join(root, ...parts);
}
