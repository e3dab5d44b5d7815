import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { isOneAlone } from '#families/families.ts';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields, readFieldsAndFiles } from '#http/fields.ts';
import { type Filled, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { beginMemorial } from '#memorials/begin.ts';
import { childRoutes } from '#memorials/child-routes.tsx';
import { keepChild } from '#memorials/keep-child.ts';
import { keptMemorial } from '#memorials/kept-memorial.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { linkKeyRoutes } from '#memorials/link-key-routes.tsx';
import { openingRoutes } from '#memorials/opening-routes.tsx';
import { nextPath, StartPage } from '#memorials/pages/start-page.tsx';
import { type StartStep, startPath, startSteps } from '#memorials/paths.ts';
import { readFirstDay } from '#memorials/read-first-day.ts';
import { readNames } from '#memorials/read-names.ts';
import type { ReadChild } from '#memorials/read-part.ts';
import { readVocabulary } from '#memorials/read-vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { receivePhotograph } from '#photographs/receive.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

/** Beginning a child's page and the four questions; then everything kept about the child, opening and resting. */
export function memorialRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.post('/home/memorials', async (c) => {
    const fields = await readFields(c);
    const { person } = c.var;
    const viewer = await viewerOf(reader, person);
    const familyId = fields['family'] ?? [...viewer.roles.keys()].find((id) => may(viewer, 'keep', id)) ?? '';
    if (!may(viewer, 'keep', familyId)) throw new NotFound();
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        return startPath(
          await beginMemorial(tx, { personId: person.id, familyId, language: languageHere() }, now()),
          'name',
        );
      }),
    );
    return goOn(c, path);
  });

  routes.get('/home/memorials/:id/start/:step', async (c) => {
    const memorial = await keptMemorial(reader, c.var.person, c.req.param('id'));
    const alone = await isOneAlone(reader, memorial.familyId);
    const shown = { say, memorial, step: stepOf(c), alone };
    return page(c, <StartPage {...shown} filled={untouched} />);
  });

  routes.post('/home/memorials/:id/start/:step', async (c) => {
    const memorial = await keptMemorial(reader, c.var.person, c.req.param('id'));
    const step = stepOf(c);
    const { fields, taken } = await received(c, memorial);
    const read = readStep(step, fields, memorial);
    const refused = taken.find((one) => 'refused' in one);
    if (!read.ok || refused) {
      const filled: Filled = read.ok ? { values: fields, errors: {} } : read.filled;
      const why = refused && say(`photograph.refused.${refused.refused}`, { name: refused.name });
      const alone = await isOneAlone(reader, memorial.familyId);
      const shown = { say, memorial, step, alone };
      return page(c, <StartPage {...shown} filled={filled} refused={why} />, 422);
    }
    const portrait = taken.find((one) => 'taken' in one)?.taken;
    await database.write((tx) =>
      keepChild(tx, memorial, (current) => readStep(step, fields, current), portrait, now()),
    );
    return goOn(c, nextPath(memorial, step));
  });

  routes.route('/', childRoutes(site));
  routes.route('/', openingRoutes(site));
  routes.route('/', linkKeyRoutes(site));
  return routes;

  function received(c: Context<PersonEnv>, memorial: Memorial) {
    const by = { familyId: memorial.familyId, personId: c.var.person.id };
    return readFieldsAndFiles(c, ({ stream, name }) => receivePhotograph(site, { stream, name }, by));
  }
}

function stepOf(c: Context): StartStep {
  const step = startSteps.find((known) => known === c.req.param('step'));
  if (!step) throw new NotFound();
  return step;
}

function readStep(step: StartStep, fields: Fields, memorial: Memorial): ReadChild {
  if (step === 'name') return readNames(fields, memorial);
  if (step === 'day') return readFirstDay(fields, memorial);
  if (step === 'words') return readVocabulary(fields, memorial);
  return { ok: true, memorial };
}
