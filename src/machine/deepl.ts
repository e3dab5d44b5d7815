import { z } from 'zod';
import { ask, inBatches } from '#machine/ask.ts';
import type { Drafter, Languages } from '#machine/drafter.ts';

const answered = z.object({ translations: z.array(z.object({ text: z.string() })) });

/** What is not only a language there, but one of its written forms. */
const forms = new Set(['EN-GB', 'EN-US', 'ES-419', 'PT-BR', 'PT-PT', 'ZH-HANS', 'ZH-HANT']);
const usual: Readonly<Record<string, string>> = { EN: 'EN-GB', PT: 'PT-PT' };

/** DeepL (https://developers.deepl.com/api-reference/translate). */
export function deepl({ url, key = '' }: { url: string; key: string | undefined }): Drafter {
  const headers = { authorization: `DeepL-Auth-Key ${key}` };
  return {
    host: new URL(url).host,
    async draft(texts, languages) {
      const batches = inBatches(texts);
      if (!batches) return { refused: 'too-much' };
      const drafts: string[] = [];
      for (const text of batches) {
        const body = { text, ...codesOf(languages), preserve_formatting: true };
        const asked = await ask(`${url}/v2/translate`, answered, { headers, body });
        if ('status' in asked) return { refused: asked.status === 400 ? 'language' : 'unreachable' };
        const { translations } = asked.answer;
        if (translations.length !== text.length) return { refused: 'unreachable' };
        drafts.push(...translations.map((one) => one.text));
      }
      return { drafts };
    },
  };
}

function codesOf({ from, to }: Languages) {
  const target = to.toUpperCase();
  const primary = primaryOf(target);
  return {
    source_lang: primaryOf(from.toUpperCase()),
    target_lang: forms.has(target) ? target : (usual[primary] ?? primary),
  };
}

const primaryOf = (tag: string): string => tag.split('-')[0] ?? '';
