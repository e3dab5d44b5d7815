import { languageHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { goOn } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { filledLine, line, optionalEmail, readForm, refusedAt } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { isLanguage } from '#i18n/languages.ts';
import { languageCalled } from '#i18n/named-languages.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader } from '#schema/database.ts';
import { makeOnce } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { translatingPath, translationPath, translationsPath } from '#translations/paths.ts';
import { beginTranslation, inviteTranslator, renewLink } from '#translations/translate.ts';
import { translatable, translationToDecide } from '#translations/translating.ts';
import { setLink } from '#translations/translations.ts';
import { translationsShown } from '#translations/translations-shown.tsx';

const askForm = z.object({ name: filledLine(100), email: optionalEmail, language: line(100) });
const ownForm = z.object({ 'own-language': line(100) });

/** The translations of a tribute for its family: asking for one, beginning one, and the links of translators. */
export function translationRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const { list, handOver, mayMail } = translationsShown(site);
  const routes = new Hono<PersonEnv>();

  routes.get('/home/tributes/:id/translations', (c) => list(c, c.req.param('id')));

  routes.post('/home/tributes/:id/translations', async (c) => {
    const { person } = c.var;
    const id = c.req.param('id');
    if (!(await translatable(reader, person, id)).decides) throw new NotFound();
    const fields = await readFields(c);
    const read = readForm(askForm, fields);
    if (!read.ok) return list(c, id, { filled: read.filled, refused: 'ask' });
    const refuse = (field: string, key: string) =>
      list(c, id, { filled: refusedAt(field, key, fields), refused: 'ask' });
    const { name: translator, email } = read.form;
    const language = languageCalled(read.form.language, languageHere());
    if (!language) return refuse('language', 'error.language-unknown');
    const mailed = email !== undefined;
    if (mailed && !mayMail(c)) return refuse('email', 'error.many-mails');
    const form = { key: fields['form'], personId: person.id, now: now(), path: translationsPath({ id }) };
    const made = await database.write((tx) =>
      makeOnce(tx, form, async () => {
        const { original, decides } = await translatable(tx, person, id);
        if (!decides) throw new NotFound();
        if (original.language === language) return { refused: 'language-original' };
        const readsIn = isLanguage(primary(language)) ? primary(language) : languageHere();
        const by = { tributeId: id, invitedBy: person.id, original };
        return inviteTranslator(tx, { ...by, language, translator, email, readsIn }, now());
      }),
    );
    // Sent twice, it was made once; the link stands on the first answer only, and nowhere else.
    if (!made) return goOn(c, form.path);
    if ('refused' in made) return refuse('language', `error.${made.refused}`);
    return list(c, id, { made: handOver(made, person.name, mailed) });
  });

  routes.post('/home/tributes/:id/translations/own', async (c) => {
    const { person } = c.var;
    const id = c.req.param('id');
    await translatable(reader, person, id);
    const fields = await readFields(c);
    const read = readForm(ownForm, fields);
    const language = read.ok ? languageCalled(read.form['own-language'], languageHere()) : undefined;
    if (!read.ok) return list(c, id, { filled: read.filled, refused: 'own' });
    const refuse = (key: string) =>
      list(c, id, { filled: refusedAt('own-language', key, fields), refused: 'own' });
    if (!language) return refuse('error.language-unknown');
    const form = { key: fields['form'], personId: person.id, now: now(), path: translationsPath({ id }) };
    const begun = await database.write((tx) =>
      makeOnce(tx, form, async () => {
        const { original } = await translatable(tx, person, id);
        if (original.language === language) return { refused: 'language-original' };
        const by = { tributeId: id, language, translator: person.name, personId: person.id, original };
        return beginTranslation(tx, by, now());
      }),
    );
    if (begun && 'refused' in begun) return refuse(`error.${begun.refused}`);
    return goOn(c, begun ? translatingPath(begun.translation) : form.path);
  });

  routes.post('/home/translations/:id/link', async (c) => {
    const { person } = c.var;
    const { form: key } = await readFields(c);
    const { translation } = await linked(reader, person, c.req.param('id'));
    const form = { key, personId: person.id, now: now(), path: translationPath(translation) };
    const secret = await database.write((tx) =>
      makeOnce(tx, form, async () => {
        const found = await linked(tx, person, translation.id);
        return renewLink(tx, found.translation, person, now());
      }),
    );
    if (secret === undefined) return goOn(c, form.path);
    const mailed = translation.email !== undefined && mayMail(c);
    return list(c, translation.tributeId, { made: handOver({ translation, secret }, person.name, mailed) });
  });

  routes.delete('/home/translations/:id/link', async (c) => {
    const { translation } = await linked(reader, c.var.person, c.req.param('id'));
    await database.write((tx) => setLink(tx, translation.id, undefined));
    return goOn(c, translationPath(translation));
  });
  return routes;

  /** A translation whose translator comes by a link. */
  async function linked(db: Reader, person: { id: string }, id: string) {
    const found = await translationToDecide(db, person, id);
    if (found.translation.personId !== undefined) throw new NotFound();
    return found;
  }
}

const primary = (tag: string): string => tag.split('-')[0] ?? '';
