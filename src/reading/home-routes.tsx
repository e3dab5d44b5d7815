import { type Context, Hono } from 'hono';
import { may } from '#audiences/may.ts';
import { canSee } from '#audiences/can-see.ts';
import { stepOf } from '#audiences/step-of.ts';
import { nobody, type Viewer } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import { qrCodeOf } from '#reading/qr-code.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial, findMemorialAt, listMemorials } from '#memorials/memorials.ts';
import { memorialHomePath, memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { familyGallery, type Gallery } from '#photographs/show.ts';
import { Frame } from '#reading/frame.tsx';
import { memoriesPath, pageNumber, readMemories } from '#reading/memories.ts';
import { ChildPage } from '#reading/pages/child-page.tsx';
import { ChildTools, MemoryTools } from '#reading/pages/child-tools.tsx';
import { HomePage } from '#reading/pages/home-page.tsx';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import { PublishedPage } from '#reading/pages/published-page.tsx';
import { firstWords } from '#reading/preview.tsx';
import type { Site } from '#schema/site.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { tributePath, writingPath } from '#tributes/paths.ts';
import { findDrafts, findTributeAt, findVersion, listDrafts } from '#tributes/tributes.ts';
import type { Published, Words } from '#tributes/tribute.ts';

/** What the family reads: its home, each child's page with what can be done there, a letter before it is published. */
export function homeRoutes(site: Site, isHost: (personId: string) => Promise<boolean>): Hono<PersonEnv> {
  const { reader } = site.database;
  const say = sayIn('en');
  const routes = new Hono<PersonEnv>();

  routes.get('/home', async (c) => {
    const viewer = await viewerOf(reader, c.var.person);
    const memorials = await listMemorials(
      reader,
      [...viewer.roles.keys()].filter((id) => may(viewer, 'keep', id)),
    );
    const drafts = await listDrafts(reader, viewer.id);
    return page(
      c,
      <HomePage say={say} memorials={memorials} drafts={drafts} isHost={await isHost(viewer.id)} />,
    );
  });

  for (const path of ['/home/memorials/:id', '/home/memorials/:id/page/:page'] as const) {
    routes.get(path, async (c) => {
      const viewer = await viewerOf(reader, c.var.person);
      const memorial = await findMemorial(reader, c.req.param('id'));
      if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
      return childPage(c, viewer, memorial, memorialHomePath(memorial));
    });
  }

  routes.get('/home/memorials/:id/:tribute', async (c) => {
    const viewer = await viewerOf(reader, c.var.person);
    const memorial = await findMemorial(reader, c.req.param('id'));
    if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
    const tribute = await findTributeAt(reader, viewer, memorial, c.req.param('tribute'));
    if (!tribute) throw new NotFound();
    return tributePage(c, memorial, tribute.words, memorialHomePath(memorial), tribute);
  });

  routes.get('/home/tributes/:id/preview', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'));
    const { draft } = await findDrafts(reader, tribute.id);
    const words = draft ?? (await findVersion(reader, tribute.id, tribute.version));
    if (!words) throw new NotFound();
    return tributePage(c, memorial, words, writingPath(tribute));
  });

  routes.get('/home/tributes/:id/published', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'));
    const version = await findVersion(reader, tribute.id, tribute.version);
    if (tribute.publishedAt === undefined || !version) return goOn(c, writingPath(tribute));
    const seen = {
      familyId: memorial.familyId,
      writerId: tribute.writerId,
      audience: tribute.audience,
      within: stepOf(memorial),
    };
    const address = canSee(nobody, seen) ? `${site.url}${tributePath(memorial, tribute)}` : undefined;
    const first = version.photographs[0];
    const gallery = await galleryOf([version]);
    return page(
      c,
      <PublishedPage
        say={say}
        palette={memorial.palette}
        audience={tribute.audience}
        address={address}
        qr={address && qrCodeOf(address)}
        card={{
          title: version.title || say('letter.to', { called: calledIn(memorial, 'en') }),
          description: firstWords(version.text),
          host: new URL(site.url).host,
          image: first && gallery(first.photographId, '')?.src,
        }}
        backPath={memorialHomePath(memorial)}
      />,
    );
  });

  // The same path as the public one, for those who may see more than everybody.
  routes.get('/with', (c) => goOn(c, '/home'));
  for (const path of ['/with/:memorial', '/with/:memorial/page/:page'] as const) {
    routes.get(path, async (c) => {
      const viewer = await viewerOf(reader, c.var.person);
      const memorial = await findMemorialAt(reader, c.req.param('memorial'));
      if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
      return childPage(c, viewer, memorial, `/with${memorialPath(memorial)}`);
    });
  }
  routes.get('/with/:memorial/:tribute', async (c) => {
    const viewer = await viewerOf(reader, c.var.person);
    const memorial = await findMemorialAt(reader, c.req.param('memorial'));
    if (!memorial || !may(viewer, 'keep', memorial.familyId)) throw new NotFound();
    const tribute = await findTributeAt(reader, viewer, memorial, c.req.param('tribute'));
    if (!tribute) throw new NotFound();
    return tributePage(c, memorial, tribute.words, memorialHomePath(memorial), tribute);
  });
  return routes;

  async function childPage(
    c: Context,
    viewer: Extract<Viewer, { kind: 'person' }>,
    memorial: Memorial,
    firstPath: string,
  ): Promise<Response> {
    const number = pageNumber(c.req.param('page'));
    if (c.req.path.endsWith('/page/1')) return goOn(c, firstPath);
    const memories = await readMemories(reader, viewer, memorial, number);
    const gallery = await galleryOf(
      memories.tributes.map(({ words }) => words),
      memorial.portraitId,
    );
    return page(
      c,
      <Frame title={calledIn(memorial, 'en')} say={say} language="en" palette={memorial.palette} script>
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <ChildPage
          say={say}
          language="en"
          memorial={memorial}
          memories={memories}
          gallery={gallery}
          pathOf={(tribute) => `${memorialHomePath(memorial)}/${encodeURIComponent(tribute.address)}`}
          pagePathOf={(other) => memoriesPath(firstPath, other)}
          tools={<ChildTools say={say} memorial={memorial} siteUrl={site.url} />}
          toolsOf={(tribute) => (
            <MemoryTools say={say} tribute={tribute} within={memorial} own={tribute.writerId === viewer.id} />
          )}
        />
      </Frame>,
    );
  }

  async function tributePage(
    c: Context,
    memorial: Memorial,
    words: Words,
    backPath: string,
    published?: Published,
  ): Promise<Response> {
    const version = published?.words;
    return page(
      c,
      <Frame
        title={words.title || calledIn(memorial, 'en')}
        say={say}
        language="en"
        palette={memorial.palette}
        script
      >
        <TributePage
          say={say}
          language="en"
          memorial={memorial}
          words={words}
          firstPublishedAt={published?.firstPublishedAt}
          changedAt={version && version.number > 1 ? version.publishedAt : undefined}
          gallery={await galleryOf([words])}
          backPath={backPath}
        />
      </Frame>,
    );
  }

  function galleryOf(letters: readonly Words[], portraitId?: string): Promise<Gallery> {
    const placed = letters.flatMap(({ photographs }) => photographs.map(({ photographId }) => photographId));
    return familyGallery(reader, portraitId ? [portraitId, ...placed] : placed);
  }
}
