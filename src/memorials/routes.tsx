import { type Context, Hono } from 'hono';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields, readFieldsAndFiles } from '#http/fields.ts';
import { type Filled, readForm, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import { beginMemorial } from '#memorials/begin.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { findMemorial, saveMemorial } from '#memorials/memorials.ts';
import { closeMemorial, openMemorial } from '#memorials/open.ts';
import { openingForm } from '#memorials/opening-fields.tsx';
import { AboutChildPage } from '#memorials/pages/about-child-page.tsx';
import { OpeningPage } from '#memorials/pages/opening-page.tsx';
import { nextPath, StartPage } from '#memorials/pages/start-page.tsx';
import { memorialHomePath, type StartStep, startPath, startSteps } from '#memorials/paths.ts';
import { showPortrait } from '#memorials/portrait.ts';
import {
  type ReadChild,
  readDays,
  readName,
  readPortrait,
  readSentence,
  readSomeDays,
  readVocabulary,
} from '#memorials/read-child.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { addPhotograph, receivePhotograph, type Taken } from '#photographs/receive.ts';
import { familyGallery } from '#photographs/show.ts';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

/** Beginning a child's page, the four questions, everything kept about the child, opening and narrowing. */
export function memorialRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayIn('en');
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
          await beginMemorial(tx, { personId: person.id, familyId, language: 'en' }, now()),
          'name',
        );
      }),
    );
    return goOn(c, path);
  });

  routes.get('/home/memorials/:id/start/:step', async (c) => {
    const memorial = await keptMemorial(c);
    return page(c, <StartPage say={say} memorial={memorial} step={stepOf(c)} filled={untouched} />);
  });

  routes.post('/home/memorials/:id/start/:step', async (c) => {
    const memorial = await keptMemorial(c);
    const step = stepOf(c);
    const { fields, taken } = await received(c, memorial);
    const read = readStep(step, fields, memorial);
    const refused = taken.find((one) => 'refused' in one);
    if (!read.ok || refused) {
      const filled: Filled = read.ok ? { values: fields, errors: {} } : read.filled;
      const why = refused && say(`photograph.refused.${refused.refused}`, { name: refused.name });
      return page(
        c,
        <StartPage say={say} memorial={memorial} step={step} filled={filled} refused={why} />,
        422,
      );
    }
    await keep(
      memorial.id,
      (current) => readStep(step, fields, current),
      taken.find((one) => 'taken' in one)?.taken,
    );
    return goOn(c, nextPath(memorial, step));
  });

  routes.get('/home/memorials/:id/child', async (c) => aboutChild(c, await keptMemorial(c), untouched));

  routes.post('/home/memorials/:id/child', async (c) => {
    const before = await keptMemorial(c);
    const { fields, taken } = await received(c, before);
    const refused = taken.find((one) => 'refused' in one);
    const read = readAll(fields, before);
    if (!read.ok || refused) {
      const filled: Filled = read.ok ? { values: fields, errors: {} } : read.filled;
      const why = refused && say(`photograph.refused.${refused.refused}`, { name: refused.name });
      return aboutChild(c, before, filled, why);
    }
    await keep(before.id, (current) => readAll(fields, current), taken.find((one) => 'taken' in one)?.taken);
    return goOn(c, memorialHomePath(before));
  });

  routes.get('/home/memorials/:id/opening', async (c) => opening(c, await decidedMemorial(c), untouched));

  routes.post('/home/memorials/:id/opening', async (c) => {
    const memorial = await decidedMemorial(c);
    const read = readForm(openingForm, await readFields(c));
    if (!read.ok) return opening(c, memorial, read.filled, 422);
    const answer = await database.write(async (tx) =>
      openMemorial(tx, await asItIsNow(tx, memorial.id), read.form, now()),
    );
    if ('refused' in answer) {
      return opening(c, memorial, { ...read.filled, errors: { address: { key: answer.refused } } }, 422);
    }
    return goOn(c, memorialHomePath(memorial));
  });

  routes.delete('/home/memorials/:id/opening', async (c) => {
    const memorial = await decidedMemorial(c);
    await database.write(async (tx) => closeMemorial(tx, await asItIsNow(tx, memorial.id)));
    return goOn(c, memorialHomePath(memorial));
  });
  return routes;

  async function keptMemorial(c: Context<PersonEnv>, verb: 'keep' | 'decide' = 'keep'): Promise<Memorial> {
    const memorial = await findMemorial(reader, c.req.param('id') ?? '');
    if (!memorial || !may(await viewerOf(reader, c.var.person), verb, memorial.familyId))
      throw new NotFound();
    return memorial;
  }

  function decidedMemorial(c: Context<PersonEnv>): Promise<Memorial> {
    return keptMemorial(c, 'decide');
  }

  function received(c: Context<PersonEnv>, memorial: Memorial) {
    const by = { familyId: memorial.familyId, personId: c.var.person.id };
    return readFieldsAndFiles(c, ({ stream, name }) => receivePhotograph(site, { stream, name }, by));
  }

  /** Saves what a form changes in the memorial as it is now: it may have been closed while the form arrived. */
  async function keep(
    id: string,
    change: (current: Memorial) => ReadChild,
    taken: Taken | undefined,
  ): Promise<void> {
    await database.write(async (tx) => {
      const changed = change(await asItIsNow(tx, id));
      if (!changed.ok) throw new Error('A form that was read before cannot be read now.');
      if (taken) await addPhotograph(tx, taken, now());
      const kept = taken ? { ...changed.memorial, portraitId: taken.photograph.id } : changed.memorial;
      await saveMemorial(tx, kept);
      await showPortrait(tx, kept);
    });
  }

  async function aboutChild(
    c: Context,
    memorial: Memorial,
    filled: Filled,
    refused?: string,
  ): Promise<Response> {
    const { portraitId } = memorial;
    const gallery = await familyGallery(reader, portraitId ? [portraitId] : []);
    const portrait = portraitId ? gallery(portraitId, memorial.portraitAlternative) : undefined;
    const status = filled === untouched ? 200 : 422;
    return page(
      c,
      <AboutChildPage say={say} memorial={memorial} portrait={portrait} filled={filled} refused={refused} />,
      status,
    );
  }

  async function opening(
    c: Context,
    memorial: Memorial,
    filled: Filled,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    return page(c, <OpeningPage say={say} memorial={memorial} filled={filled} siteUrl={site.url} />, status);
  }
}

async function asItIsNow(tx: Tx, id: string): Promise<Memorial> {
  const memorial = await findMemorial(tx, id);
  if (!memorial) throw new NotFound();
  return memorial;
}

function stepOf(c: Context): StartStep {
  const step = startSteps.find((known) => known === c.req.param('step'));
  if (!step) throw new NotFound();
  return step;
}

function readStep(step: StartStep, fields: Fields, memorial: Memorial): ReadChild {
  if (step === 'name') return readName(fields, memorial);
  if (step === 'day') return readSomeDays(fields, memorial, ['born']);
  if (step === 'words') return readVocabulary(fields, memorial);
  return { ok: true, memorial };
}

/** Reads the whole form; everything wrong in it is told at once. */
function readAll(fields: Fields, before: Memorial): ReadChild {
  let memorial = before;
  const errors: Filled['errors'][] = [];
  for (const read of [readName, readSentence, readDays, readVocabulary, readPortrait]) {
    const part = read(fields, memorial);
    if (part.ok) memorial = part.memorial;
    else errors.push(part.filled.errors);
  }
  if (errors.length > 0)
    return {
      ok: false,
      filled: { values: fields, errors: Object.assign({}, ...errors) as Filled['errors'] },
    };
  return { ok: true, memorial };
}
