import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { nobody } from '#audiences/viewer.ts';
import { page } from '#http/answers.ts';
import { publicSpace } from '#http/headers.ts';
import { NotFound } from '#http/refusals.ts';
import { interfaceLanguages, type Language, nearestLanguage } from '#i18n/languages.ts';
import { apartIn } from '#i18n/apart.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { feedPath, jsonFeedPath, memorialPath } from '#memorials/paths.ts';
import { siblingsFor } from '#memorials/siblings.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { publicGallery } from '#photographs/show.ts';
import { feedEntries, mostEntries } from '#reading/feed-entries.tsx';
import { atomFeed } from '#reading/feed.ts';
import { Frame } from '#reading/frame.tsx';
import { findOpenMemorial, ownPath } from '#reading/open-memorial.ts';
import { jsonFeed } from '#reading/json-feed.ts';
import { memoriesPath, pageNumber, readMemories } from '#reading/memories.ts';
import { belongsOf } from '#reading/belongs.tsx';
import { outsideOf } from '#reading/outside.ts';
import { ChildPage } from '#reading/pages/child-page.tsx';
import { storyRoutes } from '#reading/story-routes.tsx';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import { imageOf, previewOf } from '#reading/preview-of.ts';
import { PreviewTags } from '#reading/preview.tsx';
import { ReaderFoot } from '#reading/pages/reader-foot.tsx';
import type { Site } from '#schema/site.ts';
import { tributePath, versionPath } from '#tributes/paths.ts';
import { findEarlier } from '#tributes/versions.ts';
import { findTributeAt, listNewest } from '#tributes/tributes.ts';
import type { Published } from '#tributes/tribute.ts';

const feeds = [
  ['feed.atom', 'application/atom+xml', atomFeed, feedPath],
  ['feed.json', 'application/feed+json', jsonFeed, jsonFeedPath],
] as const;

/** What everybody reads. Cookie-blind: the viewer here is always nobody. */
export function readingRoutes(site: Site): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  routes.use(publicSpace, etag());

  for (const [name, type, write, pathOf] of feeds) {
    routes.get(`/:memorial/${name}`, async (c) => {
      const memorial = await openMemorialAt(c.req.param('memorial') ?? '');
      const own = ownPath(c, undefined, memorial, () => pathOf(memorial));
      if (own) return c.redirect(own, 301);
      const tributes = await listNewest(reader, nobody, memorial, mostEntries);
      const pieces = tributes.map(({ id }) => id);
      const gallery = await publicGallery(reader, memorial.id, pieces);
      c.header('content-type', `${type}; charset=utf-8`);
      return c.body(write(site.url, memorial, feedEntries(site.url, memorial, tributes, gallery)));
    });
  }

  // Before the loop: a chapter cannot be called “story”.
  routes.route('/', storyRoutes(site));
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
    const preview = previewOf(site, {
      memorial,
      language,
      title,
      description: memorial.sentence || say('child.described', { called }),
      pathIn,
      image: memorial.portraitId
        ? imageOf(site, gallery, memorial.portraitId, memorial.portraitAlternative)
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
          siblings={siblingsFor(nobody, memorial, language)}
          memories={memories}
          gallery={gallery}
          pathOf={(tribute) => tributePath(memorial, tribute, language)}
          pagePathOf={(other) => memoriesPath(memorialPath(memorial, language), other)}
        />
        <ReaderFoot say={say} site={site} memorial={memorial} language={language} path={pathIn(language)} />
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
    const { title, description, photograph } = outsideOf(say, tribute.kind, words, called);
    const pathOf = (other: { address: string }): string => tributePath(memorial, other, language);
    // Words that were never for everybody have not changed for everybody.
    const earlier = await findEarlier(reader, nobody, memorial, tribute);
    const preview = previewOf(site, {
      memorial,
      language,
      title,
      description,
      pathIn: (tag) => tributePath(memorial, tribute, tag),
      image: photograph && imageOf(site, gallery, photograph.photographId, photograph.alternative),
    });
    return page(
      c,
      <Frame
        title={`${apartIn(language, title)} · ${apartIn(language, called)}`}
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
          kind={tribute.kind}
          words={words}
          firstPublishedAt={tribute.firstPublishedAt}
          changedAt={earlier && words.publishedAt}
          earlierPath={earlier && versionPath(memorial, tribute, earlier.number, language)}
          gallery={gallery}
          backPath={memorialPath(memorial, language)}
          belongs={await belongsOf(reader, nobody, memorial, tribute, { say, called, pathOf })}
        />
        <ReaderFoot
          say={say}
          site={site}
          memorial={memorial}
          language={language}
          path={tributePath(memorial, tribute, language)}
        />
      </Frame>,
    );
  }
}
