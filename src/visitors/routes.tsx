import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, optionalEmail, readForm, untouched, words } from '#http/forms.ts';
import { limiter } from '#http/limit.ts';
import { isLanguage, type Language, nearestLanguage } from '#i18n/languages.ts';
import { isSeen } from '#lib/seen.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialPath } from '#memorials/paths.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { correctionRoutes } from '#visitors/correction-routes.tsx';
import { openMemorialAt } from '#visitors/open-memorial.ts';
import { ReportPage } from '#visitors/pages/report-page.tsx';
import { reportedPath } from '#visitors/paths.ts';
import { addReport } from '#visitors/reports.ts';

const form = z.object({
  text: words(5000).refine(isSeen, 'error.missing'),
  email: optionalEmail,
});

/** What visitors do, without an account. Nothing here is kept by a cache. */
export function visitorRoutes(site: Site): Hono {
  const { database, now } = site;
  const limitReports = limiter(10, 60, site.proxies);
  const routes = new Hono();

  routes.get('/to/:memorial/report', async (c) => report(c, await openAt(c), untouched, false));
  routes.get('/to/:memorial/report/thanks', async (c) => report(c, await openAt(c), untouched, true));

  routes.post('/to/:memorial/report', async (c) => {
    const memorial = await openAt(c);
    // Read first: what was typed stays in the page that says to wait.
    const fields = await readFields(c);
    limitReports(c);
    const read = readForm(form, fields);
    if (!read.ok) return report(c, memorial, read.filled, false);
    const about = aboutIn(memorial, fields['about']);
    const told = { memorialId: memorial.id, about, ...read.form };
    const path = await database.write((tx) =>
      // Nobody is signed in here: the form's own name alone says that it is the same.
      once(tx, { key: fields['form'], personId: '', now: now() }, async () => {
        await addReport(tx, told, now());
        return reportedPath(memorial, about);
      }),
    );
    return goOn(c, path);
  });
  routes.route('/', correctionRoutes(site));
  return routes;

  function openAt(c: Context): Promise<Memorial> {
    return openMemorialAt(database.reader, c.req.param('memorial'));
  }

  function report(c: Context, memorial: Memorial, filled: Filled, kept: boolean): Promise<Response> {
    const about = aboutIn(memorial, filled.values['about'] ?? c.req.query('about'));
    const status = filled === untouched ? 200 : 422;
    const language = languageOf(about, memorial);
    return page(
      c,
      <ReportPage
        language={language}
        about={about}
        memorial={memorial}
        filled={filled}
        kept={kept}
        contact={site.contact}
      />,
      status,
    );
  }
}

/** A report is written in the language of the page it is about. */
function languageOf(about: string, memorial: Memorial): Language {
  const first = about.split('/')[1] ?? '';
  return isLanguage(first) ? first : nearestLanguage(memorial.language);
}

const longestPath = 2000;

/** The page a report is about: only one of this memorial. */
function aboutIn(memorial: Memorial, asked: string | undefined): string {
  const address = encodeURIComponent(memorial.address ?? '');
  const inside = new RegExp(`^(?:/[a-z]{2})?/${address}(?:/[^\\s/\\p{C}]+)?$`, 'u');
  const isInside =
    asked !== undefined && asked.length <= longestPath && inside.test(asked) && !asked.endsWith('/..');
  return isInside ? asked : memorialPath(memorial);
}
