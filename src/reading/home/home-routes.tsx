import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { may } from '#audiences/may.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { NotFound } from '#http/refusals.ts';
import { listParents } from '#families/families.ts';
import { isByNoParent } from '#families/family.ts';
import { findLeaving } from '#memorials/leaving-asked.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { siblingsFor } from '#memorials/siblings.ts';
import { Standing } from '#memorials/standing.tsx';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { familyGallery, type Gallery } from '#photographs/show.ts';
import { Frame } from '#reading/frame.tsx';
import { longestRead, memoriesPath, pageNumber, readMemories } from '#reading/memories.ts';
import { familyHomeRoutes } from '#reading/home/family-home-routes.tsx';
import { homeStoryRoutes } from '#reading/home/home-story-routes.tsx';
import { ChildPage } from '#reading/pages/child-page.tsx';
import { ChildTools, MemoryTools } from '#reading/home/child-tools.tsx';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import { publishedRoutes } from '#reading/home/published-routes.tsx';
import { familySpace, wordsLanguage } from '#reading/space.tsx';
import { translatedVersionRoutes } from '#reading/translated-version-routes.tsx';
import { tributeRoutes } from '#reading/tribute-routes.tsx';
import type { Site } from '#schema/site.ts';
import { lyingBeside } from '#tributes/covers/cover.ts';
import { laidInWords } from '#tributes/covers/laid-in-words.ts';
import { withLaid } from '#tributes/covers/laid-covers.ts';
import { asAgreed } from '#tributes/signing/ask-to-sign.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { publicationPath, tributeBeneath, writingPath } from '#tributes/paths.ts';
import { listUpcoming } from '#tributes/schedules/schedules.ts';
import { signsWith } from '#tributes/signing/signing.ts';
import { findDrafts, listDrafts } from '#tributes/writing/drafts.ts';
import { titleOf } from '#tributes/title.ts';
import type { TributeKind, Words } from '#tributes/tribute.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { readIn } from '#translations/read-in.ts';

/** What the family reads: its home, each child's page with what can be done there, a letter before it is published. */
export function homeRoutes(site: Site, isHost: (personId: string) => Promise<boolean>): Hono<PersonEnv> {
  const { reader } = site.database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.route('/', familyHomeRoutes(site, isHost));

  for (const path of ['/home/memorials/:id', '/home/memorials/:id/page/:page'] as const) {
    routes.get(path, async (c) => {
      const viewer = await viewerOf(reader, c.var.person);
      const memorial = await findMemorial(reader, c.req.param('id'));
      if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
      return childPage(c, viewer, memorial, memorialHomePath(memorial));
    });
  }

  // Before the tributes: none can be called “story”.
  routes.route('/', homeStoryRoutes(site));
  const space = familySpace(reader);
  for (const where of space.pages) routes.route('/', tributeRoutes(site, space, where));
  routes.route('/', translatedVersionRoutes(site, space));

  routes.get('/home/tributes/:id/preview', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'));
    const { draft } = await findDrafts(reader, tribute.id);
    const words = draft ?? (await findVersion(reader, tribute.id, tribute.version));
    if (!words) throw new NotFound();
    const current = await findVersion(reader, tribute.id, tribute.version);
    const agreed = await asAgreed(reader, tribute, words, current);
    const ways = (
      <nav class="quiet back">
        <a href={writingPath(tribute)}>{say('publication.back')}</a>
        <a href={publicationPath(tribute)}>{say('writing.who-sees')}</a>
      </nav>
    );
    const shown = await withLaid(reader, tribute.id, agreed);
    return tributePage(c, memorial, tribute.kind, shown, { backPath: writingPath(tribute), ways });
  });

  routes.route('/', publishedRoutes(site));
  return routes;

  async function childPage(
    c: Context,
    viewer: Extract<Viewer, { kind: 'person' }>,
    memorial: Memorial,
    firstPath: string,
  ): Promise<Response> {
    const number = pageNumber(c.req.param('page'));
    const decides = may(viewer, 'decide', memorial.familyId);
    if (c.req.path.endsWith('/page/1')) return goOn(c, firstPath);
    const written = await readMemories(reader, viewer, memorial, number);
    const readsIn = wordsLanguage(memorial, languageHere());
    const tributes = await readIn(reader, viewer, memorial, written.tributes, readsIn, longestRead);
    const memories = { ...written, tributes };
    const drafts = (await listDrafts(reader, viewer.id)).filter(
      ({ tribute }) => tribute.memorialId === memorial.id,
    );
    const parents = await listParents(reader, memorial.familyId);
    const laid = memories.tributes.flatMap(({ words }) => lyingBeside(words));
    const sayLaid = await laidInWords(reader, say, memorial.zone, laid);
    const gallery = await galleryOf(
      memories.tributes.map(({ words }) => words),
      memorial.portraitId,
    );
    return page(
      c,
      <Frame
        title={calledIn(memorial, languageHere())}
        say={say}
        language={languageHere()}
        palette={memorial.palette}
        script
      >
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <ChildPage
          say={say}
          language={languageHere()}
          memorial={memorial}
          siblings={siblingsFor(viewer, memorial, languageHere(), memorialHomePath)}
          memories={memories}
          gallery={gallery}
          pathOf={(tribute) => tributeBeneath(memorialHomePath(memorial), tribute)}
          pagePathOf={(other) => memoriesPath(firstPath, other)}
          tools={
            <>
              <Standing
                say={say}
                memorial={memorial}
                asked={await findLeaving(reader, memorial)}
                viewerId={viewer.id}
                decides={decides}
                daysAsWritten={c.req.query('days') === 'as-written'}
              />
              <ChildTools
                say={say}
                memorial={memorial}
                upcoming={await listUpcoming(reader, viewer, [memorial])}
                drafts={drafts}
                siteUrl={site.url}
                decides={decides}
                hasOrder={memories.tributes.length > 1}
              />
            </>
          }
          toolsOf={(tribute) => (
            <MemoryTools
              say={say}
              tribute={tribute}
              within={memorial}
              own={tribute.writerId === viewer.id}
              decides={decides}
              covers={decides && (isByNoParent(tribute, parents) || lyingBeside(tribute.words).length > 0)}
              laid={lyingBeside(tribute.words).map(sayLaid)}
              signs={written.tributes.some((one) => one.id === tribute.id && signsWith(one, viewer))}
            />
          )}
        />
      </Frame>,
    );
  }

  async function tributePage(
    c: Context,
    memorial: Memorial,
    kind: TributeKind,
    words: Words,
    { backPath, ways }: { backPath: string; ways: Child },
  ): Promise<Response> {
    return page(
      c,
      <Frame
        title={titleOf(say, kind, words, calledIn(memorial, languageHere()))}
        say={say}
        language={languageHere()}
        palette={memorial.palette}
        script
      >
        <TributePage
          say={say}
          language={languageHere()}
          memorial={memorial}
          kind={kind}
          words={words}
          gallery={await galleryOf([words])}
          backPath={backPath}
          ways={ways}
        />
      </Frame>,
    );
  }

  function galleryOf(letters: readonly Words[], portraitId?: string): Promise<Gallery> {
    const placed = letters.flatMap(({ photographs }) => photographs.map(({ photographId }) => photographId));
    return familyGallery(reader, portraitId ? [portraitId, ...placed] : placed);
  }
}
