import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { countIn, readForm, untouched, words as exactWords } from '#http/forms.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import {
  approveTranslation,
  bringBackTranslation,
  returnTranslation,
  withdrawTranslation,
} from '#translations/approve-translation.ts';
import { draftByMachine } from '#translations/draft-by-machine.ts';
import { translationPath } from '#translations/paths.ts';
import { type Translating, translationToDecide } from '#translations/translating.ts';
import { translationShown } from '#translations/translation-shown.tsx';

const revision = z.string().optional().transform(countIn);
const approved = z.object({ revision });
const returned = z.object({ revision, note: exactWords(2000) });

/** What parents do with a translation: read it beside the original, approve it, give it back, take it away. */
export function decisionRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const show = translationShown(site);
  const routes = new Hono<PersonEnv>();

  routes.get('/home/translations/:id', (c) => show(c, untouched));

  routes.post('/home/translations/:id/approval', async (c) => {
    const fields = await readFields(c);
    const read = readForm(approved, fields);
    if (!read.ok) return show(c, read.filled);
    return decide(c, fields, (tx, { translation }) =>
      approveTranslation(tx, translation, { id: c.var.person.id, ...read.form }, now()),
    );
  });

  routes.post('/home/translations/:id/return', async (c) => {
    const fields = await readFields(c);
    const read = readForm(returned, fields);
    if (!read.ok) return show(c, read.filled);
    return decide(c, fields, (tx, { translation }) => returnTranslation(tx, translation, read.form));
  });

  routes.delete('/home/translations/:id/publication', async (c) => {
    return decide(c, await readFields(c), (tx, { translation }) =>
      withdrawTranslation(tx, translation, now()),
    );
  });

  routes.post('/home/translations/:id/publication', async (c) => {
    return decide(c, await readFields(c), (tx, { translation }) => bringBackTranslation(tx, translation));
  });
  // The answer comes once the machine has given its own: whoever asked sees what became of it.
  routes.post('/home/translations/:id/machine-draft', async (c) => {
    const id = c.req.param('id');
    const answer = await draftByMachine(site, c.var.person, id);
    const asked = answer === 'drafted' ? 'drafted' : answer.refused;
    return goOn(c, `${translationPath({ id })}?${asked === 'changed-since' ? asked : `draft=${asked}`}`);
  });
  return routes;

  /** Does once what a parent decided; where other words were there by then, the page says so and shows them. */
  async function decide(
    c: Context<PersonEnv>,
    fields: Fields,
    act: (tx: Tx, found: Translating) => Promise<string | { refused: string } | void>,
  ): Promise<Response> {
    const { person } = c.var;
    const id = c.req.param('id');
    await translationToDecide(reader, person, id);
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        const found = await translationToDecide(tx, person, id);
        const answer = await act(tx, found);
        const refused = typeof answer === 'object';
        return `${translationPath(found.translation)}${refused ? '?changed-since' : ''}`;
      }),
    );
    return goOn(c, path);
  }
}
