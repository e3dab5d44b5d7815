import { decoded } from '../../test/html.ts';

/** The sheet that a letter is written on, as its writer gets it. */
export type Sheet = { editor: string; revision: number; title: string; text: string; signs: string[] };

export function readSheet(html: string): Sheet {
  const text = /<textarea[^>]*name="text"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1];
  if (text === undefined) throw new Error(`No sheet to write on: ${html.slice(0, 300)}`);
  return {
    editor: inputIn(html, 'editor'),
    revision: Number(inputIn(html, 'revision')),
    title: inputIn(html, 'title'),
    // A browser drops the first line break of a textarea.
    text: decoded(text.replace(/^\n/, '')),
    signs: [...html.matchAll(/name="(signs-[^"]+)"[^>]*checked/g)].map(([, name]) => name!),
  };
}

/** The words that a reader finds on a letter's page, exactly; nothing where there are none. */
export function readWords(html: string): string | undefined {
  const begins = /<div class="words"[^>]*>/.exec(html);
  if (!begins) return undefined;
  const from = begins.index + begins[0].length;
  // Paragraphs and figures hold no other div.
  const words = html.slice(from, html.indexOf('</div>', from));
  return decoded(words.replace(/<figure>.*?<\/figure>/gs, '').replace(/<[^>]*>/g, ''));
}

/** Where the pictures of a letter's page lie. */
export function picturesIn(html: string): string[] {
  return [
    ...new Set([...html.matchAll(/\/pictures\/[\w-]+\/\d+\.(?:jpeg|webp|avif)/g)].map(([path]) => path)),
  ];
}

function inputIn(html: string, name: string): string {
  const input = new RegExp(`<input[^>]*\\sname="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  return decoded(/\svalue="([^"]*)"/.exec(input)?.[1] ?? '');
}
