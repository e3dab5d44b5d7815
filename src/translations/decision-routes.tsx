import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { countIn, type Filled, readForm, untouched, words as exactWords } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader, Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { findVersionFor } from '#tributes/versions/versions.ts';
import {
  approveTranslation,
  bringBackTranslation,
  returnTranslation,
  withdrawTranslation,
} from '#translations/approve-translation.ts';
import { draftByMachine, isUnwritten } from '#translations/draft-by-machine.ts';
import { draftAnswers, TranslationPage, type WordsRead } from '#translations/pages/translation-page.tsx';
import { translationPath } from '#translations/paths.ts';
import { type Translating, translationToDecide } from '#translations/translating.ts';
import { textOf, type TranslationVersion } from '#translations/translation.ts';
import { listVersionsOf } from '#translations/translations.ts';

const revision = z.string().optional().transform(countIn);
const approved = z.object({ revision });
const returned = z.object({ revision, note: exactWords(2000) });

/** What parents do with a translation: read it beside the original, approve it, give it back, take it away. */
export function decisionRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
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

  async function show(c: Context<PersonEnv>, filled: Filled): Promise<Response> {
    const found = await translationToDecide(reader, c.var.person, c.req.param('id'));
    const { translation, memorial, original } = found;
    const versions = await listVersionsOf(reader, translation);
    const asked = c.req.query('version');
    const earlier = asked === undefined ? undefined : countIn(asked);
    if (earlier !== undefined && !versions.some(({ number }) => number === earlier)) throw new NotFound();
    return page(
      c,
      <TranslationPage
        say={sayHere}
        palette={memorial.palette}
        zone={memorial.zone || 'UTC'}
        translation={translation}
        read={await wordsToRead(reader, found, versions, earlier)}
        earlier={earlier}
        versions={versions}
        current={original}
        filled={filled}
        machine={isUnwritten(translation) ? site.drafter?.host : undefined}
        drafted={draftAnswers.find((one) => one === c.req.query('draft'))}
        changedSince={c.req.query('changed-since') !== undefined}
        now={now()}
      />,
      filled === untouched ? 200 : 422,
    );
  }
}

/** What is offered; else what was approved last, or the version that is asked for. */
async function wordsToRead(
  db: Reader,
  { translation, tribute, memorial, viewer }: Translating,
  versions: readonly TranslationVersion[],
  number: number | undefined,
): Promise<WordsRead | undefined> {
  const isOffered = translation.offeredAt !== undefined && number === undefined;
  const version = versions.find((one) => one.number === (number ?? translation.version));
  const read = isOffered
    ? { ...translation, text: textOf(translation.paragraphs) }
    : version && withTitle(version);
  // An earlier original may have been for fewer than the one of now.
  const original = read && (await findVersionFor(db, viewer, memorial, tribute, read.ofVersion));
  return original && { original, text: read.text, around: read.around };
}

const withTitle = (version: TranslationVersion): TranslationVersion => ({
  ...version,
  around: [{ part: 'title', text: version.title }, ...version.around],
});
