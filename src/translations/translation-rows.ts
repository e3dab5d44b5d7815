import type { Tables } from '#schema/tables.ts';
import type { AroundWords, TranslatedAround } from '#translations/around.ts';
import type { Placed, Pointer, Signature } from '#tributes/tribute.ts';
import type {
  Approved,
  Readable,
  Translation,
  TranslatedParagraph,
  TranslationVersion,
} from '#translations/translation.ts';

// How translations and their versions stand in the rows of their tables.

type VersionRow = Omit<Tables['translation_version'], 'approved_by'> & {
  tribute_id: string;
  language: string;
};

type ApprovedRow = VersionRow & { current: number; original_at: string };

export const approvedFrom = (row: ApprovedRow): Approved => ({
  ...versionFrom(row),
  current: row.number === row.current,
  originalAt: row.original_at,
});

type Column =
  | 'title'
  | 'text'
  | 'sha256'
  | 'signed'
  | 'cover'
  | 'addressee'
  | 'place'
  | 'photographs'
  | 'points_to';
type ReadableRow = ApprovedRow & Record<`was_${Column}`, string | null>;

export function readableFrom(row: ReadableRow): Readable {
  return {
    ...approvedFrom(row),
    madeOf: row.was_sha256 === null ? undefined : madeFrom(row, row.was_sha256),
  };
}

/** What a translation was made of, where the original is another version by now. */
function madeFrom(row: ReadableRow, sha256: string): NonNullable<Readable['madeOf']> {
  return {
    sha256,
    title: row.was_title ?? '',
    text: row.was_text ?? '',
    addressee: row.was_addressee ?? '',
    place: row.was_place ?? '',
    cover: row.was_cover ?? undefined,
    signed: JSON.parse(row.was_signed ?? '[]') as Signature[],
    photographs: JSON.parse(row.was_photographs ?? '[]') as Placed[],
    pointsTo: JSON.parse(row.was_points_to ?? '[]') as Pointer[],
  };
}

export function versionFrom(row: VersionRow): TranslationVersion {
  return {
    translationId: row.translation_id,
    tributeId: row.tribute_id,
    language: row.language,
    number: row.number,
    ofVersion: row.of_version,
    translator: row.translator,
    title: row.title,
    text: row.text,
    around: JSON.parse(row.around) as AroundWords[],
    sha256: row.sha256,
    publishedAt: row.published_at,
  };
}

export function translationFrom(row: Tables['translation']): Translation {
  return {
    id: row.id,
    tributeId: row.tribute_id,
    language: row.language,
    translator: row.translator,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    revision: row.revision,
    ofVersion: row.of_version,
    paragraphs: JSON.parse(row.paragraphs) as TranslatedParagraph[],
    around: JSON.parse(row.around) as TranslatedAround[],
    personId: row.person_id ?? undefined,
    email: row.email ?? undefined,
    readsIn: row.reads_in,
    editor: row.editor,
    withdrawnAt: row.withdrawn_at ?? undefined,
    handedOnAt: row.handed_on_at ?? undefined,
    offeredAt: row.offered_at ?? undefined,
    note: row.note ?? undefined,
    version: row.version,
  };
}

export function rowOf(translation: Translation) {
  return {
    id: translation.id,
    tribute_id: translation.tributeId,
    language: translation.language,
    translator: translation.translator,
    invited_by: translation.invitedBy,
    created_at: translation.createdAt,
    expires_at: translation.expiresAt ?? null,
    revision: translation.revision,
    of_version: translation.ofVersion,
    paragraphs: JSON.stringify(translation.paragraphs),
    around: JSON.stringify(translation.around),
    person_id: translation.personId ?? null,
    email: translation.email ?? null,
    reads_in: translation.readsIn,
    editor: translation.editor,
    withdrawn_at: translation.withdrawnAt ?? null,
    handed_on_at: translation.handedOnAt ?? null,
    offered_at: translation.offeredAt ?? null,
    note: translation.note ?? null,
    version: translation.version,
  };
}
