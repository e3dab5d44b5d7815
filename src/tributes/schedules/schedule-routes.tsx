import { Hono } from 'hono';
import { goOn } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { publicationPath, publishedPath, writingPath } from '#tributes/paths.ts';
import { publishScheduled } from '#tributes/schedules/publish-due.ts';
import { findSchedule, removeSchedule } from '#tributes/schedules/schedules.ts';

/** What is set for later: not after all, or at once. It is set on the sheet where the audience is chosen. */
export function scheduleRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const routes = new Hono<PersonEnv>();

  routes.delete('/home/tributes/:id/schedule', async (c) => {
    const { tribute } = await ownTribute(database.reader, c.var.person, c.req.param('id'));
    await database.write((tx) => removeSchedule(tx, tribute.id));
    return goOn(c, writingPath(tribute));
  });

  routes.post('/home/tributes/:id/schedule/publication', async (c) => {
    const { tribute } = await ownTribute(database.reader, c.var.person, c.req.param('id'));
    const fields = await readFields(c);
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: c.var.person.id, now: now() }, async () => {
        const schedule = await findSchedule(tx, tribute.id);
        // Nothing is set any more, or its page can no longer be opened as it was asked: the sheet says what is.
        const published = schedule && (await publishScheduled(tx, schedule, now()));
        return published ? publishedPath(tribute) : publicationPath(tribute);
      }),
    );
    return goOn(c, path);
  });
  return routes;
}
