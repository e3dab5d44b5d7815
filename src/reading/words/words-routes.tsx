import { Hono } from 'hono';
import { NotFound } from '#http/refusals.ts';
import type { Space } from '#reading/space.tsx';
import type { Site } from '#schema/site.ts';
import { findTributeAt } from '#tributes/tributes.ts';
import { wordsKeyPath } from '#words/paths.ts';
import { listWordsOf } from '#words/public-words.ts';
import { listCurrent } from '#translations/approved.ts';
import { wordsJson } from '#words/words-json.ts';
import { listPublicKeys, signingKey } from '#words/words-key.ts';

const file = /^(?<address>[^.]+)(?:\.(?<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.(?<form>json|txt)$/;

/** The exact words of what everybody may see, as JSON and as plain text, and the keys that they are signed by. */
export function wordsRoutes(site: Site, space: Space): Hono {
  const { database, url } = site;
  const routes = new Hono();

  routes.get(wordsKeyPath, async (c) => {
    c.header('content-type', 'application/jwk-set+json');
    return c.body(JSON.stringify({ keys: await listPublicKeys(database.reader) }));
  });

  routes.get('/:memorial/words/:file{.+\\.(?:json|txt)}', async (c) => {
    const { address = '', language, form } = file.exec(c.req.param('file'))?.groups ?? {};
    const { viewer, memorial } = await space.open(c, c.req.param('memorial'), undefined);
    const tribute = await findTributeAt(database.reader, viewer, memorial, address);
    if (!tribute || (form === 'json' && language !== undefined)) throw new NotFound();
    if (form === 'txt') {
      const { words } = tribute;
      const isOriginal = language === undefined || language === words.language;
      const translated = isOriginal ? [] : await listCurrent(database.reader, viewer, memorial, [tribute.id]);
      const read = isOriginal ? words : translated.find((one) => one.language === language);
      if (!read) throw new NotFound();
      c.header('content-language', read.language);
      return c.text(read.text);
    }
    const words = await listWordsOf(database.reader, viewer, memorial, tribute);
    c.header('content-type', 'application/json');
    return c.body(wordsJson(url, memorial, tribute, words, await signingKey(database.reader)));
  });
  return routes;
}
