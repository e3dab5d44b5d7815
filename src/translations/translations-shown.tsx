import type { Context } from 'hono';
import { MadeLinkNotice } from '#families/invitations/made-link.tsx';
import { page } from '#http/answers.ts';
import { type Filled, untouched } from '#http/forms.ts';
import { allowance } from '#http/limit.ts';
import { languageHere, sayHere } from '#i18n/spoken.ts';
import { memorialHomePath, withPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Site } from '#schema/site.ts';
import { tributeBeneath } from '#tributes/paths.ts';
import { titleOf } from '#tributes/title.ts';
import { listVersions } from '#tributes/versions/versions.ts';
import { TranslationsPage } from '#translations/pages/translations-page.tsx';
import { translatorPath } from '#translations/paths.ts';
import { translatable } from '#translations/translating.ts';
import { countOutdated, type Translation } from '#translations/translation.ts';
import { listTranslations } from '#translations/translations.ts';
import { sendTranslatorInvitation } from '#translations/translator-mail.ts';

/** A link that was just made for a translator. */
type Made = { translation: Translation; secret: string; mailed: boolean };

/** Shows the translations of a tribute, with a link that was just made: it stands there once, and in the mail. */
export function translationsShown(site: Site) {
  const { database, mailer, now } = site;
  const { reader } = database;
  const say = sayHere;
  // As many as a family sends, and few for somebody who is not one.
  const mayMail = allowance(30, 60, site.proxies);
  return { list, handOver, mayMail };

  function handOver(made: Omit<Made, 'mailed'>, from: string, mailed: boolean): Made {
    const { translation, secret } = made;
    const { email } = translation;
    if (mailed && email !== undefined)
      sendTranslatorInvitation(site, { ...translation, email }, { from, secret });
    return { ...made, mailed: mailed && mailer.leaves };
  }

  async function list(
    c: Context<PersonEnv>,
    id: string,
    shown: { filled?: Filled; refused?: 'ask' | 'own'; made?: Made } = {},
  ): Promise<Response> {
    const { person } = c.var;
    const { tribute, memorial, original, viewer, keeps, decides } = await translatable(reader, person, id);
    const { filled = untouched, refused, made } = shown;
    const versions = await listVersions(reader, viewer, memorial, tribute);
    // Of words that somebody may not see, they are not told who translates them.
    const translations = (await listTranslations(reader, tribute.id)).filter(
      (one) => one.personId === person.id || versions.some(({ number }) => number === one.ofVersion),
    );
    const called = calledIn(memorial, languageHere());
    const childPath = keeps ? memorialHomePath(memorial) : withPath(memorial);
    return page(
      c,
      <TranslationsPage
        say={say}
        palette={memorial.palette}
        tribute={tribute}
        title={titleOf(say, tribute.kind, original, called)}
        backPath={tributeBeneath(childPath, tribute)}
        translations={translations.map((one) => ({ ...one, outdated: countOutdated(original, one) }))}
        viewerId={person.id}
        decides={decides}
        now={now()}
        filled={filled}
        refused={refused}
        made={
          made && (
            <MadeLinkNotice
              say={say}
              link={{
                name: made.translation.translator,
                url: `${site.url}${translatorPath(made.secret)}`,
                sent: made.mailed,
                says: 'translations.link-made',
              }}
            />
          )
        }
      />,
      filled === untouched ? 200 : 422,
    );
  }
}
