import { findMemorial } from '#memorials/memorials.ts';
import type { Visitor, World } from '#test/world.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { findTribute } from '#tributes/tributes.ts';
import { approveTranslation } from '#translations/approve-translation.ts';
import { inviteTranslator, keepTranslation, offerTranslation } from '#translations/translate.ts';
import { aroundBeside, aroundField, originalsOf, paragraphField } from '#translations/translation.ts';
import { findTranslation, listTranslations } from '#translations/translations.ts';

type Translated = {
  language?: string;
  translator?: string;
  title?: string;
  text?: string;
  /** What else stands around the text, by its part; what is not told says what the title does. */
  around?: Readonly<Record<string, string>>;
};

/**
 * A translation of a published tribute as readers have it: somebody was asked, wrote it beside the version of
 * today, and a parent approved it. Once more for the same language is a new version of it.
 */
export async function translated(
  { database, clock }: Pick<World, 'database' | 'clock'>,
  tribute: { id: string },
  parent: Pick<Visitor, 'id'>,
  {
    language = 'ar',
    translator = 'Defne',
    title = 'إليك',
    text = 'عزيزتي رين',
    around = {},
  }: Translated = {},
): Promise<void> {
  const now = clock.now();
  await database.write(async (tx) => {
    const { version, memorialId } = (await findTribute(tx, tribute.id))!;
    const original = (await findVersion(tx, tribute.id, version))!;
    const asked = { tributeId: tribute.id, language, translator, invitedBy: parent.id, original };
    await inviteTranslator(tx, asked, now);
    const begun = (await listTranslations(tx, tribute.id)).find((one) => one.language === language)!;
    const fields = [
      ...aroundBeside(original, []).map(({ part }) => [aroundField(part), around[part] ?? title] as const),
      ...originalsOf(original.text).map(
        (_, at) => [paragraphField(at), paragraphsOf(text)[at] ?? title] as const,
      ),
    ];
    const typed = {
      texts: Object.fromEntries(fields),
      fits: new Set<string>(),
      editor: '',
      ofVersion: version,
    };
    const kept = await keepTranslation(tx, begun, original, { ...typed, revision: begun.revision });
    if ('refused' in kept) throw new Error(kept.refused);
    const { familyId } = (await findMemorial(tx, memorialId))!;
    const offered = await offerTranslation(tx, kept, original, { familyId }, now);
    if (offered !== 'offered') throw new Error(offered.refused);
    const asOffered = (await findTranslation(tx, begun.id))!;
    await approveTranslation(tx, asOffered, { id: parent.id, revision: asOffered.revision }, now);
  });
}
