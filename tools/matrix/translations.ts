import { translated } from '#test/translated.ts';
import type { Visitor, World } from '#test/world.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { keepTranslation } from '#translations/translate.ts';
import { aroundField, paragraphField } from '#translations/translation.ts';
import { listTranslations } from '#translations/translations.ts';
import type { Step } from './expected.ts';
import { canary, type Piece } from './piece.ts';

const into = ['ar', 'tr'] as const;

/** The approved translations of a piece, in words that stand nowhere else. */
export async function translate(
  site: World,
  parent: Visitor,
  { tribute, name, step }: { tribute: Tribute; name: string; step: Step },
): Promise<{ piece: Piece; languages: readonly string[]; ids: string[] }> {
  const canaries: string[] = [];
  for (const language of into) {
    const word = canary();
    const words = {
      title: `${word} title`,
      text: `${word} text\n\nmore of ${word}`,
      translator: `${word} name`,
    };
    await translated(site, tribute, parent, { language, ...words });
    canaries.push(word);
  }
  const ids = (await listTranslations(site.database.reader, tribute.id)).map(({ id }) => id);
  const piece = { name: `${name}, translated`, step, canaries, whole: false };
  return { piece, languages: into, ids };
}

/** What a translator wrote since, and no parent approved. */
export async function unapproved(site: World, tribute: Tribute): Promise<Piece> {
  const word = canary();
  await site.database.write(async (tx) => {
    const [translation] = await listTranslations(tx, tribute.id);
    const original = await findVersion(tx, tribute.id, 1);
    const texts = { [aroundField('title')]: `${word} title`, [paragraphField(0)]: `${word} text` };
    const fits = new Set<string>();
    const typed = { texts, fits, revision: translation!.revision, ofVersion: 1, editor: '' };
    await keepTranslation(tx, translation!, original!, typed);
  });
  return { name: 'a translation that nobody approved', step: 'only us', canaries: [word], whole: false };
}
