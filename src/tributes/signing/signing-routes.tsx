import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { servePhotograph } from '#photographs/routes.tsx';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { askToSign } from '#tributes/signing/ask-to-sign.ts';
import { askedToSign, wordsAskedAbout } from '#tributes/signing/asked.ts';
import { wordsSoFar } from '#tributes/writing/keep-draft.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { SignaturePage } from '#tributes/signing/signature-page.tsx';
import { publicationPath, signaturePath } from '#tributes/paths.ts';
import { leaveUnsigned, sign } from '#tributes/signing/sign.ts';
import type { Tribute, Words } from '#tributes/tribute.ts';

/** Shows a tribute as its readers will have it; handed in, because the pages of readers come later. */
export type AsRead = (tribute: Tribute, memorial: Memorial, words: Words) => Promise<Child>;

/** Asking others of the family to sign; what they read then, and their answer. */
export function signingRoutes(site: Site, asRead: AsRead): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.post('/home/tributes/:id/signatures', async (c) => {
    const { person } = c.var;
    const { tribute } = await ownTribute(reader, person, c.req.param('id'));
    const fields = await readFields(c);
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        const words = await wordsSoFar(tx, tribute);
        const signature = words?.signed.find(({ personId }) => personId === fields['person']);
        if (!words || !signature || signature.personId === person.id) throw new NotFound();
        await askToSign(tx, tribute, { words, signature }, now());
        return publicationPath(tribute);
      }),
    );
    return goOn(c, path);
  });

  routes.get('/home/tributes/:id/signature', (c) => asked(c));

  routes.post('/home/tributes/:id/signature', async (c) => {
    const { person } = c.var;
    const fields = await readFields(c);
    const words = { tributeId: c.req.param('id'), sha256: fields['sha256'] ?? '' };
    const form = { key: fields['form'], personId: person.id, now: now() };
    const answer = await database.write(async (tx) => {
      let refused = false;
      const path = await once(tx, form, async () => {
        refused = 'refused' in (await sign(tx, person, words, now()));
        return refused ? signaturePath({ id: words.tributeId }) : '/home';
      });
      return { path, refused };
    });
    return answer.refused ? asked(c, true) : goOn(c, answer.path);
  });

  routes.delete('/home/tributes/:id/signature', async (c) => {
    const { person } = c.var;
    const fields = await readFields(c);
    const form = { key: fields['form'], personId: person.id, now: now() };
    const path = await database.write((tx) =>
      once(tx, form, async () => {
        await leaveUnsigned(tx, person, c.req.param('id'), now());
        return '/home';
      }),
    );
    return goOn(c, path);
  });

  // A draft's photographs are shown to nobody else by any other address.
  routes.get('/home/tributes/:id/asked/:photograph/:file', async (c) => {
    const { id, photograph, file } = c.req.param();
    const shown = (await wordsAskedAbout(reader, c.var.person, id)).flatMap((words) => words.photographs);
    if (!shown.some(({ photographId }) => photographId === photograph)) throw new NotFound();
    return servePhotograph(c, site, photograph, file);
  });
  return routes;

  async function asked(c: Context<PersonEnv>, changed = false): Promise<Response> {
    const found = await askedToSign(reader, c.var.person, c.req.param('id'));
    const { tribute, memorial, words } = found;
    const read = words && (await asRead(tribute, memorial, words));
    const shown = <SignaturePage say={say} asked={found} read={read} changed={changed} />;
    return page(c, shown, changed ? 422 : 200);
  }
}
