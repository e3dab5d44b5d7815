import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { z } from 'zod';
import { canClaim, claimPath, claimSite, forgetClaimFile, isClaimed } from '#hosting/claim.ts';
import { ClaimPage } from '#hosting/pages/claim-page.tsx';
import { AboutPage, FrontPage } from '#hosting/pages/front-page.tsx';
import { hostInvitationsPath } from '#hosting/paths.ts';
import { afterAnswer } from '#http/after-answer.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, line, optionalEmail, readForm, untouched } from '#http/forms.ts';
import { publicSpace } from '#http/headers.ts';
import { NotFound } from '#http/refusals.ts';
import { interfaceLanguages } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { languageHere, sayHere } from '#i18n/spoken.ts';
import { asShown } from '#memorials/memorial.ts';
import { listListedMemorials } from '#memorials/memorials.ts';
import { memorialPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { askForFirstAddress } from '#people/confirming/first-address.ts';
import { signIn } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';

const form = z.object({
  name: line(100).refine((name) => name !== '', 'error.missing'),
  own: z.enum(['yes', 'no'], { error: 'error.own' }),
  'signs-as': line(100),
  email: optionalEmail,
});

/** The front page, what the site is, and making a new site one's own. */
export function siteRoutes(site: Site): Hono {
  const { database, now } = site;
  const { reader } = database;
  const routes = new Hono();

  for (const language of [undefined, ...interfaceLanguages]) {
    const spoken = language ?? interfaceLanguages[0];
    const say = sayIn(spoken);
    routes.get(language ? `/${language}` : '/', publicSpace, etag(), async (c) => {
      const memorials = (await listListedMemorials(reader)).map((memorial) => {
        const shown = asShown(memorial);
        return {
          path: memorialPath(shown, language),
          called: calledIn(shown, spoken),
          sentence: shown.sentence,
          language: shown.language,
        };
      });
      return page(
        c,
        <FrontPage say={say} claimed={await isClaimed(reader)} memorials={memorials} language={spoken} />,
      );
    });
    routes.get(language ? `/${language}/about` : '/about', publicSpace, etag(), (c) =>
      page(c, <AboutPage say={say} contact={site.contact} language={spoken} />),
    );
  }

  routes.get('/host/claim/:secret', (c) => claim(c, untouched));
  routes.post('/host/claim/:secret', async (c) => {
    const secret = c.req.param('secret');
    const read = readForm(form, await readFields(c));
    if (!read.ok) return claim(c, read.filled);
    const { name, email, own } = read.form;
    const signsAs = own === 'yes' ? read.form['signs-as'] || name : undefined;
    const by = { name, email: undefined, signsAs, language: languageHere() };
    const person = await database.write((tx) => claimSite(tx, secret, by, now()));
    if (!person) throw new NotFound();
    await forgetClaimFile(site);
    await signIn(c, site, person.id);
    const to = own === 'yes' ? '/home' : hostInvitationsPath;
    if (email === undefined) return goOn(c, to);
    const { path, send } = await askForFirstAddress(site, sayHere, person, { email, to });
    afterAnswer(c, 'mail', send);
    return goOn(c, path);
  });
  return routes;

  async function claim(c: Context, filled: Filled): Promise<Response> {
    const secret = c.req.param('secret') ?? '';
    if (!(await canClaim(reader, secret))) throw new NotFound();
    return page(
      c,
      <ClaimPage say={sayHere} path={claimPath(secret)} filled={filled} />,
      filled === untouched ? 200 : 422,
    );
  }
}
