import { localeOf } from '#i18n/languages.ts';

export type Preview = {
  url: string;
  title: string;
  description: string;
  siteName: string;
  /** Of the title and the description: BCP 47. */
  language: string;
  /** The photograph's public picture, with its alternative text. */
  image?: { url: string; alternative: string } | undefined;
  /** Of a piece: when readers first had it, and when its words were last changed (ISO 8601). */
  published?: string | undefined;
  changed?: string | undefined;
  /** Whether the family lets search engines keep the page. */
  indexed: boolean;
  feeds: { type: string; url: string }[];
  /** The page in every language that it has, and `x-default`. */
  alternates: { language: string; url: string }[];
};

/** What a messenger or a search engine shows of a page (The Open Graph protocol; Google's robots tags). */
export function PreviewTags({ preview }: { preview: Preview }) {
  const { image } = preview;
  return (
    <>
      <link rel="canonical" href={preview.url} />
      {preview.alternates.map(({ language, url }) => (
        <link rel="alternate" hreflang={language} href={url} />
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
      <meta property="og:locale" content={openGraphLocale(preview.language)} />
      {preview.alternates
        .filter(({ language }) => language !== preview.language && language !== 'x-default')
        .map(({ language }) => (
          <meta property="og:locale:alternate" content={openGraphLocale(language)} />
        ))}
      {preview.published && <meta property="article:published_time" content={preview.published} />}
      {preview.changed && <meta property="article:modified_time" content={preview.changed} />}
      {image && <meta property="og:image" content={image.url} />}
      {image && <meta property="og:image:alt" content={image.alternative} />}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  );
}

/** `language_TERRITORY`, as The Open Graph protocol wants it: the likeliest one (UTS 35), because words have none. */
function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(localeOf(tag)).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
