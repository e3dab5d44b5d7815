import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { type ReaderEnv, requireReader } from '#audiences/let-in.tsx';
import { joinRoutes } from '#families/invitations/join-routes.tsx';
import { familyRoutes } from '#families/routes.tsx';
import { takeOverRoutes } from '#hosting/hand-over-routes.tsx';
import { hostRoutes } from '#hosting/host-routes.tsx';
import { isHost } from '#hosting/host.ts';
import { siteRoutes } from '#hosting/routes.tsx';
import { assetRoutes } from '#http/assets.ts';
import { answerError } from '#http/errors.tsx';
import { actsSpace, privateSpace, securityHeaders } from '#http/headers.ts';
import { plainPath } from '#http/plain-path.ts';
import { NotFound } from '#http/refusals.ts';
import { speakWithVisitor } from '#http/spoken.ts';
import { sameOrigin, type WithoutCookie } from '#http/same-origin.ts';
import { memorialRoutes } from '#memorials/routes.tsx';
import { signInRoutes } from '#people/routes.tsx';
import { type PersonEnv, requirePerson } from '#people/signed-in.tsx';
import { youRoutes } from '#people/you-routes.tsx';
import { familyPictureRoutes, pictureRoutes, withPictureRoutes } from '#photographs/routes.tsx';
import { asRead } from '#reading/as-read.tsx';
import { homeRoutes } from '#reading/home/home-routes.tsx';
import { keyRoutes } from '#reading/key-routes.tsx';
import { leavingRoutes } from '#reading/home/leaving-routes.tsx';
import { readingRoutes } from '#reading/routes.tsx';
import { homeVersionRoutes } from '#reading/version-routes.tsx';
import { withRoutes } from '#reading/with-routes.tsx';
import type { Site } from '#schema/site.ts';
import { approvalRoutes } from '#tributes/approval/approval-routes.tsx';
import { binRoutes } from '#tributes/bin/bin-routes.tsx';
import { coverRoutes } from '#tributes/covers/cover-routes.tsx';
import { keptRoutes } from '#tributes/kept/kept-routes.tsx';
import { orderRoutes } from '#tributes/order/order-routes.tsx';
import { publicationRoutes } from '#tributes/publishing/publication-routes.tsx';
import { scheduleRoutes } from '#tributes/schedules/schedule-routes.tsx';
import { tributeVersionRoutes } from '#tributes/versions/version-routes.tsx';
import { signingRoutes } from '#tributes/signing/signing-routes.tsx';
import { writingRoutes } from '#tributes/writing/writing-routes.tsx';
import { decisionRoutes } from '#translations/decision-routes.tsx';
import { handOnRoutes } from '#translations/hand-on-routes.tsx';
import { ownTranslatingRoutes } from '#translations/own-translating-routes.tsx';
import { translationRoutes } from '#translations/translation-routes.tsx';
import { translatorRoutes } from '#translations/translator-routes.tsx';
import { visitorRoutes } from '#visitors/routes.tsx';
import { fullPictureRoutes } from '#press/full-picture-routes.tsx';
import { pressRoutes } from '#press/press-routes.tsx';
import { readyRoutes } from '#words/ready-routes.tsx';

/** Every unsafe request that needs no cookie, from wherever it comes, each with its own proof or rate limit. */
export const withoutCookie: readonly WithoutCookie[] = [
  {
    method: 'POST',
    path: new URLPattern({ pathname: '{/:language}?/:memorial/words/check' }),
    bounds: '60 in 10 minutes from one network (reading/words/check-routes.tsx); 20 wait (words/checking.ts)',
  },
];

/** The whole URL space, in its three disjoint parts. */
export function allRoutes(site: Site): Hono {
  const app = new Hono();
  app.use(securityHeaders(site.url), compress());
  // Before anything is refused: what is refused there is not for a cache either.
  for (const space of ['/home/*', '/with/*', '/host/*', '/sign-in/*', '/sign-out', '/key/*'])
    app.use(space, privateSpace, speakWithVisitor(site));
  app.use('/to/*', actsSpace);
  app.use(sameOrigin(site.url, withoutCookie), plainPath);

  // Nobody needs to be signed in, and nothing is kept by a cache.
  app.route('/', signInRoutes(site));
  app.route('/', joinRoutes(site));
  app.route('/', translatorRoutes(site));
  app.route('/', takeOverRoutes(site));
  app.route('/', visitorRoutes(site));
  app.route('/', keyRoutes(site));

  // Private: signed in, and never kept by a cache.
  const home = new Hono<PersonEnv>();
  for (const space of ['/home/*', '/host/reports/*', '/host/invitations/*', '/host/handing-over/*'])
    home.use(space, requirePerson(site));
  home.route('/', youRoutes(site));
  home.route('/', familyRoutes(site));
  home.route('/', leavingRoutes(site));
  home.route('/', memorialRoutes(site));
  home.route('/', writingRoutes(site));
  home.route('/', publicationRoutes(site));
  home.route('/', signingRoutes(site, asRead(site)));
  home.route('/', approvalRoutes(site, asRead(site)));
  home.route('/', coverRoutes(site));
  home.route('/', scheduleRoutes(site));
  home.route('/', tributeVersionRoutes(site));
  home.route('/', binRoutes(site));
  home.route('/', keptRoutes(site));
  home.route('/', orderRoutes(site));
  home.route('/', pressRoutes(site));
  home.route('/', readyRoutes(site));
  home.route('/', translationRoutes(site));
  home.route('/', ownTranslatingRoutes(site));
  home.route('/', decisionRoutes(site));
  home.route('/', handOnRoutes(site));
  home.route('/', homeVersionRoutes(site));
  home.route('/', familyPictureRoutes(site));
  home.route('/', hostRoutes(site));
  home.route(
    '/',
    homeRoutes(site, (personId) => isHost(site, personId)),
  );

  // Private: for those who were let in, signed in or by a key.
  const letIn = new Hono<ReaderEnv>();
  letIn.use('/with/*', requireReader(site));
  letIn.route('/', withPictureRoutes(site));
  letIn.route('/', withRoutes(site));

  // Public: cookie-blind. The child's page comes last, because its address can be any word.
  app.route('/', siteRoutes(site));
  app.route('/', home);
  app.route('/', letIn);
  app.route('/', assetRoutes());
  app.route('/', fullPictureRoutes(site));
  app.route('/', pictureRoutes(site));
  app.route('/', readingRoutes(site));

  app.notFound(() => {
    throw new NotFound();
  });
  app.onError(answerError);
  return app;
}
