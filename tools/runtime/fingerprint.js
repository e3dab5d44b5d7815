import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One hash over the names and the content of these files and folders; what is missing counts as missing. */
export function fingerprint(paths, { except = () => false, also = '' } = {}) {
  const hash = createHash('sha256').update(also);
  for (const path of paths.flatMap(filesIn)) {
    if (except(path)) continue;
    const content = readFileSync(path);
    hash.update(`\n${path} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
