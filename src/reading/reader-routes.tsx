import { type Context, Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { sayIn } from '#i18n/messages.ts';
import { siblingsFor } from '#memorials/siblings.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { longestRead, memoriesPath, pageNumber, readMemories } from '#reading/memories.ts';
import { ChildPage } from '#reading/pages/child-page.tsx';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Reading, type Space } from '#reading/space.tsx';
import { storyRoutes } from '#reading/story-routes.tsx';
import { translatedVersionRoutes } from '#reading/translated-version-routes.tsx';
import { tributeRoutes } from '#reading/tribute-routes.tsx';
import { versionRoutes } from '#reading/version-routes.tsx';
import type { Site } from '#schema/site.ts';
import { tributeBeneath } from '#tributes/paths.ts';
import { pressBeneath } from '#press/paths.ts';
import { readIn } from '#translations/read-in.ts';

/** The pages of a memorial as its readers have them, in one of the spaces: the child, each memory, the story. */
export function readerRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  routes.route('/', versionRoutes(site, space));
  routes.route('/', translatedVersionRoutes(site, space));
  // Before the loop: a chapter cannot be called “story”.
  routes.route('/', storyRoutes(site, space));
  for (const where of space.pages) {
    for (const path of [where.at, `${where.at}/page/:page`]) {
      routes.get(path, async (c) => {
        const reading = await space.open(c, c.req.param('memorial') ?? '', where.language);
        const number = pageNumber(c.req.param('page'));
        const own = ownPath(c, reading, (childPath) => memoriesPath(childPath, number));
        if (own) return c.redirect(own, space.moved);
        return childPage(c, reading, number);
      });
    }
    routes.route('/', tributeRoutes(site, space, where));
  }
  return routes;

  async function childPage(c: Context, reading: Reading, number: number): Promise<Response> {
    const { viewer, memorial, language, readsIn, pathOf } = reading;
    const say = sayIn(language);
    const written = await readMemories(reader, viewer, memorial, number);
    const tributes = await readIn(reader, viewer, memorial, written.tributes, readsIn, longestRead);
    const memories = { ...written, tributes };
    const gallery = await reading.galleryOf([undefined, ...tributes]);
    const called = calledIn(memorial, language);
    const childPath = pathOf(memorial, language);
    const { portraitId: photographId, portraitAlternative: alternative } = memorial;
    speaks(c, language, ...tributes.map(({ words }) => words.language));
    return page(
      c,
      <ReaderPage
        site={site}
        space={space}
        reading={reading}
        say={say}
        title={number === 1 ? called : say('child.page', { called, number })}
        ofChild
        beneath={(path) => memoriesPath(path, number)}
        outside={{
          description: memorial.sentence || say('child.described', { called }),
          photograph: photographId === undefined ? undefined : { photographId, alternative },
          gallery,
        }}
      >
        <ChildPage
          say={say}
          language={language}
          memorial={memorial}
          siblings={siblingsFor(viewer, memorial, language, (other) => pathOf(other, language))}
          memories={memories}
          gallery={gallery}
          pathOf={(tribute) => tributeBeneath(childPath, tribute)}
          pagePathOf={(other) => memoriesPath(childPath, other)}
        />
        {space.prefix === '' && number === 1 && memorial.forPress && (
          <p class="quiet press-way">
            <a href={pressBeneath(childPath)}>{say('press.title')}</a>
          </p>
        )}
      </ReaderPage>,
    );
  }
}
