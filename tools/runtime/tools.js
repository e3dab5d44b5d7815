import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './places.js';

/** The JavaScript file behind a tool's command: run by Node itself, it needs no shell and works on Windows. */
export function tool(library, command = library) {
  const folder = inRoot('node_modules', library);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
