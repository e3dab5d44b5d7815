import { languageHere, sayHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { isWider, stepOutIn } from '#audiences/audience.ts';
import { canSee, seenIn } from '#audiences/can-see.ts';
import { stepOf } from '#audiences/step-of.ts';
import { nobody } from '#audiences/viewer.ts';
import { goOn, page } from '#http/answers.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { linkKeysPath, memorialHomePath, withPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { familyGallery } from '#photographs/show.ts';
import { outsideOf } from '#reading/outside/outside.ts';
import { PublishedPage } from '#reading/home/published-page.tsx';
import { WithdrawnPage } from '#reading/home/withdrawn-page.tsx';
import { qrCodeOf } from '#reading/home/qr-code.ts';
import type { Site } from '#schema/site.ts';
import { directionOfWords } from '#tributes/direction.ts';
import { findDrafts } from '#tributes/writing/drafts.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { publishedPath, tributeBeneath, tributePath, withdrawnPath } from '#tributes/paths.ts';
import { titleOf } from '#tributes/title.ts';
import { emptyWords } from '#tributes/tribute.ts';
import { listPlaces } from '#tributes/tributes.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { translationsPath } from '#translations/paths.ts';
import { listTranslations } from '#translations/translations.ts';
import { readyQuotationsPath } from '#words/paths.ts';
import { listReady } from '#words/ready-quotations.ts';

/** What its writer reads right after publishing a tribute, and right after taking it back. */
export function publishedRoutes(site: Site): Hono<PersonEnv> {
  const { reader } = site.database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/tributes/:id/published', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'));
    const version = await findVersion(reader, tribute.id, tribute.version);
    if (tribute.publishedAt === undefined || !version) return goOn(c, withdrawnPath(tribute));
    const seen = seenIn(memorial, tribute);
    const step = stepOutIn(tribute.audience);
    // Those whom it is for, and nobody wider, find it at this address.
    const isHeld = step !== undefined && isWider(step, stepOf(memorial));
    const path = canSee(nobody, seen)
      ? tributePath(memorial, tribute)
      : tributeBeneath(withPath(memorial), tribute);
    const address = step === undefined || isHeld ? undefined : `${site.url}${path}`;
    const called = calledIn(memorial, languageHere());
    const { photograph, ...card } = outsideOf(say, tribute.kind, version, called);
    const was = isWider(version.audience, tribute.audience) ? stepOutIn(version.audience) : undefined;
    const gallery = await familyGallery(reader, photograph ? [photograph.photographId] : []);
    const ready = await listReady(reader, tribute.id);
    const now = site.now();
    const translations = await listTranslations(reader, tribute.id);
    const isBeingRead = translations.some(({ expiresAt = '' }) => expiresAt > now);
    return page(
      c,
      <PublishedPage
        say={say}
        palette={memorial.palette}
        called={called}
        kind={tribute.kind}
        audience={tribute.audience}
        isHeld={isHeld}
        was={was}
        translationsPath={was && isBeingRead ? translationsPath(tribute) : undefined}
        leftOpen={was && (await isLeftOpen(memorial)) ? memorial : undefined}
        keysPath={linkKeysPath(memorial)}
        address={address}
        qr={address && step === 'everyone' ? qrCodeOf(address) : undefined}
        card={{
          ...card,
          direction: directionOfWords(version.language, version.title || version.text),
          host: new URL(site.url).host,
          image: photograph && gallery(photograph.photographId, '')?.src,
        }}
        backPath={memorialHomePath(memorial)}
        readyPath={
          ready.some(({ version: chosenFrom }) => chosenFrom !== tribute.version)
            ? readyQuotationsPath(tribute)
            : undefined
        }
      />,
    );
  });

  routes.get('/home/tributes/:id/withdrawn', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'));
    if (tribute.publishedAt !== undefined) return goOn(c, publishedPath(tribute));
    const { draft } = await findDrafts(reader, tribute.id);
    const words = draft ?? emptyWords('en', []);
    return page(
      c,
      <WithdrawnPage
        say={say}
        memorial={memorial}
        tribute={tribute}
        title={titleOf(say, tribute.kind, words, calledIn(memorial, languageHere()))}
        isPageLeftOpen={await isLeftOpen(memorial)}
      />,
    );
  });
  return routes;

  /** Whether everybody may come to the child's page, and finds nothing of the family's on it any more. */
  async function isLeftOpen(memorial: Memorial): Promise<boolean> {
    return stepOf(memorial) === 'everyone' && (await listPlaces(reader, nobody, memorial, 1)).length === 0;
  }
}
