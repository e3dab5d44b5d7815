import { isLanguage, type Language } from '#i18n/languages.ts';
import { xml } from '#lib/xml.ts';
import { memorialPath } from '#memorials/paths.ts';
import type { PublicPiece } from '#reading/words/public-piece.ts';
import { coverOver, coverWords } from '#tributes/covers/cover.ts';
import { cardSize, cardText } from '#words/card.ts';
import { cardBeneath } from '#words/paths.ts';

/** Which words an address of this site stands for. */
export type Addressed = {
  memorial: string;
  tribute: string;
  language: Language | undefined;
  query: Record<string, string>;
};

const shapes = [
  /^\/(?<memorial>[^/]+)\/words\/(?<tribute>[^/]+)(?:\/(?:passage|card))?$/,
  /^\/(?<memorial>[^/]+)\/(?<tribute>[^/]+)(?:\/in\/(?<in>[^/]+))?(?:\/versions\/(?<version>[^/]+))?$/,
];

/** The piece that an address of this site is about, if it is one of a piece, its words or a passage of them. */
export function addressedBy(siteUrl: string, address: string): Addressed | undefined {
  const url = URL.parse(address);
  if (!url || url.origin !== new URL(siteUrl).origin) return undefined;
  const [, first = ''] = url.pathname.split('/');
  const language = isLanguage(first) ? first : undefined;
  const path = language ? url.pathname.slice(first.length + 1) : url.pathname;
  for (const [index, shape] of shapes.entries()) {
    const { memorial, tribute, ...named } = shape.exec(path)?.groups ?? {};
    if (memorial === undefined || tribute === undefined) continue;
    const query = index === 0 ? Object.fromEntries(url.searchParams) : known(named);
    return { memorial: decoded(memorial), tribute: decoded(tribute), language, query };
  }
  return undefined;
}

/** The card of words as a page of others shows it: the line to put there, and its size in CSS pixels. */
export function embedOf(
  siteUrl: string,
  piece: PublicPiece,
  most: { width?: number | undefined; height?: number | undefined } = {},
): { html: string; width: number; height: number } {
  const { reading, say, tribute, words, passage, title } = piece;
  const named = passage || !words.original || !words.current ? words : undefined;
  const src = `${siteUrl}${cardBeneath(memorialPath(reading.memorial, reading.language), tribute, named, passage)}`;
  const cover = coverOver(tribute.words);
  const { width, height } = cardSize(cover ? coverWords(say, cover) : cardText(piece), most);
  return {
    html: `<iframe src="${xml(src)}" title="${xml(title)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`,
    width,
    height,
  };
}

/** What shows words of this site on a page of others (oEmbed 1.0, of type rich). */
export function oembedOf(
  site: { url: string; name: string },
  piece: PublicPiece,
  most: { width?: number | undefined; height?: number | undefined },
) {
  const { words, title, called } = piece;
  return {
    version: '1.0',
    type: 'rich',
    title: title.includes(called) ? title : `${title} · ${called}`,
    ...(words.signed.length > 0 && { author_name: words.signed.join(', ') }),
    provider_name: site.name,
    provider_url: site.url,
    // Soon asked again: what is taken back is not to stay.
    cache_age: 300,
    ...embedOf(site.url, piece, most),
  };
}

/** The same answer as XML. */
export function oembedXml(answer: Record<string, string | number>): string {
  const elements = Object.entries(answer).map(([name, value]) => `<${name}>${xml(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}

const known = (named: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(named).flatMap(([name, value]) => (value ? [[name, value]] : [])));

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
