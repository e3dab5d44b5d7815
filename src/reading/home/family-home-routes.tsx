import { sayHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { isOneAlone } from '#families/families.ts';
import { page } from '#http/answers.ts';
import { listMemorials } from '#memorials/memorials.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { hasWayBack } from '#people/way-back.ts';
import { readAsked } from '#reading/home/asked.ts';
import { readBelonging } from '#reading/home/belonging.ts';
import { HomePage } from '#reading/home/home-page.tsx';
import { welcomes } from '#reading/home/welcome.ts';
import type { Site } from '#schema/site.ts';
import { listUpcoming } from '#tributes/schedules/schedules.ts';
import { listDrafts } from '#tributes/writing/drafts.ts';
import { listKept } from '#tributes/kept/kept.ts';
import { listStillSigned } from '#tributes/signing/signed-still.ts';
import { listWaiting } from '#tributes/waiting.ts';
import { listWaitingCorrections } from '#press/waiting-corrections.ts';
import { listWaitingTranslations } from '#translations/waiting-translations.ts';

/** The family's home: where everybody who signs in arrives. */
export function familyHomeRoutes(
  site: Site,
  isHost: (personId: string) => Promise<boolean>,
): Hono<PersonEnv> {
  const { reader } = site.database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();
  routes.get('/home', async (c) => {
    const { person } = c.var;
    const viewer = await viewerOf(reader, person);
    const kept = [...viewer.roles.keys()].filter((id) => may(viewer, 'keep', id));
    const memorials = await listMemorials(reader, kept);
    const joined = c.req.query('joined');
    // What they wrote where they keep nothing any more stands on a page of its own.
    const drafts = (await listDrafts(reader, viewer.id)).filter(({ tribute }) =>
      memorials.some(({ id }) => id === tribute.memorialId),
    );
    const [words, signs] = await Promise.all([listKept(reader, person), listStillSigned(reader, person)]);
    return page(
      c,
      <HomePage
        say={say}
        memorials={memorials}
        drafts={drafts}
        upcoming={await listUpcoming(reader, viewer, memorials)}
        waiting={[
          ...(await listWaiting(reader, viewer)),
          ...(await listWaitingTranslations(reader, viewer)),
          ...(await listWaitingCorrections(reader, viewer, memorials)),
        ]}
        asked={await readAsked(reader, say, viewer, memorials)}
        belonging={await readBelonging(reader, viewer)}
        hasKept={words.length > 0 || signs.length > 0}
        welcomes={await welcomes(site, say, viewer, {
          joined,
          memorials,
          left: c.req.query('left') !== undefined,
        })}
        hasWayBack={await hasWayBack(reader, person)}
        keeps={kept.length > 0}
        aloneIn={await aloneIn(kept)}
        isHost={await isHost(viewer.id)}
      />,
    );
  });
  return routes;

  /** The families in which nobody else is yet. */
  async function aloneIn(familyIds: readonly string[]): Promise<readonly string[]> {
    const alone = await Promise.all(familyIds.map((id) => isOneAlone(reader, id)));
    return familyIds.filter((_, at) => alone[at]);
  }
}
