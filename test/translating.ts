import type { Place } from '#test/settled.ts';
import type { Answer, Visitor, World } from '#test/world.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { letInTranslatingPath, translatorPath } from '#translations/paths.ts';
import { beginTranslation, inviteTranslator } from '#translations/translate.ts';

/** Somebody who translates a tribute by a link, and has opened it in their browser. */
export async function asksDefne(site: World, tribute: Tribute, parent: Visitor, language = 'tr') {
  const original = (await findVersion(site.database.reader, tribute.id, tribute.version))!;
  const asked = { tributeId: tribute.id, language, translator: 'Defne', invitedBy: parent.id, original };
  const made = await site.database.write((tx) => inviteTranslator(tx, asked, site.clock.now()));
  if ('refused' in made) throw new Error(made.refused);
  const defne = site.stranger();
  await site.request(translatorPath(made.secret), { as: defne, method: 'POST' });
  return { ...made, defne };
}

/** Somebody of the family who translates a tribute themselves. */
export async function translatesOneself(site: World, tribute: Tribute, person: Visitor, language = 'fr') {
  const original = (await findVersion(site.database.reader, tribute.id, tribute.version))!;
  const asked = { tributeId: tribute.id, language, translator: person.name, personId: person.id, original };
  const begun = await site.database.write((tx) => beginTranslation(tx, asked, site.clock.now()));
  if ('refused' in begun) throw new Error(begun.refused);
  return begun.translation;
}

/** A letter that was published, with a translation that is offered to its parents and one that its mother writes. */
export async function settleTranslations({ site, memorial, mother }: Place) {
  const tribute = await site.letter(memorial, mother, { title: 'A year of you', text: 'One.\n\nTwo.' });
  const { translation, defne } = await asksDefne(site, tribute, mother);
  await offersTo(site, translation, defne, {
    'around-title': 'Bir yıl',
    'text-0': 'Bir.',
    'text-1': 'İki.',
  });
  const own = await translatesOneself(site, tribute, mother);
  return { tribute: tribute.id, offered: translation.id, own: own.id };
}

/** A translator who was let in types this and offers it. */
export function offersTo(
  site: World,
  translation: { id: string },
  translator: Visitor,
  typed: Record<string, string>,
): Promise<Answer> {
  const form = { translator: 'Defne', revision: '0', of: '1', offer: 'yes', ...typed };
  return site.request(`${letInTranslatingPath(translation)}/draft`, { as: translator, form });
}
