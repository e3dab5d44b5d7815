import { Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { countIn } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { TributePage } from '#reading/pages/tribute-page.tsx';
import { translatedOf } from '#reading/pages/translated-by.tsx';
import { VersionNote } from '#reading/pages/version-note.tsx';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { tributeBeneath } from '#tributes/paths.ts';
import { titleOf } from '#tributes/title.ts';
import { findTributeAt } from '#tributes/tributes.ts';
import { findVersionFor } from '#tributes/versions/versions.ts';
import { inLanguage, translatedVersion } from '#translations/paths.ts';
import { wordsIn } from '#translations/read-in.ts';
import { listApproved } from '#translations/approved.ts';

/** Every approved version of a translation, at the address where it is cited. */
export function translatedVersionRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const where of space.pages) {
    routes.get(`${where.at}/:tribute/in/:language/versions/:number`, async (c) => {
      const reading = await space.open(c, c.req.param('memorial') ?? '', where.language);
      const { viewer, memorial, language, pathOf } = reading;
      const tribute = await findTributeAt(reader, viewer, memorial, c.req.param('tribute') ?? '');
      if (!tribute) throw new NotFound();
      const [into, number] = [c.req.param('language') ?? '', countIn(c.req.param('number'))];
      const approved = await listApproved(reader, viewer, memorial, tribute.id);
      const versions = approved.filter((one) => one.language === into);
      const at = versions.findIndex((one) => one.number === number);
      const version = versions[at];
      const original =
        version && (await findVersionFor(reader, viewer, memorial, tribute, version.ofVersion));
      if (!version || !original) throw new NotFound();
      const beneath = (path: string): string =>
        translatedVersion(tributeBeneath(path, tribute), into, number);
      const own = ownPath(c, reading, beneath);
      if (own) return c.redirect(own, space.moved);
      const say = sayIn(language);
      const path = tributeBeneath(pathOf(memorial, language), tribute);
      const pathTo = (one?: { number: number }): string | undefined =>
        one && translatedVersion(path, into, one.number);
      const words = wordsIn(tribute.words, { ...version, madeOf: original });
      const title = titleOf(say, tribute.kind, words, calledIn(memorial, language));
      speaks(c, language, into);
      return page(
        c,
        <ReaderPage
          site={site}
          space={space}
          reading={reading}
          say={say}
          title={say('version.title', { title, number })}
          ofChild
          beneath={beneath}
        >
          <TributePage
            say={say}
            language={language}
            memorial={memorial}
            kind={tribute.kind}
            words={words}
            gallery={await reading.galleryOf([tribute])}
            backPath={path}
            above={
              <VersionNote
                say={say}
                language={language}
                zone={memorial.zone}
                publishedAt={version.publishedAt}
                changedAt={versions[at + 1]?.publishedAt}
                nowPath={inLanguage(path, into)}
                earlierPath={pathTo(versions[at - 1])}
                laterPath={pathTo(versions[at + 1])}
                translated={{
                  says: translatedOf(say, language, memorial.zone, words.translated),
                  originalPath: space.versionPath(pathOf(memorial, language), tribute, version.ofVersion),
                }}
              />
            }
          />
        </ReaderPage>,
      );
    });
  }
  return routes;
}
