import { randomUUIDv7 } from 'node:crypto';
import { listParents } from '#families/families.ts';
import { isSeen } from '#lib/seen.ts';
import { hashSecret, newSecret } from '#lib/secret.ts';
import type { Tx } from '#schema/database.ts';
import type { Version } from '#tributes/tribute.ts';
import {
  aroundBeside,
  aroundField,
  besideOriginal,
  leftOver,
  linkEnds,
  paragraphField,
  type Row,
  shaped,
  type Translated,
  type Translation,
  unfinishedFields,
} from '#translations/translation.ts';
import { addTranslation, saveTranslation, setLink } from '#translations/translations.ts';

type Begun = {
  tributeId: string;
  language: string;
  translator: string;
  invitedBy: string;
  original: Version;
};

/**
 * Asks somebody to translate a tribute. Answers the secret of the link, which is kept nowhere and opens
 * this one tribute for 30 days. Refused where a translation into that language is there already.
 */
export async function inviteTranslator(
  tx: Tx,
  asked: Begun & { email?: string | undefined; readsIn?: string },
  now: string,
): Promise<{ translation: Translation; secret: string } | { refused: 'language-taken' }> {
  const secret = newSecret();
  const { email, readsIn = '', ...begun } = asked;
  const translation = { ...fresh(begun, now), email, readsIn, expiresAt: linkEnds(now) };
  const isNew = await addTranslation(tx, translation, hashSecret(secret));
  return isNew ? { translation, secret } : { refused: 'language-taken' };
}

/** Somebody of the family translates a tribute themselves. They need no link. Refused in the same way. */
export async function beginTranslation(
  tx: Tx,
  asked: Omit<Begun, 'invitedBy'> & { personId: string },
  now: string,
): Promise<{ translation: Translation } | { refused: 'language-taken' }> {
  const { personId, ...begun } = asked;
  const translation = { ...fresh({ ...begun, invitedBy: personId }, now), personId };
  return (await addTranslation(tx, translation, undefined)) ? { translation } : { refused: 'language-taken' };
}

function fresh({ original, ...begun }: Begun, now: string): Translation {
  return {
    ...begun,
    id: randomUUIDv7(),
    personId: undefined,
    email: undefined,
    readsIn: '',
    createdAt: now,
    expiresAt: undefined,
    revision: 0,
    editor: '',
    ofVersion: original.number,
    paragraphs: [],
    around: [],
    offeredAt: undefined,
    note: undefined,
    version: 0,
    withdrawnAt: undefined,
    handedOnAt: undefined,
  };
}

/** A new link for the same translator, by leave of whoever makes it. The one before opens nothing any more. */
export async function renewLink(
  tx: Tx,
  translation: Translation,
  by: { id: string },
  now: string,
): Promise<string> {
  const secret = newSecret();
  await saveTranslation(tx, { ...translation, invitedBy: by.id });
  await setLink(tx, translation.id, { tokenHash: hashSecret(secret), expiresAt: linkEnds(now) });
  return secret;
}

/**
 * What a translator typed, by the fields of the page; the fields whose words still fit though the original
 * was changed beneath them, or are theirs though a machine wrote them; and which save, version and open page it comes from.
 */
export type Typed = {
  texts: Readonly<Record<string, string>>;
  fits: ReadonlySet<string>;
  revision: number;
  ofVersion: number;
  editor: string;
  /** The name that readers will see, and in which of our languages this is read; as before, where it is not said. */
  translator?: string;
  readsIn?: string;
};

/**
 * Keeps what was typed beside one version of the original. Refused where it began from an older save of
 * another page, or the original has changed since: the page keeps every word and shows what is there now.
 */
export async function keepTranslation(
  tx: Tx,
  translation: Translation,
  original: Version,
  typed: Typed,
): Promise<Translation | { refused: 'is-older' }> {
  if (typed.ofVersion !== original.number) return { refused: 'is-older' };
  const { translator = translation.translator, readsIn = translation.readsIn } = typed;
  const written = { ...withTyped(translation, original, typed), translator, ofVersion: original.number };
  // The same words again (a double click, a retry on a bad line) are no other words.
  if (isSame(translation, written)) return translation;
  // The page that wrote the latest save goes on from it, even if no answer reached it.
  const isItsOwn = typed.editor !== '' && typed.editor === translation.editor;
  const isLatest =
    typed.revision === translation.revision || (isItsOwn && typed.revision < translation.revision);
  if (!isLatest) return { refused: 'is-older' };
  const kept = {
    ...translation,
    ...written,
    revision: translation.revision + 1,
    editor: typed.editor,
    readsIn,
    // What is changed is no longer what a parent was asked to read.
    offeredAt: undefined,
  };
  await saveTranslation(tx, kept);
  return kept;
}

type Written = Translated & { translator: string; ofVersion: number };

function isSame(before: Written, now: Written): boolean {
  const said = ({ paragraphs, around, translator, ofVersion }: Written): string =>
    JSON.stringify([paragraphs, around, translator, ofVersion]);
  return said(before) === said(now);
}

/** A translation with what was typed, laid beside a version of the original. A field that was not sent stays as it is. */
export function withTyped(
  translated: Translated,
  original: Version,
  { texts, fits }: Pick<Typed, 'texts' | 'fits'>,
): Translated {
  const put = (field: string, { original: now, text, was, byMachine, by, asGiven }: Row) => {
    const words = shaped(now, texts[field] ?? text);
    const isUntouched = words === shaped(now, text);
    const isAsBefore = !fits.has(field) && isSeen(words) && isUntouched;
    return {
      original: isAsBefore && was !== undefined ? was : now,
      text: words,
      ...(isAsBefore && byMachine ? { byMachine } : {}),
      // Whoever empties a field and writes it anew goes on from nobody's words.
      ...(isSeen(words) && by ? { by } : {}),
      ...(isSeen(words) && isUntouched && asGiven ? { asGiven } : {}),
    };
  };
  const rows = besideOriginal(original.text, translated.paragraphs);
  return {
    paragraphs: [
      ...rows.map((row, index) => put(paragraphField(index), row)),
      ...leftOver(original.text, translated.paragraphs).map((one) => ({ ...one, gone: true as const })),
    ],
    around: aroundBeside(original, translated.around).map(({ part, ...row }) => ({
      part,
      ...put(aroundField(part), row),
    })),
  };
}

/**
 * Asks the parents to read a translation, once; whoever offers it is not told. Refused while something of the
 * original has no words in it, or was changed beneath them and not looked at since.
 */
export async function offerTranslation(
  tx: Tx,
  translation: Translation,
  original: Version,
  within: { familyId: string },
  now: string,
): Promise<'offered' | { refused: 'is-unfinished' }> {
  const isOlder = translation.ofVersion !== original.number;
  if (isOlder || unfinishedFields(original, translation).length > 0) return { refused: 'is-unfinished' };
  if (translation.offeredAt !== undefined) return 'offered';
  await saveTranslation(tx, { ...translation, offeredAt: now, note: undefined });
  for (const { personId } of await listParents(tx, within.familyId)) {
    if (personId !== translation.personId)
      await tx.record({ translationOffered: `${translation.id} ${personId}` });
  }
  return 'offered';
}
