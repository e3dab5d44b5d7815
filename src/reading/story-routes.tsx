import { Hono } from 'hono';
import { nobody } from '#audiences/viewer.ts';
import { page } from '#http/answers.ts';
import { NotFound } from '#http/refusals.ts';
import { interfaceLanguages, isLanguage, nearestLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { publicGallery } from '#photographs/show.ts';
import { Frame } from '#reading/frame.tsx';
import { findOpenMemorial, ownPath } from '#reading/open-memorial.ts';
import { outsideOf } from '#reading/outside.ts';
import { ReaderFoot } from '#reading/pages/reader-foot.tsx';
import { StoryPage } from '#reading/pages/story-page.tsx';
import { imageOf, previewOf } from '#reading/preview-of.ts';
import { PreviewTags } from '#reading/preview.tsx';
import type { Site } from '#schema/site.ts';
import { storyPath, tributePath } from '#tributes/paths.ts';
import { listChapters } from '#tributes/story.ts';

/** The story as everybody reads it: the chapters that are for everyone, as one. */
export function storyRoutes(site: Site): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const prefixed of [...interfaceLanguages, undefined]) {
    routes.get(`${prefixed ? `/${prefixed}` : ''}/:memorial/story`, async (c, next) => {
      // /ar/story is the page of a child at the address “story”.
      if (!prefixed && isLanguage(c.req.param('memorial'))) return next();
      const memorial = await findOpenMemorial(reader, c.req.param('memorial'));
      const chapters = await listChapters(reader, nobody, memorial);
      const [first] = chapters;
      if (!first) throw new NotFound();
      const own = ownPath(c, prefixed, memorial, (tag) => storyPath(memorial, tag));
      if (own) return c.redirect(own, 301);
      const language = prefixed ?? nearestLanguage(memorial.language);
      const say = sayIn(language);
      const called = calledIn(memorial, language);
      const gallery = await publicGallery(
        reader,
        memorial.id,
        chapters.map(({ id }) => id),
      );
      const title = say('story.title', { called });
      const { photograph } = outsideOf(say, first.kind, first.words, called);
      const preview = previewOf(site, {
        memorial,
        language,
        title,
        description: say('story.described', { called }),
        pathIn: (tag) => storyPath(memorial, tag),
        image: photograph && imageOf(site, gallery, photograph.photographId, photograph.alternative),
      });
      return page(
        c,
        <Frame
          title={title}
          say={say}
          language={language}
          palette={memorial.palette}
          head={<PreviewTags preview={preview} />}
          pathIn={(tag) => storyPath(memorial, tag)}
        >
          <StoryPage
            say={say}
            language={language}
            called={called}
            chapters={chapters}
            gallery={gallery}
            backPath={memorialPath(memorial, language)}
            pathOf={(chapter) => tributePath(memorial, chapter, language)}
          />
          <ReaderFoot
            say={say}
            site={site}
            memorial={memorial}
            language={language}
            path={storyPath(memorial, language)}
          />
        </Frame>,
      );
    });
  }
  return routes;
}
