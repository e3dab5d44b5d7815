import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { canSeeMemorial } from '#audiences/can-see.ts';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import {
  type Filled,
  filledLine,
  optionalWebAddress,
  readForm,
  ticked,
  untouched,
  words,
} from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayHere } from '#i18n/spoken.ts';
import { readDate } from '#lib/partial-date.ts';
import { isSeen } from '#lib/seen.ts';
import { keptMemorial } from '#memorials/kept-memorial.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { once } from '#schema/once.ts';
import { readTold } from '#press/told.ts';
import type { Site } from '#schema/site.ts';
import { type Correction, longestPrinted, outcomes } from '#press/correction.ts';
import {
  addCorrection,
  type CorrectionWords,
  findCorrection,
  listCorrections,
  listTold,
  saveCorrection,
  screenCorrection,
} from '#press/corrections.ts';
import { CorrectionPage } from '#press/pages/correction-page.tsx';
import { CorrectionsPage } from '#press/pages/corrections-page.tsx';
import { ScreeningPage } from '#press/pages/screening-page.tsx';
import { correctionsPath } from '#press/paths.ts';

const form = z.object({
  publication: filledLine(200),
  url: optionalWebAddress,
  printed: words(longestPrinted).refine(isSeen, 'error.missing'),
  'should-be': words(longestPrinted),
  state: z.enum([...outcomes, 'aside'], { error: 'error.choice' }),
  shown: ticked,
});

/** Corrections: what strangers told, read first by a doorkeeper where there is one, and what the family asked for. */
export function correctionRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/corrections', async (c) => {
    const memorial = await screened(c);
    const viewer = await viewerOf(reader, c.var.person);
    if (!may(viewer, 'decide', memorial.familyId)) return screening(c, memorial);
    return corrections(c, memorial, untouched);
  });

  routes.post('/home/memorials/:id/corrections', async (c) => {
    const memorial = await decided(c);
    const fields = await readFields(c);
    const read = readCorrection(fields);
    if ('filled' in read) return corrections(c, memorial, read.filled);
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: c.var.person.id, now: now() }, async () => {
        await addCorrection(tx, memorial.id, read.words, now());
        return correctionsPath(memorial);
      }),
    );
    return goOn(c, path);
  });

  routes.get('/home/memorials/:id/corrections/:correction', async (c) => {
    const memorial = await decided(c);
    return correction(c, memorial, await correctionIn(c, memorial), untouched);
  });

  routes.post('/home/memorials/:id/corrections/:correction', async (c) => {
    const memorial = await decided(c);
    const known = await correctionIn(c, memorial);
    const read = readCorrection(await readFields(c));
    if ('filled' in read) return correction(c, memorial, known, read.filled);
    await database.write((tx) => saveCorrection(tx, known.id, read.words));
    return goOn(c, correctionsPath(memorial));
  });

  routes.post('/home/memorials/:id/corrections/:correction/screening', async (c) => {
    const { does } = await readFields(c);
    if (does !== 'pass' && does !== 'decline') throw new NotFound();
    return screen(c, does === 'pass' ? { passedAt: now() } : { declinedAt: now() });
  });

  // To be read again: neither passed nor declined.
  routes.delete('/home/memorials/:id/corrections/:correction/screening', (c) => screen(c, {}));
  return routes;

  function decided(c: Context<PersonEnv>): Promise<Memorial> {
    return keptMemorial(reader, c.var.person, c.req.param('id'), 'decide');
  }

  /** For whoever reads first; a doorkeeper, only while the page is for them. */
  async function screened(c: Context<PersonEnv>): Promise<Memorial> {
    const memorial = await keptMemorial(reader, c.var.person, c.req.param('id'), 'screen');
    if (!canSeeMemorial(await viewerOf(reader, c.var.person), memorial)) throw new NotFound();
    return memorial;
  }

  async function correctionIn(c: Context, memorial: Memorial): Promise<Correction> {
    const one = await findCorrection(reader, {
      id: c.req.param('correction') ?? '',
      memorialId: memorial.id,
    });
    if (!one) throw new NotFound();
    return one;
  }

  async function screen(
    c: Context<PersonEnv>,
    as: Partial<Pick<Correction, 'passedAt' | 'declinedAt'>>,
  ): Promise<Response> {
    const memorial = await screened(c);
    const of = { id: c.req.param('correction') ?? '', memorialId: memorial.id };
    if (!(await database.write((tx) => screenCorrection(tx, of, as)))) throw new NotFound();
    return goOn(c, correctionsPath(memorial));
  }

  async function screening(c: Context, memorial: Memorial): Promise<Response> {
    const [held, declined] = await Promise.all([
      listTold(reader, memorial.id, 'held'),
      listTold(reader, memorial.id, 'declined'),
    ]);
    return page(c, <ScreeningPage say={sayHere} memorial={memorial} held={held} declined={declined} />);
  }

  async function corrections(c: Context, memorial: Memorial, filled: Filled): Promise<Response> {
    const insists = c.req.query('unread') !== undefined;
    const [{ told, others }, all] = await Promise.all([
      readTold(reader, memorial),
      listCorrections(reader, memorial.id),
    ]);
    return page(
      c,
      <CorrectionsPage
        say={sayHere}
        memorial={memorial}
        told={told}
        unread={insists ? others : []}
        hasUnread={!insists && others.length > 0}
        corrections={all}
        filled={filled}
      />,
      filled === untouched ? 200 : 422,
    );
  }

  async function correction(
    c: Context,
    memorial: Memorial,
    known: Correction,
    filled: Filled,
  ): Promise<Response> {
    const shown = { say: sayHere, memorial, correction: known, filled };
    return page(c, <CorrectionPage {...shown} />, filled === untouched ? 200 : 422);
  }
}

function readCorrection(fields: Fields): { words: CorrectionWords } | { filled: Filled } {
  const read = readForm(form, fields);
  const day = readDate({
    year: fields['printed-on-year'] ?? '',
    month: fields['printed-on-month'] ?? '',
    day: fields['printed-on-day'] ?? '',
  });
  const errors = {
    ...read.filled.errors,
    ...('refused' in day && { 'printed-on': { key: `error.date-${day.refused}` } }),
  };
  if (!read.ok || 'refused' in day) return { filled: { values: fields, errors } };
  const { 'should-be': shouldBe, ...rest } = read.form;
  return { words: { ...rest, shouldBe, printedOn: day.date } };
}
