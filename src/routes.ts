import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { joinRoutes } from '#families/join-routes.tsx';
import { familyRoutes } from '#families/routes.tsx';
import { hostRoutes } from '#hosting/host-routes.tsx';
import { isHost } from '#hosting/host.ts';
import { siteRoutes } from '#hosting/routes.tsx';
import { assetRoutes } from '#http/assets.ts';
import { answerError } from '#http/errors.tsx';
import { privateSpace, securityHeaders } from '#http/headers.ts';
import { plainPath } from '#http/plain-path.ts';
import { NotFound } from '#http/refusals.ts';
import { sameOrigin } from '#http/same-origin.ts';
import { memorialRoutes } from '#memorials/routes.tsx';
import { signInRoutes } from '#people/routes.tsx';
import { type PersonEnv, requirePerson } from '#people/signed-in.tsx';
import { youRoutes } from '#people/you-routes.tsx';
import { familyPictureRoutes, pictureRoutes } from '#photographs/routes.tsx';
import { asRead } from '#reading/as-read.tsx';
import { homeRoutes } from '#reading/home-routes.tsx';
import { readingRoutes } from '#reading/routes.tsx';
import { homeVersionRoutes, versionRoutes } from '#reading/version-routes.tsx';
import type { Site } from '#schema/site.ts';
import { approvalRoutes } from '#tributes/approval-routes.tsx';
import { binRoutes } from '#tributes/bin-routes.tsx';
import { orderRoutes } from '#tributes/order-routes.tsx';
import { publicationRoutes } from '#tributes/publication-routes.tsx';
import { scheduleRoutes } from '#tributes/schedule-routes.tsx';
import { tributeVersionRoutes } from '#tributes/version-routes.tsx';
import { signingRoutes } from '#tributes/signing-routes.tsx';
import { writingRoutes } from '#tributes/writing-routes.tsx';
import { visitorRoutes } from '#visitors/routes.tsx';

/** The whole URL space, in its three disjoint parts. */
export function allRoutes(site: Site): Hono {
  const app = new Hono();
  app.use(securityHeaders(site.url), compress(), sameOrigin(site.url), plainPath);

  // Nobody needs to be signed in, and nothing is kept by a cache.
  app.route('/', signInRoutes(site));
  app.route('/', joinRoutes(site));
  app.route('/', visitorRoutes(site));

  // Private: signed in, and never kept by a cache.
  const home = new Hono<PersonEnv>();
  for (const space of ['/home/*', '/with/*', '/host/reports/*', '/host/invitations/*'])
    home.use(space, privateSpace, requirePerson(site));
  home.route('/', youRoutes(site));
  home.route('/', familyRoutes(site));
  home.route('/', memorialRoutes(site));
  home.route('/', writingRoutes(site));
  home.route('/', publicationRoutes(site));
  home.route('/', signingRoutes(site, asRead(site)));
  home.route('/', approvalRoutes(site, asRead(site)));
  home.route('/', scheduleRoutes(site));
  home.route('/', tributeVersionRoutes(site));
  home.route('/', binRoutes(site));
  home.route('/', orderRoutes(site));
  home.route('/', homeVersionRoutes(site));
  home.route('/', familyPictureRoutes(site));
  home.route('/', hostRoutes(site));
  home.route(
    '/',
    homeRoutes(site, (personId) => isHost(site, personId)),
  );

  // Public: cookie-blind. The child's page comes last, because its address can be any word.
  app.route('/', siteRoutes(site));
  app.route('/', home);
  app.route('/', assetRoutes());
  app.route('/', pictureRoutes(site));
  app.route('/', versionRoutes(site));
  app.route('/', readingRoutes(site));

  app.notFound(() => {
    throw new NotFound();
  });
  app.onError(answerError);
  return app;
}
