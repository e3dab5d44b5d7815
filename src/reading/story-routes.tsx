import { Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { NotFound } from '#http/refusals.ts';
import { isLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { outsideOf } from '#reading/outside/outside.ts';
import { StoryPage } from '#reading/pages/story-page.tsx';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { storyBeneath, tributeBeneath } from '#tributes/paths.ts';
import { listChapters } from '#tributes/story.ts';
import { readIn } from '#translations/read-in.ts';

/** The story as its readers have it: the chapters that they may see, as one. */
export function storyRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const { at, language: prefixed } of space.pages) {
    routes.get(`${at}/story`, async (c, next) => {
      const address = c.req.param('memorial') ?? '';
      // /ar/story is the page of a child at the address “story”.
      if (!prefixed && isLanguage(address)) return next();
      const reading = await space.open(c, address, prefixed);
      const { viewer, memorial, language, readsIn, pathOf } = reading;
      const written = await listChapters(reader, viewer, memorial);
      const chapters = await readIn(reader, viewer, memorial, written, readsIn);
      const [first] = chapters;
      if (!first) throw new NotFound();
      const own = ownPath(c, reading, storyBeneath);
      if (own) return c.redirect(own, space.moved);
      const say = sayIn(language);
      const called = calledIn(memorial, language);
      const childPath = pathOf(memorial, language);
      const gallery = await reading.galleryOf(chapters);
      const { photograph } = outsideOf(say, first.kind, first.words, called);
      speaks(c, language, ...chapters.map(({ words }) => words.language));
      return page(
        c,
        <ReaderPage
          site={site}
          space={space}
          reading={reading}
          say={say}
          title={say('story.title', { called })}
          ofChild
          beneath={storyBeneath}
          outside={{ description: say('story.described', { called }), photograph, gallery }}
        >
          <StoryPage
            say={say}
            language={language}
            called={called}
            chapters={chapters}
            gallery={gallery}
            backPath={childPath}
            pathOf={(chapter) => tributeBeneath(childPath, chapter)}
          />
        </ReaderPage>,
      );
    });
  }
  return routes;
}
