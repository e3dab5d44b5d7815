import { type Context, Hono } from 'hono';
import { NotFound } from '#http/refusals.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';
import { translatingPath, translationPath, translationsPath } from '#translations/paths.ts';
import { ownTranslating } from '#translations/translating.ts';
import { type SheetPlace, translatingSheet } from '#translations/translating-sheet.tsx';

/** Translating by somebody of the family, who needs no link. */
export function ownTranslatingRoutes(site: Site): Hono<PersonEnv> {
  const { reader } = site.database;
  const sheet = translatingSheet(site);
  const routes = new Hono<PersonEnv>();

  routes.get('/home/translations/:id/words', async (c) => {
    const { found, place } = await own(c);
    return sheet.show(c, found, place);
  });

  routes.get('/home/translations/:id/words/photographs/:photograph/:file', async (c) => {
    const { place } = await own(c);
    return sheet.photograph(c, place);
  });

  routes.post('/home/translations/:id/words/draft', async (c) => {
    const { place } = await own(c);
    const answer = await sheet.keep(c, place);
    // It was there a moment ago.
    if (!(answer instanceof Response)) throw new NotFound();
    return answer;
  });
  return routes;

  async function own(c: Context<PersonEnv>) {
    const id = c.req.param('id') ?? '';
    const found = await ownTranslating(reader, c.var.person, id);
    const { translation, decides } = found;
    const path = translatingPath(translation);
    const place: SheetPlace = {
      path,
      // A parent reads it next, beside the original; others wait for one.
      offeredPath: decides ? translationPath(translation) : path,
      backPath: translationsPath({ id: translation.tributeId }),
      decides,
      again: (db) => ownTranslating(db, c.var.person, id),
    };
    return { found, place };
  }
}
