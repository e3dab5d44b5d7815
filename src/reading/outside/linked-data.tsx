import { raw } from 'hono/html';

/**
 * What machines read of a page as schema.org says it, in JSON-LD. It is data and never runs; whatever words
 * stand in it, no letter of them can end the element.
 */
export function LinkedData({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data });
  return <script type="application/ld+json">{raw(json.replaceAll(/[<>&\u2028\u2029]/g, escaped))}</script>;
}

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
