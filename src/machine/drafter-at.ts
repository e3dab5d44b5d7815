import { deepl } from '#machine/deepl.ts';
import type { Drafter } from '#machine/drafter.ts';
import { libreTranslate } from '#machine/libre-translate.ts';

/** Which machine the host set up, and where: the key stands in its address as a name does. */
export type DrafterAt = { kind: 'libretranslate' | 'deepl'; url: string; key: string | undefined };

export function drafterAt({ kind, ...at }: DrafterAt): Drafter {
  return kind === 'deepl' ? deepl(at) : libreTranslate(at);
}
