import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { may } from '#audiences/may.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, readForm, refusedAt, untouched, words } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { exactText } from '#lib/exact-text.ts';
import { isSeen } from '#lib/seen.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { readableTribute } from '#tributes/readable-tribute.ts';
import type { Tribute, Version } from '#tributes/tribute.ts';
import { findVersion, findVersionFor } from '#tributes/versions/versions.ts';
import { longestPassage } from '#words/card.ts';
import { ReadyPage } from '#words/pages/ready-page.tsx';
import { readyQuotationsPath } from '#words/paths.ts';
import { addReady, listReady, removeReady } from '#words/ready-quotations.ts';

const form = z.object({ text: words(longestPassage) });
/** More than anybody would choose from. */
const mostChosen = 12;

type Found = { tribute: Tribute; memorial: Memorial; now: Version };

/** The passages of a piece that its parents choose to be quoted. */
export function readyRoutes(site: Site): Hono<PersonEnv> {
  const { database } = site;
  const { reader } = database;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/tributes/:id/quotations', async (c) => show(c, await found(reader, c), untouched));

  routes.post('/home/tributes/:id/quotations', async (c) => {
    const fields = await readFields(c);
    const read = readForm(form, fields);
    if (!read.ok) return show(c, await found(reader, c), read.filled);
    const text = exactText(read.form.text).trim();
    const key = { key: fields['form'], personId: c.var.person.id, now: site.now() };
    const answer = await database.write(async (tx) => {
      // Against the words as they are now: they may have been changed since the page was read.
      const { tribute, now } = await found(tx, c);
      const from = isSeen(text) ? now.text.indexOf(text) : -1;
      if (from === -1) return { refused: 'error.passage-not-there' };
      const chosen = (await listReady(tx, tribute.id)).filter(({ version }) => version === now.number);
      if (chosen.length >= mostChosen) return { refused: 'error.passages-enough' };
      const passage = { from, to: from + text.length };
      const path = await once(tx, key, async () => {
        await addReady(tx, { tributeId: tribute.id, version: now.number, passage }, c.var.person, key.now);
        return readyQuotationsPath(tribute);
      });
      return { path };
    });
    if ('path' in answer) return goOn(c, answer.path);
    return show(c, await found(reader, c), refusedAt('text', answer.refused, fields));
  });

  routes.delete('/home/tributes/:id/quotations/:quotation', async (c) => {
    const { tribute } = await found(reader, c);
    await database.write((tx) => removeReady(tx, tribute.id, c.req.param('quotation')));
    return goOn(c, readyQuotationsPath(tribute));
  });
  return routes;

  async function show(c: Context, { tribute, memorial, now }: Found, filled: Filled) {
    const chosen = await Promise.all(
      (await listReady(reader, tribute.id)).map(async (one) => {
        const version = one.version === now.number ? now : await findVersion(reader, tribute.id, one.version);
        const text = version?.text.slice(one.passage.from, one.passage.to) ?? '';
        return { ...one, text, language: version?.language ?? now.language };
      }),
    );
    return page(
      c,
      <ReadyPage memorial={memorial} tribute={tribute} now={now} chosen={chosen} filled={filled} />,
      filled === untouched ? 200 : 422,
    );
  }
}

/** A published piece and its words of now, for a parent who may read them; for anybody else it is `NotFound`. */
async function found(db: Reader, c: Context<PersonEnv>): Promise<Found> {
  const { tribute, memorial, viewer } = await readableTribute(db, c.var.person, c.req.param('id'));
  if (!may(viewer, 'decide', memorial.familyId)) throw new NotFound();
  const now = tribute.publishedAt && (await findVersionFor(db, viewer, memorial, tribute, tribute.version));
  if (!now) throw new NotFound();
  return { tribute, memorial, now };
}
