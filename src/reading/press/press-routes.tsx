import { Hono } from 'hono';
import { page, speaks } from '#http/answers.ts';
import { NotFound } from '#http/refusals.ts';
import { interfaceLanguages, isLanguage } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { PressPage } from '#reading/press/press-page.tsx';
import { ReaderPage } from '#reading/reader-page.tsx';
import { ownPath, type Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { listTributesById } from '#tributes/tributes.ts';
import { listShownCorrections } from '#press/corrections.ts';
import { pressBeneath } from '#press/paths.ts';
import { findPress } from '#press/presses.ts';
import { listQuotable } from '#words/quotable.ts';
import { listReleased } from '#press/releases.ts';

/** What a family says to the press, for everybody, as long as it is switched on. */
export function pressRoutes(site: Site, space: Space): Hono {
  const { reader } = site.database;
  const routes = new Hono();
  for (const prefixed of [...interfaceLanguages, undefined]) {
    routes.get(`${prefixed ? `/${prefixed}` : ''}/:memorial/words/press`, async (c, next) => {
      const address = c.req.param('memorial') ?? '';
      // /ar/words/press would be of a child called Ar, which none is.
      if (!prefixed && isLanguage(address)) return next();
      const reading = await space.open(c, address, prefixed);
      const { viewer, memorial, language, pathOf } = reading;
      const press = await findPress(reader, memorial.id);
      if (!press?.shown) throw new NotFound();
      const own = ownPath(c, reading, pressBeneath);
      if (own) return c.redirect(own, space.moved);
      const say = sayIn(language);
      const released = await listReleased(reader, memorial.id);
      const ids = [...new Set(released.map(({ use }) => use.tributeId))];
      const shownIn = await listTributesById(reader, viewer, memorial, ids);
      speaks(c, language, press.language);
      return page(
        c,
        <ReaderPage
          site={site}
          space={space}
          reading={reading}
          say={say}
          title={say('press.title')}
          beneath={pressBeneath}
        >
          <PressPage
            say={say}
            language={language}
            memorial={memorial}
            called={calledIn(memorial, language)}
            childPath={pathOf(memorial, language)}
            press={press}
            pieces={await listQuotable(reader, memorial)}
            released={released}
            shownIn={shownIn}
            gallery={await reading.galleryOf(shownIn)}
            corrections={await listShownCorrections(reader, memorial.id)}
          />
        </ReaderPage>,
      );
    });
  }
  return routes;
}
