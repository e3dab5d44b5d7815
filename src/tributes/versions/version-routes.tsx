import { languageHere, sayHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { seenIn } from '#audiences/can-see.ts';
import { canSeeVersion } from '#audiences/can-see-version.ts';
import { nobody } from '#audiences/viewer.ts';
import { listMembers } from '#families/families.ts';
import { page } from '#http/answers.ts';
import { countIn } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';
import { ComparePage } from '#tributes/versions/compare-page.tsx';
import { VersionsPage } from '#tributes/versions/versions-page.tsx';
import { readableTribute } from '#tributes/readable-tribute.ts';
import { titleOf } from '#tributes/title.ts';
import { findVersion, findVersionFor } from '#tributes/versions/versions.ts';

/** The versions of a tribute for its family: all that a person may see of them, and two compared. */
export function tributeVersionRoutes(site: Site): Hono<PersonEnv> {
  const { reader } = site.database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/tributes/:id/versions', async (c) => {
    const found = await readableTribute(reader, c.var.person, c.req.param('id'));
    const { tribute, memorial, versions } = found;
    const members = await listMembers(reader, memorial.familyId);
    const latest = await findVersion(reader, tribute.id, versions.at(-1)?.number ?? 0);
    if (!latest) throw new NotFound();
    const seen = seenIn(memorial, tribute);
    const open = versions.filter((version) => tribute.publishedAt && canSeeVersion(nobody, seen, version));
    return page(
      c,
      <VersionsPage
        say={say}
        called={calledIn(memorial, languageHere())}
        memorial={memorial}
        tribute={tribute}
        title={titleOf(say, tribute.kind, latest, calledIn(memorial, languageHere()))}
        versions={versions.map((version) => ({
          ...version,
          by: members.find(({ personId }) => personId === version.publishedBy)?.signsAs,
        }))}
        citable={new Set(open.map(({ number }) => number))}
      />,
    );
  });

  routes.get('/home/tributes/:id/comparison', async (c) => {
    const found = await readableTribute(reader, c.var.person, c.req.param('id'));
    const { tribute, memorial, viewer, versions } = found;
    const asked = [countIn(c.req.query('earlier')), countIn(c.req.query('later'))];
    // In the order they were published, whichever way they were asked for; without a question, the last two.
    const [first = -1, second = -1] = asked.every((number) => number === -1)
      ? versions.slice(-2).map(({ number }) => number)
      : asked.toSorted((a, b) => a - b);
    const [earlier, later] = await Promise.all(
      [first, second].map((number) => findVersionFor(reader, viewer, memorial, tribute, number)),
    );
    if (!earlier || !later) throw new NotFound();
    return page(
      c,
      <ComparePage
        say={say}
        memorial={memorial}
        tribute={tribute}
        earlier={earlier}
        later={later}
        versions={versions}
      />,
    );
  });
  return routes;
}
