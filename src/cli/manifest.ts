import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '#cli/copy-file.ts';
import { CannotDo } from '#cli/told.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const shape = z.strictObject({
  /** The version of Snowdrop that made it, and the newest migration of its database. */
  snowdrop: z.string(),
  migration: z.string(),
  database: z.enum(['sqlite', 'postgres']),
  made: z.iso.datetime(),
  // Nothing that a path could lead out of the folder with.
  files: z.array(
    z.strictObject({
      path: z.string().regex(/^(?:snowdrop\.(?:sqlite|jsonl\.gz)|blobs\/[0-9a-f]{2}\/[0-9a-f]{64})$/),
      sha256,
      bytes: z.int().nonnegative(),
    }),
  ),
  /** What the database names and the site no longer had, or had only with other bytes. */
  damaged: z.array(z.strictObject({ sha256, is: z.enum(['missing', 'changed']) })),
});

/** What a backup holds: `manifest.json`. */
export type Manifest = z.infer<typeof shape>;

export const databaseFile = { sqlite: 'snowdrop.sqlite', postgres: 'snowdrop.jsonl.gz' } as const;
export const blobFile = (hash: string): string => `blobs/${hash.slice(0, 2)}/${hash}`;

const sealOf = (text: string): string =>
  `${createHash('sha256').update(text).digest('hex')}  manifest.json\n`;

/** Writes `manifest.json` and, for `sha256sum -c` as well, `manifest.sha256`. Last of all: without them a backup is none. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`;
  await writeDurably(join(folder, 'manifest.sha256'), sealOf(text));
  await writeDurably(join(folder, 'manifest.json'), text);
}

/** Refuses a folder that is no backup, an unfinished one, and one whose list has changed. */
export async function readManifest(folder: string): Promise<Manifest> {
  const [text, seal] = await Promise.all(
    ['manifest.json', 'manifest.sha256'].map((name) =>
      readFile(join(folder, name), 'utf8').catch(() => undefined),
    ),
  );
  if (text === undefined || seal === undefined) {
    throw new CannotDo(`${folder} is no finished backup: it needs manifest.json and manifest.sha256.`);
  }
  const read = seal === sealOf(text) ? shape.safeParse(parsed(text)) : undefined;
  if (!read?.success)
    throw new CannotDo(`manifest.json or manifest.sha256 in ${folder} is damaged. Nothing was put back.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
