import { type Context, Hono } from 'hono';
import { stepOf } from '#audiences/step-of.ts';
import { ReportsPage, type Told } from '#hosting/pages/reports-page.tsx';
import { reportsPath } from '#hosting/paths.ts';
import { goOn, page } from '#http/answers.ts';
import { NotFound } from '#http/refusals.ts';
import { languageHere, sayHere } from '#i18n/spoken.ts';
import { asShown, type Memorial } from '#memorials/memorial.ts';
import { findMemorial } from '#memorials/memorials.ts';
import { endPause, pauseMemorial } from '#memorials/pause.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { closeReport, findReport, listReports, type Report } from '#visitors/reports.ts';

/** What readers told, for the host, who was found to be that before; and pausing a page that it is about. */
export function reportRoutes({ database, now }: Site): Hono<PersonEnv> {
  const { reader } = database;
  const routes = new Hono<PersonEnv>();

  routes.get(reportsPath, async (c) => {
    const told = await Promise.all((await listReports(reader)).map(tell));
    return page(c, <ReportsPage say={sayHere} told={told} />);
  });

  routes.post('/host/reports/:id/closure', (c) => close(c, now()));
  routes.delete('/host/reports/:id/closure', (c) => close(c, undefined));

  routes.post('/host/reports/:id/pause', async (c) => {
    await database.write(async (tx) => {
      const memorial = await memorialOf(tx, c.req.param('id'));
      // What is not for everyone is none of the host's.
      if (!isOpen(memorial) && memorial.pausedSince === undefined) throw new NotFound();
      await pauseMemorial(tx, memorial, c.var.person, now());
    });
    return goOn(c, reportsPath);
  });

  routes.delete('/host/reports/:id/pause', async (c) => {
    await database.write(async (tx) => endPause(tx, await memorialOf(tx, c.req.param('id'))));
    return goOn(c, reportsPath);
  });
  return routes;

  /** What a child is called for everybody, as long as the page is open to everybody. */
  async function tell(report: Report): Promise<Told> {
    const { memorialId } = report;
    const memorial = memorialId === undefined ? undefined : await findMemorial(reader, memorialId);
    if (!memorial) return { report, called: undefined, isPaused: false };
    const called = isOpen(memorial) ? calledIn(asShown(memorial), languageHere()) : undefined;
    return { report, called, isPaused: memorial.pausedSince !== undefined };
  }

  async function close(c: Context<PersonEnv>, at: string | undefined): Promise<Response> {
    const found = await database.write((tx) => closeReport(tx, c.req.param('id') ?? '', at));
    if (!found) throw new NotFound();
    return goOn(c, reportsPath);
  }
}

async function memorialOf(db: Reader, reportId: string): Promise<Memorial> {
  const report = await findReport(db, reportId);
  const memorial = report?.memorialId === undefined ? undefined : await findMemorial(db, report.memorialId);
  if (!memorial) throw new NotFound();
  return memorial;
}

const isOpen = (memorial: Memorial): boolean => stepOf(memorial) === 'everyone';
