import { interfaceLanguages, type Language } from '#i18n/languages.ts';
import { beginningOf } from '#lib/beginning.ts';

export type Preview = {
  url: string;
  title: string;
  description: string;
  siteName: string;
  language: Language;
  /** The photograph's public picture, with its alternative text. */
  image?: { url: string; alternative: string } | undefined;
  /** Whether the family lets search engines keep the page. */
  indexed: boolean;
  feeds: { type: string; url: string }[];
  urlIn: (language: Language) => string;
};

/** What a messenger or a search engine shows of a page (The Open Graph protocol; Google's robots tags). */
export function PreviewTags({ preview }: { preview: Preview }) {
  const { image } = preview;
  return (
    <>
      <link rel="canonical" href={preview.url} />
      {interfaceLanguages.map((tag) => (
        <link rel="alternate" hreflang={tag} href={preview.urlIn(tag)} />
      ))}
      {preview.feeds.map(({ type, url }) => (
        <link rel="alternate" type={type} href={url} title={preview.title} />
      ))}
      {!preview.indexed && <meta name="robots" content="noindex, noarchive" />}
      <meta name="description" content={preview.description} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={preview.siteName} />
      <meta property="og:title" content={preview.title} />
      <meta property="og:description" content={preview.description} />
      <meta property="og:url" content={preview.url} />
      <meta property="og:locale" content={preview.language} />
      {image && <meta property="og:image" content={image.url} />}
      {image && <meta property="og:image:alt" content={image.alternative} />}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  );
}

/** The first words of a text, at most so many characters, cut between words. */
export function firstWords(text: string, longest = 200): string {
  return beginningOf(text.replace(/\s+/g, ' ').trim(), longest);
}
