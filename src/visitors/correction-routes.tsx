import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import {
  type Filled,
  filledLine,
  line,
  optionalWebAddress,
  readForm,
  untouched,
  words,
} from '#http/forms.ts';
import { limiter } from '#http/limit.ts';
import { NotFound } from '#http/refusals.ts';
import { isLanguage, type Language, nearestLanguage } from '#i18n/languages.ts';
import { isSeen } from '#lib/seen.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { openMemorialAt } from '#visitors/open-memorial.ts';
import { TellCorrectionPage } from '#visitors/pages/tell-correction-page.tsx';
import { brought, correctionToldPath } from '#visitors/paths.ts';
import { longestPrinted } from '#press/correction.ts';
import { tellCorrection } from '#press/corrections.ts';

const form = z.object({
  publication: filledLine(200),
  url: optionalWebAddress,
  printed: words(longestPrinted).refine(isSeen, 'error.missing'),
  contact: line(300),
});

/**
 * Telling the family, from its page for the press, of words that were printed wrongly. Nothing is fetched. Words
 * that another page brings along stand in the form, and are kept only once it is sent.
 */
export function correctionRoutes(site: Site): Hono {
  const { database, now } = site;
  const limitCorrections = limiter(10, 60, site.proxies);
  const routes = new Hono();

  routes.get('/to/:memorial/correction', async (c) => tell(c, await pressAt(c), untouched, false));
  routes.get('/to/:memorial/correction/thanks', async (c) => tell(c, await pressAt(c), untouched, true));

  routes.post('/to/:memorial/correction', async (c) => {
    const memorial = await pressAt(c);
    const fields = await readFields(c);
    if (brought in fields) return tell(c, memorial, { values: printedAt(fields), errors: {} }, false);
    // Only then: what was typed stays in the page that says to wait.
    limitCorrections(c);
    const read = readForm(form, fields);
    if (!read.ok) return tell(c, memorial, read.filled, false);
    const path = await database.write((tx) =>
      // Nobody is signed in here: the form's own name alone says that it is the same.
      once(tx, { key: fields['form'], personId: '', now: now() }, async () => {
        await tellCorrection(tx, memorial.id, read.form, now());
        return correctionToldPath(memorial, languageIn(fields['in'], memorial));
      }),
    );
    return goOn(c, path);
  });
  return routes;

  /** The memorial, as long as its page for the press is there for everybody. */
  async function pressAt(c: Context): Promise<Memorial> {
    const memorial = await openMemorialAt(database.reader, c.req.param('memorial'));
    if (!memorial.forPress) throw new NotFound();
    return memorial;
  }

  function tell(c: Context, memorial: Memorial, filled: Filled, told: boolean): Promise<Response> {
    const language = languageIn(filled.values['in'] ?? c.req.query('in'), memorial);
    const shown = { language, memorial, filled, told };
    return page(c, <TellCorrectionPage {...shown} />, Object.keys(filled.errors).length === 0 ? 200 : 422);
  }
}

/** A page of the web, as far as whoever typed it means one; anything else names who printed it. */
function printedAt({ from = '', ...values }: Fields): Filled['values'] {
  const isAddress = /^\S+\.\S+$/.test(from.trim());
  return { ...values, [isAddress ? 'url' : 'publication']: from };
}

function languageIn(asked: string | undefined, memorial: Memorial): Language {
  return asked !== undefined && isLanguage(asked) ? asked : nearestLanguage(memorial.language);
}
