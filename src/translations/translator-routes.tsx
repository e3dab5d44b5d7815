import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { goOn, page, wantsJson } from '#http/answers.ts';
import { secretCookie } from '#http/cookies.ts';
import type { Fields } from '#http/fields.ts';
import { isSeen } from '#lib/seen.ts';
import { hashSecret } from '#lib/secret.ts';
import { findNames } from '#people/people.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { LetInPage, TranslatorOverPage } from '#translations/pages/translator-pages.tsx';
import { letInTranslatingPath, translatorPath } from '#translations/paths.ts';
import { letInTranslating, type Translating } from '#translations/translating.ts';
import { type SheetPlace, translatingSheet } from '#translations/translating-sheet.tsx';
import { findByLink } from '#translations/translations.ts';

const daysKept = 30;
/** The secret of one translation; whether it still opens anything is asked of the database each time. */
const cookieOf = ({ id }: { id: string }) =>
  secretCookie(`snowdrop-translation-${id}`, daysKept * 24 * 60 * 60, 'Lax');

const isId = (id: string): boolean => /^[\w-]{1,64}$/.test(id);

/**
 * Translating by a link, without belonging to the family. The link is exchanged for a cookie, so that its
 * secret stands in no address after that; nobody is signed in by it.
 */
export function translatorRoutes(site: Site): Hono {
  const { reader } = site.database;
  const say = sayHere;
  const sheet = translatingSheet(site);
  const routes = new Hono();

  routes.get('/sign-in/translation/:secret', async (c) => {
    const secret = c.req.param('secret');
    const found = await opened(reader, secret);
    if (!found) return over(c);
    const { invitedBy, language } = found.translation;
    const names = await findNames(reader, [invitedBy]);
    return page(
      c,
      <LetInPage
        say={say}
        path={translatorPath(secret)}
        invitedBy={names.get(invitedBy) ?? ''}
        language={language}
      />,
    );
  });

  routes.post('/sign-in/translation/:secret', async (c) => {
    const secret = c.req.param('secret');
    const found = await opened(reader, secret);
    if (!found) return over(c);
    cookieOf(found.translation).put(c, site, secret);
    return goOn(c, letInTranslatingPath(found.translation));
  });

  routes.get('/sign-in/translations/:id', async (c) => {
    const place = placeOf(c);
    const found = await place.again(reader);
    return found ? sheet.show(c, found, place) : over(c);
  });

  routes.get('/sign-in/translations/:id/photographs/:photograph/:file', (c) =>
    sheet.photograph(c, placeOf(c)),
  );

  routes.post('/sign-in/translations/:id/draft', async (c) => {
    const answer = await sheet.keep(c, placeOf(c));
    return answer instanceof Response ? answer : over(c, answer.fields);
  });
  // Words that are kept stay kept; the link opens them again, here or elsewhere.
  routes.delete('/sign-in/translations/:id', (c) => {
    const id = c.req.param('id');
    if (isId(id)) cookieOf({ id }).forget(c, site);
    return goOn(c, letInTranslatingPath({ id }));
  });
  return routes;

  function placeOf(c: Context): SheetPlace {
    const id = c.req.param('id') ?? '';
    const path = letInTranslatingPath({ id });
    // What is no id is no name of a cookie either.
    const secret = isId(id) ? cookieOf({ id }).read(c, site) : undefined;
    return {
      path,
      offeredPath: path,
      backPath: undefined,
      decides: false,
      again: async (db) => {
        const found = secret === undefined ? undefined : await opened(db, secret);
        return found?.translation.id === id ? found : undefined;
      },
    };
  }

  async function opened(db: Reader, secret: string): Promise<Translating | undefined> {
    return letInTranslating(db, await findByLink(db, hashSecret(secret), site.now()));
  }

  function over(c: Context, fields: Fields = {}): Promise<Response> | Response {
    if (wantsJson(c)) return c.json({ error: say('translator.over') }, 404);
    const typed = Object.entries(fields).filter(
      ([name, text]) => /^(?:text|around)-/.test(name) && isSeen(text),
    );
    return page(c, <TranslatorOverPage say={say} typed={typed.map(([, text]) => text)} />, 404);
  }
}
