import { readFileSync } from 'node:fs';

type Manifest = Record<string, { file: string; css?: string[] } | undefined>;

let manifest: Manifest | undefined;

/** The public path of a built file, by its source's path (`styles/index.css`). */
export function assetPath(source: string): string {
  manifest ??= JSON.parse(
    readFileSync(new URL('../../build/assets/manifest.json', import.meta.url), 'utf8'),
  ) as Manifest;
  const built = manifest[source];
  if (!built) throw new Error(`No built file for ${source}`);
  return `/assets/${built.file}`;
}
