import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { nobody } from '#audiences/viewer.ts';
import { page } from '#http/answers.ts';
import { publicSpace } from '#http/headers.ts';
import { NotFound } from '#http/refusals.ts';
import { interfaceLanguages, type Language, nearestLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { feedPath, memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { type Gallery, largestSource, publicGallery } from '#photographs/show.ts';
import { atomFeed } from '#reading/feed.ts';
import { Frame } from '#reading/frame.tsx';
import { findOpenMemorial, ownPath } from '#reading/open-memorial.ts';
import { memoriesPath, pageNumber, readMemories } from '#reading/memories.ts';
import { ChildPage } from '#reading/pages/child-page.tsx';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import { firstWords, type Preview, PreviewTags } from '#reading/preview.tsx';
import { ReaderFoot } from '#reading/pages/reader-foot.tsx';
import type { Site } from '#schema/site.ts';
import { tributePath } from '#tributes/paths.ts';
import { findTributeAt, listTributes } from '#tributes/tributes.ts';
import type { Published } from '#tributes/tribute.ts';

/** What everybody reads. Cookie-blind: the viewer here is always nobody. */
export function readingRoutes(site: Site): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  routes.use(publicSpace, etag());

  routes.get('/:memorial/feed.atom', async (c) => {
    const memorial = await openMemorialAt(c.req.param('memorial'));
    const tributes = await listTributes(reader, nobody, memorial);
    c.header('content-type', 'application/atom+xml; charset=utf-8');
    return c.body(atomFeed(site.url, memorial, tributes, await publicGallery(reader, memorial.id)));
  });

  // The prefixes first: without one, /ar/wren would be a letter of a child called Ar.
  for (const language of [...interfaceLanguages, undefined]) {
    const prefix = language ? `/${language}` : '';
    for (const path of [`${prefix}/:memorial`, `${prefix}/:memorial/page/:page`] as const) {
      routes.get(path, async (c) => {
        const memorial = await openMemorialAt(c.req.param('memorial'));
        const number = pageNumber(c.req.param('page'));
        const own = ownPath(c, language, memorial, (tag) =>
          memoriesPath(memorialPath(memorial, tag), number),
        );
        if (own) return c.redirect(own, 301);
        return childPage(c, memorial, number, language ?? nearestLanguage(memorial.language));
      });
    }
    routes.get(`${prefix}/:memorial/:tribute`, async (c) => {
      const memorial = await openMemorialAt(c.req.param('memorial'));
      const tribute = await findTributeAt(reader, nobody, memorial, c.req.param('tribute'));
      if (!tribute) throw new NotFound();
      const own = ownPath(c, language, memorial, (tag) => tributePath(memorial, tribute, tag));
      if (own) return c.redirect(own, 301);
      return tributePage(c, memorial, tribute, language ?? nearestLanguage(memorial.language));
    });
  }
  return routes;

  /** The memorial at an address, as strangers may see it; everything else does not exist. */
  function openMemorialAt(address: string): Promise<Memorial> {
    return findOpenMemorial(reader, address);
  }

  async function childPage(
    c: Context,
    memorial: Memorial,
    number: number,
    language: Language,
  ): Promise<Response> {
    const say = sayIn(language);
    const memories = await readMemories(reader, nobody, memorial, number);
    const shown = memories.tributes.map(({ id }) => id);
    const gallery = await publicGallery(reader, memorial.id, [undefined, ...shown]);
    const called = calledIn(memorial, language);
    const title = number === 1 ? called : say('child.page', { called, number });
    const pathIn = (tag: Language): string => memoriesPath(memorialPath(memorial, tag), number);
    const preview = previewOf({
      memorial,
      language,
      title,
      description: memorial.sentence || say('child.described', { called }),
      pathIn,
      image: memorial.portraitId
        ? imageOf(gallery, memorial.portraitId, memorial.portraitAlternative)
        : undefined,
    });
    return page(
      c,
      <Frame
        title={title}
        say={say}
        language={language}
        palette={memorial.palette}
        head={<PreviewTags preview={preview} />}
        pathIn={pathIn}
      >
        <ChildPage
          say={say}
          language={language}
          memorial={memorial}
          memories={memories}
          gallery={gallery}
          pathOf={(tribute) => tributePath(memorial, tribute, language)}
          pagePathOf={(other) => memoriesPath(memorialPath(memorial, language), other)}
        />
        <ReaderFoot say={say} site={site} memorial={memorial} path={pathIn(language)} />
      </Frame>,
    );
  }

  async function tributePage(
    c: Context,
    memorial: Memorial,
    tribute: Published,
    language: Language,
  ): Promise<Response> {
    const say = sayIn(language);
    const { words } = tribute;
    const gallery = await publicGallery(reader, memorial.id, [tribute.id]);
    const called = calledIn(memorial, language);
    const first = words.photographs[0];
    const title = words.title || say('letter.to', { called });
    const preview = previewOf({
      memorial,
      language,
      title,
      description: firstWords(words.text) || say('letter.to', { called }),
      pathIn: (tag) => tributePath(memorial, tribute, tag),
      image: first && imageOf(gallery, first.photographId, first.alternative),
    });
    return page(
      c,
      <Frame
        title={`${title} · ${called}`}
        say={say}
        language={language}
        palette={memorial.palette}
        head={<PreviewTags preview={preview} />}
        pathIn={(tag) => tributePath(memorial, tribute, tag)}
      >
        <TributePage
          say={say}
          language={language}
          memorial={memorial}
          words={words}
          firstPublishedAt={tribute.firstPublishedAt}
          changedAt={words.number > 1 ? words.publishedAt : undefined}
          gallery={gallery}
          backPath={memorialPath(memorial, language)}
        />
        <ReaderFoot
          say={say}
          site={site}
          memorial={memorial}
          path={tributePath(memorial, tribute, language)}
        />
      </Frame>,
    );
  }

  function previewOf(from: {
    memorial: Memorial;
    language: Language;
    title: string;
    description: string;
    pathIn: (language: Language) => string;
    image: Preview['image'];
  }): Preview {
    const { memorial, language, pathIn } = from;
    return {
      title: from.title,
      description: from.description,
      language,
      image: from.image,
      url: `${site.url}${pathIn(language)}`,
      urlIn: (tag) => `${site.url}${pathIn(tag)}`,
      siteName: sayIn(language)('site.name'),
      indexed: memorial.indexed,
      feed: `${site.url}${feedPath(memorial)}`,
    };
  }

  function imageOf(gallery: Gallery, photographId: string, alternative: string): Preview['image'] {
    const props = gallery(photographId, alternative);
    return props && { url: `${site.url}${largestSource(props)}`, alternative };
  }
}
