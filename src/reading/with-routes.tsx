import { sayHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { canSeeMemorial } from '#audiences/can-see.ts';
import type { ReaderEnv } from '#audiences/let-in.tsx';
import { keeps, type Viewer } from '#audiences/viewer.ts';
import { page } from '#http/answers.ts';
import { asShown } from '#memorials/memorial.ts';
import { listMemorials, listMemorialsById } from '#memorials/memorials.ts';
import { WithPage } from '#reading/pages/with-page.tsx';
import { readerRoutes } from '#reading/reader-routes.tsx';
import { withSpace } from '#reading/space.tsx';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** What those read who were let in: which children's pages are open to them, and these pages. */
export function withRoutes(site: Site): Hono<ReaderEnv> {
  const { reader } = site.database;
  const routes = new Hono<ReaderEnv>();
  routes.get('/with', async (c) => {
    const { viewer } = c.var;
    const memorials = await listOpenTo(reader, viewer);
    return page(c, <WithPage say={sayHere} memorials={memorials} viewer={viewer} />);
  });
  routes.route('/', readerRoutes(site, withSpace(reader)));
  return routes;
}

/** The memorials that somebody was let in to, as each of them may see them. */
async function listOpenTo(db: Reader, viewer: Exclude<Viewer, { kind: 'nobody' }>) {
  const families = viewer.kind === 'person' ? [...viewer.roles.keys()] : [];
  const theirs = await listMemorials(db, families);
  const keyed = await listMemorialsById(
    db,
    [...viewer.opens].filter((id) => !theirs.some((one) => one.id === id)),
  );
  return [...theirs, ...keyed]
    .filter((memorial) => canSeeMemorial(viewer, memorial))
    .map((memorial) => (keeps(viewer, memorial.familyId) ? memorial : asShown(memorial)));
}
