import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { countIn, type Filled, line, readForm, ticked, untouched, words } from '#http/forms.ts';
import { sayHere } from '#i18n/spoken.ts';
import { keptMemorial } from '#memorials/kept-memorial.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { correctionRoutes } from '#press/correction-routes.tsx';
import { PressHomePage } from '#press/pages/press-home-page.tsx';
import { pressHomePath } from '#press/paths.ts';
import { noPress } from '#press/press.ts';
import { findPress, savePress } from '#press/presses.ts';
import { listReleasable } from '#press/releasable.ts';
import { releaseRoutes } from '#press/release-routes.tsx';

const form = z.object({
  shown: ticked,
  uses: words(5000),
  credit: line(300),
  contact: line(300),
  terms: words(5000),
  revision: z.string().optional().transform(countIn),
});

/** Somebody else has kept this form since it was opened: thrown to undo the whole transaction. */
class ChangedSince extends Error {}

/** What a family says to the press: the page that it fills and can leave off, photographs, corrections. */
export function pressRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/press', async (c) => press(c, await decided(c), untouched));

  routes.post('/home/memorials/:id/press', async (c) => {
    const memorial = await decided(c);
    const fields = await readFields(c);
    const read = readForm(form, fields);
    if (!read.ok) return press(c, memorial, read.filled);
    const { person } = c.var;
    try {
      const path = await database.write((tx) =>
        once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
          const said = { ...read.form, memorialId: memorial.id, language: memorial.language };
          if (!(await savePress(tx, said, person, now()))) throw new ChangedSince();
          return `${pressHomePath(memorial)}?kept`;
        }),
      );
      return goOn(c, path);
    } catch (error) {
      if (!(error instanceof ChangedSince)) throw error;
      const errors = { uses: { key: 'error.press-changed-since' } };
      return press(c, memorial, { ...read.filled, errors });
    }
  });

  routes.route('/', releaseRoutes(site));
  routes.route('/', correctionRoutes(site));
  return routes;

  function decided(c: Context<PersonEnv>): Promise<Memorial> {
    return keptMemorial(reader, c.var.person, c.req.param('id'), 'decide');
  }

  async function press(c: Context<PersonEnv>, memorial: Memorial, filled: Filled): Promise<Response> {
    const kept = await findPress(reader, memorial.id);
    const photographs = await listReleasable(reader, memorial, await viewerOf(reader, c.var.person));
    const isKept = c.req.query('kept') !== undefined && filled === untouched;
    return page(
      c,
      <PressHomePage
        say={sayHere}
        memorial={memorial}
        press={kept ?? noPress(memorial)}
        isNew={kept === undefined}
        isKept={isKept}
        hasReleases={photographs.some(({ release }) => release !== undefined)}
        filled={filled}
      />,
      filled === untouched ? 200 : 422,
    );
  }
}
