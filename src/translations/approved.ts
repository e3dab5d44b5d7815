import { sql } from 'kysely';
import { versionVisibleTo } from '#audiences/can-see-version.ts';
import type { Viewer } from '#audiences/viewer.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { In } from '#tributes/tributes.ts';
import { approvedFrom, readableFrom } from '#translations/translation-rows.ts';
import type { Approved, Readable, TranslationVersion } from '#translations/translation.ts';

/**
 * The approved translations that a viewer may see of these tributes, into one language or all, each as readers
 * have it now; of a text no more than the first `longest` characters is read.
 */
export async function listCurrent(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tributeIds: readonly string[],
  { language, longest }: { language?: string; longest?: number | undefined } = {},
): Promise<Readable[]> {
  if (tributeIds.length === 0) return [];
  const query = current(db, viewer, memorial, longest).where('translation.tribute_id', 'in', tributeIds);
  const rows = await (language === undefined ? query : query.where('translation.language', '=', language))
    .select(['translation_version.around', beginning('translation_version.text', longest).as('text')])
    .execute();
  return rows.map(readableFrom);
}

/**
 * The same for one tribute's page, in one query: its own into every language, and of the others, to which its
 * page leads, only those into one language and without their words.
 */
export async function listAround(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tributeId: string,
  others: { ids: readonly string[]; language: string },
): Promise<Readable[]> {
  const rows = await current(db, viewer, memorial)
    .where((eb) =>
      eb.or([
        eb('translation.tribute_id', '=', tributeId),
        ...(others.ids.length === 0
          ? []
          : [
              eb.and([
                eb('translation.tribute_id', 'in', others.ids),
                eb('translation.language', '=', others.language),
              ]),
            ]),
      ]),
    )
    .select('translation_version.around')
    .select((eb) =>
      eb
        .case()
        .when('translation.tribute_id', '=', tributeId)
        .then(eb.ref('translation_version.text'))
        .else('')
        .end()
        .as('text'),
    )
    .execute();
  return rows.map(readableFrom);
}

/** Every approved version of the translations of one tribute that a viewer may see, the first one first. */
export async function listApproved(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tributeId: string,
): Promise<Approved[]> {
  const rows = await seen(db, viewer, memorial)
    .where('translation.tribute_id', '=', tributeId)
    .select(['translation_version.text', 'translation_version.around'])
    .orderBy('translation.language')
    .orderBy('translation_version.number')
    .execute();
  return rows.map(approvedFrom);
}

/** Of an approved translation what is said of it where its words are cited, without the words. */
export type TranslationHeading = Omit<Approved, 'text' | 'around'>;

/** All approved versions of all translations of a memorial that a viewer may see, without their words. */
export async function listTranslationHeadings(
  db: Reader,
  viewer: Viewer,
  memorial: In,
): Promise<TranslationHeading[]> {
  const rows = await seen(db, viewer, memorial)
    .orderBy('translation.id')
    .orderBy('translation_version.number')
    .execute();
  return rows.map((row) => approvedFrom({ ...row, text: '', around: '[]' }));
}

export async function addApproved(tx: Tx, version: TranslationVersion, approvedBy: string): Promise<void> {
  await tx
    .insertInto('translation_version')
    .values({
      translation_id: version.translationId,
      number: version.number,
      of_version: version.ofVersion,
      translator: version.translator,
      title: version.title,
      text: version.text,
      around: JSON.stringify(version.around),
      sha256: version.sha256,
      published_at: version.publishedAt,
      approved_by: approvedBy,
    })
    .execute();
}

/**
 * A translation is seen exactly by those who may see the version that it is a translation of, and by nobody
 * once a parent took it away from readers.
 */
function seen(db: Reader, viewer: Viewer, memorial: In) {
  return db
    .selectFrom('translation_version')
    .innerJoin('translation', 'translation.id', 'translation_version.translation_id')
    .innerJoin('tribute', 'tribute.id', 'translation.tribute_id')
    .innerJoin('tribute_version', (join) =>
      join
        .onRef('tribute_version.tribute_id', '=', 'tribute.id')
        .onRef('tribute_version.number', '=', 'translation_version.of_version'),
    )
    .where(versionVisibleTo(viewer, memorial))
    .where('tribute.memorial_id', '=', memorial.id)
    .where('tribute.published_at', 'is not', null)
    .where('tribute.binned_at', 'is', null)
    .where('translation.withdrawn_at', 'is', null)
    .select([
      'translation_version.translation_id',
      'translation_version.number',
      'translation_version.of_version',
      'translation_version.translator',
      'translation_version.title',
      'translation_version.sha256',
      'translation_version.published_at',
      'translation.tribute_id',
      'translation.language',
      'translation.version as current',
      'tribute_version.published_at as original_at',
    ]);
}

/** The same as readers have them now, with what each was made of where the original was published anew since. */
function current(db: Reader, viewer: Viewer, memorial: In, longest?: number) {
  const was = <Column extends string>(
    column: Column,
    value = sql<string>`${sql.ref(`tribute_version.${column}`)}`,
  ) =>
    sql<string | null>`case when tribute_version.number <> tribute.version then ${value} end`.as(
      `was_${column}`,
    );
  return seen(db, viewer, memorial)
    .whereRef('translation_version.number', '=', 'translation.version')
    .select([was('title'), was('text', beginning('tribute_version.text', longest)), was('sha256')])
    .select([
      was('signed'),
      was('cover'),
      was('addressee'),
      was('place'),
      was('photographs'),
      was('points_to'),
    ])
    .orderBy('translation.language');
}

/** As much of a text as is shown: fifty letters may have two megabytes each. */
function beginning(column: string, longest: number | undefined) {
  const text = sql<string>`${sql.ref(column)}`;
  return longest === undefined ? text : sql<string>`substr(${text}, 1, ${sql.lit(longest)})`;
}
