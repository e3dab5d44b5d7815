import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { may } from '#audiences/may.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { NotFound, Refused } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { familyGallery } from '#photographs/show.ts';
import { Frame } from '#reading/frame.tsx';
import { ChapterTools } from '#reading/home/chapter-tools.tsx';
import { StoryPage } from '#reading/pages/story-page.tsx';
import { wordsLanguage } from '#reading/space.tsx';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { storyHomePath, tributeBeneath } from '#tributes/paths.ts';
import { listChapters, moveChapter } from '#tributes/story.ts';
import { readIn } from '#translations/read-in.ts';

const moving = z.object({ chapter: z.string(), to: z.enum(['earlier', 'later']) });

/** The story as the family reads it, and the order of its chapters. */
export function homeStoryRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/story', async (c) => {
    const memorial = await findMemorial(reader, c.req.param('id'));
    return story(c, ...(await kept(c.var.person, memorial)));
  });

  routes.post('/home/memorials/:id/story/order', async (c) => {
    const [viewer, memorial] = await kept(c.var.person, await findMemorial(reader, c.req.param('id')));
    const fields = await readFields(c);
    const asked = moving.safeParse(fields);
    if (!asked.success) throw new Refused('unreadable');
    const { chapter, to } = asked.data;
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: viewer.id, now: now() }, async () => {
        await moveChapter(tx, viewer, memorial, chapter, to);
        return `${storyHomePath(memorial)}#chapter-${chapter}`;
      }),
    );
    return goOn(c, path);
  });
  return routes;

  async function kept(person: { id: string }, memorial: Memorial | undefined) {
    const viewer = await viewerOf(reader, person);
    if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
    return [viewer, memorial] as const;
  }

  async function story(c: Context, viewer: Viewer, memorial: Memorial): Promise<Response> {
    const written = await listChapters(reader, viewer, memorial);
    if (written.length === 0) throw new NotFound();
    const chapters = await readIn(reader, viewer, memorial, written, wordsLanguage(memorial, languageHere()));
    const called = calledIn(memorial, languageHere());
    const placed = chapters.flatMap(({ words }) => words.photographs);
    return page(
      c,
      <Frame
        title={say('story.title', { called })}
        say={say}
        language={languageHere()}
        palette={memorial.palette}
        script
      >
        <StoryPage
          say={say}
          language={languageHere()}
          called={called}
          chapters={chapters}
          gallery={await familyGallery(
            reader,
            placed.map(({ photographId }) => photographId),
          )}
          backPath={memorialHomePath(memorial)}
          pathOf={(chapter) => tributeBeneath(memorialHomePath(memorial), chapter)}
          toolsOf={(chapter, index) => (
            <ChapterTools
              say={say}
              called={called}
              memorial={memorial}
              chapter={chapter}
              isFirst={index === 0}
              isLast={index === chapters.length - 1}
            />
          )}
        />
      </Frame>,
    );
  }
}
