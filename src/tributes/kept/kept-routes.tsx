import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { NotFound } from '#http/refusals.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { servePhotograph } from '#photographs/routes.tsx';
import { familyGallery } from '#photographs/show.ts';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { findKept, listKept } from '#tributes/kept/kept.ts';
import { keptText } from '#tributes/kept/kept-text.ts';
import { takeNamesAway } from '#tributes/kept/leave-words.ts';
import { KeptPage } from '#tributes/kept/kept-page.tsx';
import { KeptWordsPage } from '#tributes/kept/kept-words-page.tsx';
import { keptPicturesPath, keptTributePath, keptWordsPath } from '#tributes/paths.ts';
import { listStillSigned } from '#tributes/signing/signed-still.ts';
import { withdrawTribute } from '#tributes/publishing/publish.ts';

/** What people wrote in families that they keep nothing of any more: reading, taking back, taking out. */
export function keptRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get(keptWordsPath, async (c) => {
    const { person } = c.var;
    const [kept, signs] = await Promise.all([listKept(reader, person), listStillSigned(reader, person)]);
    return page(c, <KeptPage say={say} kept={kept} signs={signs} />);
  });

  routes.get(`${keptWordsPath}/words.txt`, async (c) => {
    const text = keptText(say, await listKept(reader, c.var.person));
    c.header('content-type', 'text/plain; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="words.txt"');
    return c.body(text);
  });

  routes.delete(`${keptWordsPath}/names`, async (c) => {
    const familyId = c.req.query('family') ?? '';
    const { person } = c.var;
    const signs = await listStillSigned(reader, person);
    if (!signs.includes(familyId)) throw new NotFound();
    return doneOnce(c, keptWordsPath, (tx) => takeNamesAway(tx, { familyId, personId: person.id }, now()));
  });

  routes.get(`${keptWordsPath}/:id`, async (c) => {
    const kept = await findKept(reader, c.var.person, c.req.param('id'));
    const placed = [kept.words, ...kept.unpublished].flatMap(({ photographs }) => photographs);
    const gallery = await familyGallery(
      reader,
      placed.map(({ photographId }) => photographId),
      (id) => keptPicturesPath(kept.tribute, id),
    );
    return page(c, <KeptWordsPage say={say} kept={kept} gallery={gallery} />);
  });

  routes.delete(`${keptWordsPath}/:id/publication`, async (c) => {
    const { tribute } = await findKept(reader, c.var.person, c.req.param('id'));
    return doneOnce(c, keptTributePath(tribute), async (tx) => {
      const current = await findKept(tx, c.var.person, tribute.id);
      if (current.tribute.publishedAt !== undefined) await withdrawTribute(tx, tribute, now());
    });
  });

  routes.get(`${keptWordsPath}/:id/photographs/:photograph/:file`, async (c) => {
    const { id, photograph, file } = c.req.param();
    const { words, unpublished } = await findKept(reader, c.var.person, id);
    const placed = [words, ...unpublished].flatMap(({ photographs }) => photographs);
    if (!placed.some(({ photographId }) => photographId === photograph)) throw new NotFound();
    return servePhotograph(c, site, photograph, file);
  });
  return routes;

  async function doneOnce(
    c: Context<PersonEnv>,
    path: string,
    act: (tx: Tx) => Promise<void>,
  ): Promise<Response> {
    const fields = await readFields(c);
    const form = { key: fields['form'], personId: c.var.person.id, now: now() };
    const to = await database.write((tx) =>
      once(tx, form, async () => {
        await act(tx);
        return path;
      }),
    );
    return goOn(c, to);
  }
}
