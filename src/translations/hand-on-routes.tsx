import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { filledLine, optionalEmail, readForm, refusedAt } from '#http/forms.ts';
import { nearestLanguage } from '#i18n/languages.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader } from '#schema/database.ts';
import { makeOnce } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { handOn, type Next } from '#translations/hand-on.ts';
import { translatingPath, translationPath } from '#translations/paths.ts';
import { translationToDecide } from '#translations/translating.ts';
import { translationShown } from '#translations/translation-shown.tsx';
import { listVersionsOf } from '#translations/translations.ts';
import { translationsShown } from '#translations/translations-shown.tsx';

const form = z.object({
  name: filledLine(100),
  email: optionalEmail,
  from: z.enum(['there', 'nothing'], { error: 'error.choice' }).default('there'),
});

/** A parent hands a translation on: to somebody who is asked by a link, or to themselves. */
export function handOnRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const show = translationShown(site);
  const { list, handOver, mayMail } = translationsShown(site);
  const routes = new Hono<PersonEnv>();

  routes.post('/home/translations/:id/translator', async (c) => {
    const { person } = c.var;
    const { translation } = await toDecide(c, reader);
    const fields = await readFields(c);
    const read = readForm(form, fields);
    if (!read.ok) return show(c, read.filled);
    const { name: translator, email, from } = read.form;
    const mailed = email !== undefined;
    if (mailed && !mayMail(c)) return show(c, refusedAt('email', 'error.many-mails', fields));
    const readsIn = nearestLanguage(translation.language);
    const next = { translator, email, readsIn, invitedBy: person.id, personId: undefined };
    const made = await once(c, fields['form'], { ...next, afresh: from === 'nothing' });
    if (!made) return goOn(c, translationPath(translation));
    const handed = { translation: { ...translation, ...next }, secret: made.secret ?? '' };
    return list(c, translation.tributeId, { made: handOver(handed, person.name, mailed) });
  });

  // Somebody who reads this already needs no link and no name.
  routes.post('/home/translations/:id/translator/own', async (c) => {
    const { person } = c.var;
    const { translation } = await toDecide(c, reader);
    const fields = await readFields(c);
    await once(c, fields['form'], {
      translator: person.name,
      invitedBy: person.id,
      personId: person.id,
      email: undefined,
      readsIn: '',
      afresh: fields['from'] === 'nothing',
    });
    return goOn(c, translatingPath(translation));
  });
  return routes;

  function toDecide(c: Context<PersonEnv>, db: Reader) {
    return translationToDecide(db, c.var.person, c.req.param('id'));
  }

  /** Hands it on once, however often the form is sent; nothing where that was done before. */
  function once(c: Context<PersonEnv>, key: string | undefined, next: Next) {
    const kept = { key, personId: c.var.person.id, now: now(), path: '' };
    return database.write((tx) =>
      makeOnce(tx, kept, async () => {
        const { translation, original } = await toDecide(c, tx);
        const versions = await listVersionsOf(tx, translation);
        return { secret: await handOn(tx, translation, { original, versions }, next, now()) };
      }),
    );
  }
}
