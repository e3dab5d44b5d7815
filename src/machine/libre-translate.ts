import { z } from 'zod';
import { ask, inBatches } from '#machine/ask.ts';
import type { Drafter } from '#machine/drafter.ts';

const languages = z.array(z.object({ code: z.string(), targets: z.array(z.string()) }));
const answered = z.object({ translatedText: z.array(z.string()) });

/** LibreTranslate (https://docs.libretranslate.com/guides/api_usage), mostly on a machine of the host's own. */
export function libreTranslate({ url, key }: { url: string; key: string | undefined }): Drafter {
  return {
    host: new URL(url).host,
    async draft(texts, { from, to }) {
      const batches = inBatches(texts);
      if (!batches) return { refused: 'too-much' };
      const known = await ask(`${url}/languages`, languages);
      if ('status' in known) return { refused: 'unreachable' };
      const source = nearest(
        known.answer.map(({ code }) => code),
        from,
      );
      const target = nearest(known.answer.find(({ code }) => code === source)?.targets ?? [], to);
      if (source === undefined || target === undefined) return { refused: 'language' };
      const drafts: string[] = [];
      for (const q of batches) {
        const body = { q, source, target, format: 'text', ...(key === undefined ? {} : { api_key: key }) };
        const asked = await ask(`${url}/translate`, answered, { body });
        if ('status' in asked || asked.answer.translatedText.length !== q.length)
          return { refused: 'unreachable' };
        drafts.push(...asked.answer.translatedText);
      }
      return { drafts };
    },
  };
}

/** The code that a server has for a language: the same tag, else the language without its form, else a form of it. */
function nearest(codes: readonly string[], tag: string): string | undefined {
  const wanted = tag.toLowerCase();
  const [primary = ''] = wanted.split('-');
  const like = (is: (code: string) => boolean) => codes.find((code) => is(code.toLowerCase()));
  return (
    like((code) => code === wanted) ??
    like((code) => code === primary) ??
    like((code) => code.startsWith(`${primary}-`))
  );
}
