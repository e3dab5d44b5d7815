import type { SelectQueryBuilder } from 'kysely';
import { dateFromText } from '#lib/partial-date.ts';
import type { Tables } from '#schema/tables.ts';
import { kindOf, type WordsRow } from '#tributes/tribute-rows.ts';
import type { Placed, Tribute, Words } from '#tributes/tribute.ts';

/** Enough of a published tribute to name it and to lead to it. */
export type Headed = Pick<Tribute, 'id' | 'kind' | 'address' | 'writerId'> &
  Pick<Words, 'title' | 'language' | 'memory' | 'addressee' | 'keepsake' | 'photographs'>;

export function headed<Chosen>(query: SelectQueryBuilder<Tables, 'tribute', Chosen>) {
  return query
    .innerJoin('tribute_version', (join) =>
      join
        .onRef('tribute_version.tribute_id', '=', 'tribute.id')
        .onRef('tribute_version.number', '=', 'tribute.version'),
    )
    .select(['tribute.id', 'tribute.kind', 'tribute.address', 'tribute.writer_id'])
    .select(['tribute_version.title', 'tribute_version.language', 'tribute_version.memory'])
    .select(['tribute_version.addressee', 'tribute_version.keepsake', 'tribute_version.photographs']);
}

type HeadedRow = Pick<Tables['tribute'], 'id' | 'kind' | 'address' | 'writer_id'> &
  Pick<WordsRow, 'title' | 'language' | 'memory' | 'addressee' | 'keepsake' | 'photographs'>;

export function headedFrom({
  id,
  kind,
  address,
  title,
  language,
  addressee,
  keepsake,
  ...row
}: HeadedRow): Headed {
  const memory = row.memory === null ? undefined : dateFromText(row.memory);
  const photographs = JSON.parse(row.photographs) as Placed[];
  const writerId = row.writer_id;
  return {
    id,
    kind: kindOf(kind),
    address,
    writerId,
    title,
    language,
    addressee,
    keepsake,
    memory,
    photographs,
  };
}
