import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { audiencesOffered } from '#audiences/audience.ts';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { countIn, type Filled, readForm, untouched } from '#http/forms.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { openMemorial } from '#memorials/open.ts';
import { OpeningFields, openingForm } from '#memorials/opening-fields.tsx';
import { memorialHomePath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { PublicationPage } from '#tributes/pages/publication-page.tsx';
import { publishedPath } from '#tributes/paths.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { publishTribute, withdrawTribute } from '#tributes/publish.ts';
import { findDrafts } from '#tributes/tributes.ts';
import type { Tribute } from '#tributes/tribute.ts';

const form = z.object({
  audience: z.enum(audiencesOffered, { error: 'error.audience' }),
  revision: z.string().optional().transform(countIn),
});

class Refusal extends Error {
  readonly filled: Filled;
  constructor(filled: Filled) {
    super('refused');
    this.filled = filled;
  }
}

/** Deciding who sees a letter, publishing it or its change, and taking it back. */
export function publicationRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayIn('en');
  const routes = new Hono<PersonEnv>();

  routes.get('/home/tributes/:id/publication', async (c) => {
    const found = await ownTribute(reader, c.var.person, c.req.param('id'));
    return sheet(c, found, untouched);
  });

  routes.post('/home/tributes/:id/publication', async (c) => {
    const found = await ownTribute(reader, c.var.person, c.req.param('id'));
    const fields = await readFields(c);
    const read = readForm(form, fields);
    if (!read.ok) return sheet(c, found, read.filled, 422);
    try {
      const path = await database.write((tx) =>
        once(tx, { key: fields['form'], personId: c.var.person.id, now: now() }, async () => {
          // As they are now: the page may have been closed while the form arrived.
          await publish(tx, await ownTribute(tx, c.var.person, found.tribute.id), read.form, fields);
          return publishedPath(found.tribute);
        }),
      );
      return goOn(c, path);
    } catch (error) {
      // Thrown to undo the whole transaction: opening and publishing happen together or not at all.
      if (error instanceof Refusal)
        return sheet(c, await ownTribute(reader, c.var.person, c.req.param('id')), error.filled, 422);
      throw error;
    }
  });

  routes.delete('/home/tributes/:id/publication', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'));
    if (tribute.publishedAt !== undefined) await database.write((tx) => withdrawTribute(tx, tribute, now()));
    return goOn(c, memorialHomePath(memorial));
  });
  return routes;

  type Found = { tribute: Tribute; memorial: Memorial };

  async function publish(tx: Tx, found: Found, asked: z.output<typeof form>, fields: Fields): Promise<void> {
    const { tribute } = found;
    let { memorial } = found;
    if (asked.audience === 'everyone' && memorial.audience !== 'everyone') {
      const opening = readForm(openingForm, fields);
      if (!opening.ok) throw new Refusal(opening.filled);
      const answer = await openMemorial(tx, memorial, opening.form, now());
      if ('refused' in answer)
        throw new Refusal({ values: fields, errors: { address: { key: answer.refused } } });
      memorial = answer.opened;
    }
    const answer = await publishTribute(tx, memorial, tribute, asked, now());
    if ('refused' in answer) {
      throw new Refusal({ values: fields, errors: { audience: { key: `error.publish-${answer.refused}` } } });
    }
  }

  async function sheet(
    c: Context,
    { tribute, memorial }: Found,
    filled: Filled,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const { draft } = await findDrafts(reader, tribute.id);
    return page(
      c,
      <PublicationPage
        say={say}
        called={calledIn(memorial, 'en')}
        palette={memorial.palette}
        tribute={tribute}
        revision={tribute.revision}
        audiences={audiencesOffered}
        open={memorial.audience === 'everyone'}
        opening={<OpeningFields say={say} memorial={memorial} filled={filled} siteUrl={site.url} />}
        hasChange={draft !== undefined}
        filled={filled}
      />,
      status,
    );
  }
}
