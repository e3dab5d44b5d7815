import { Hono } from 'hono';
import { isWider } from '#audiences/audience.ts';
import { canSee } from '#audiences/can-see.ts';
import { stepOf } from '#audiences/step-of.ts';
import { nobody } from '#audiences/viewer.ts';
import { goOn, page } from '#http/answers.ts';
import { sayIn } from '#i18n/messages.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { familyGallery } from '#photographs/show.ts';
import { outsideOf } from '#reading/outside.ts';
import { PublishedPage } from '#reading/pages/published-page.tsx';
import { WithdrawnPage } from '#reading/pages/withdrawn-page.tsx';
import { qrCodeOf } from '#reading/qr-code.ts';
import type { Site } from '#schema/site.ts';
import { findDrafts } from '#tributes/drafts.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { publishedPath, tributePath, withdrawnPath } from '#tributes/paths.ts';
import { titleOf } from '#tributes/title.ts';
import { emptyWords } from '#tributes/tribute.ts';
import { listNewest } from '#tributes/tributes.ts';
import { findVersion } from '#tributes/versions.ts';

/** What its writer reads right after publishing a tribute, and right after taking it back. */
export function publishedRoutes(site: Site): Hono<PersonEnv> {
  const { reader } = site.database;
  const say = sayIn('en');
  const routes = new Hono<PersonEnv>();

  routes.get('/home/tributes/:id/published', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'));
    const version = await findVersion(reader, tribute.id, tribute.version);
    if (tribute.publishedAt === undefined || !version) return goOn(c, withdrawnPath(tribute));
    const seen = {
      familyId: memorial.familyId,
      writerId: tribute.writerId,
      audience: tribute.audience,
      within: stepOf(memorial),
    };
    const address = canSee(nobody, seen) ? `${site.url}${tributePath(memorial, tribute)}` : undefined;
    const called = calledIn(memorial, 'en');
    const { photograph, ...card } = outsideOf(say, tribute.kind, version, called);
    const gallery = await familyGallery(reader, photograph ? [photograph.photographId] : []);
    return page(
      c,
      <PublishedPage
        say={say}
        palette={memorial.palette}
        called={called}
        kind={tribute.kind}
        audience={tribute.audience}
        wasForEveryone={version.audience === 'everyone' && isWider(version.audience, tribute.audience)}
        address={address}
        qr={address && qrCodeOf(address)}
        card={{
          ...card,
          host: new URL(site.url).host,
          image: photograph && gallery(photograph.photographId, '')?.src,
        }}
        backPath={memorialHomePath(memorial)}
      />,
    );
  });

  routes.get('/home/tributes/:id/withdrawn', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'));
    if (tribute.publishedAt !== undefined) return goOn(c, publishedPath(tribute));
    const { draft } = await findDrafts(reader, tribute.id);
    const words = draft ?? emptyWords('en', []);
    const isOpen = stepOf(memorial) === 'everyone';
    return page(
      c,
      <WithdrawnPage
        say={say}
        memorial={memorial}
        tribute={tribute}
        title={titleOf(say, tribute.kind, words, calledIn(memorial, 'en'))}
        isPageLeftOpen={isOpen && (await listNewest(reader, nobody, memorial, 1)).length === 0}
      />,
    );
  });
  return routes;
}
