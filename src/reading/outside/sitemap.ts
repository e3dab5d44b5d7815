import { interfaceLanguages, type Language } from '#i18n/languages.ts';
import { xml } from '#lib/xml.ts';

/** The Sitemap protocol 0.9 has so many addresses in a file, and so many files in an index. */
export const mostInSitemap = 50_000;

/** A page for search engines: its address beneath the site, in its own language and in another. */
type Findable = { pathIn: (language?: Language) => string; changedAt?: string };

/** Some pages as a sitemap, each with the addresses at which it speaks other languages. */
export function sitemap(siteUrl: string, pages: readonly Findable[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map((page) => pageXml(siteUrl, page)).join('')}</urlset>
`;
}

/** Sitemaps at these paths as an index of them. */
export function sitemapIndex(siteUrl: string, paths: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<sitemap><loc>${xml(siteUrl + path)}</loc></sitemap>\n`).join('')}</sitemapindex>
`;
}

function pageXml(siteUrl: string, { pathIn, changedAt }: Findable): string {
  const at = (language?: Language): string => xml(siteUrl + pathIn(language));
  const changed = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>\n`;
  const links = interfaceLanguages.map(
    (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(language)}"/>\n`,
  );
  return `<url>\n<loc>${at()}</loc>\n${changed}${links.join('')}</url>\n`;
}
