import { hashSecret, newSecret } from '#lib/secret.ts';
import type { Tx } from '#schema/database.ts';
import type { Version } from '#tributes/tribute.ts';
import { approvedWords } from '#translations/approve-translation.ts';
import { given } from '#translations/hands.ts';
import { linkEnds, type Translation, type TranslationVersion } from '#translations/translation.ts';
import { saveTranslation, setLink } from '#translations/translations.ts';

/** Who goes on with a translation: somebody who is sent a link, or somebody of the family. */
export type Next = Pick<Translation, 'translator' | 'invitedBy' | 'personId' | 'email' | 'readsIn'> & {
  /** Whether they begin from nothing, and not from what stands there. */
  afresh: boolean;
};

/**
 * A parent hands a translation on. What was written stays and goes on bearing the name of whoever wrote it; they
 * have it no more, and their link opens nothing. What readers have stays as it is until something else is
 * approved. Begun afresh is only what is kept as an approved version. Answers the secret of the new link; nothing
 * for somebody of the family, who needs none.
 */
export async function handOn(
  tx: Tx,
  translation: Translation,
  { original, versions }: { original: Version; versions: readonly TranslationVersion[] },
  { afresh, ...next }: Next,
  now: string,
): Promise<string | undefined> {
  const { id, revision, translator } = translation;
  const words =
    afresh && isKept(translation, versions)
      ? { paragraphs: [], around: [], ofVersion: original.number }
      : {
          paragraphs: translation.paragraphs.map((one) => given(one, translator)),
          around: translation.around.map((one) => given(one, translator)),
        };
  await saveTranslation(tx, {
    ...translation,
    ...words,
    ...next,
    handedOnAt: now,
    // A page that its last translator has open began from an older one. Where nobody wrote, nobody has.
    revision: revision === 0 ? 0 : revision + 1,
    editor: '',
    offeredAt: undefined,
    note: undefined,
  });
  const secret = next.personId === undefined ? newSecret() : undefined;
  const link = secret === undefined ? undefined : { tokenHash: hashSecret(secret), expiresAt: linkEnds(now) };
  await setLink(tx, id, link);
  return secret;
}

/** Whether all that stands in a translation is kept as its latest approved version: beginning anew loses nothing. */
export function isKept(translation: Translation, versions: readonly TranslationVersion[]): boolean {
  const latest = versions.find(({ number }) => number === translation.version);
  if (!latest) return false;
  const { title, text, around } = approvedWords(translation);
  const said = (words: object): string => JSON.stringify(words);
  return (
    said({ title, text, around }) === said({ title: latest.title, text: latest.text, around: latest.around })
  );
}
