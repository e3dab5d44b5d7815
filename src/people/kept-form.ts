import { z } from 'zod';
import type { Fields } from '#http/fields.ts';
import { safePath } from '#people/paths.ts';

/**
 * A form that came after its session had ended: where it was going and everything typed in it. `files`
 * says how many photographs came with it, which have to be chosen again.
 */
export type KeptForm = { path: string; fields: Fields; files: number };

/** The most bytes of such a form as it is carried along: line breaks and quotes are two characters in it. */
export const longestKept = 16 * 1024 * 1024;

const shape = z.object({ path: z.string(), fields: z.record(z.string(), z.string()), files: z.number() });

/** As one line, because a form would change the line breaks of a plain value. */
export function keptToText(kept: KeptForm): string {
  return JSON.stringify(kept);
}

/** Reads what `keptToText` wrote and a browser carried. Anything that leads off this site is no form of ours. */
export function keptFromText(text: string | undefined): KeptForm | undefined {
  const read = shape.safeParse(parsed(text ?? ''));
  return read.success && read.data.path === safePath(read.data.path) ? read.data : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
