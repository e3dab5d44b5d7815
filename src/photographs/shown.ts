import type { Photograph, Picture } from '#photographs/photograph.ts';
import { formatOf, type PictureUse, useFrom } from '#photographs/photographs.ts';
import type { Reader } from '#schema/database.ts';

/** What a page needs of a photograph: its shape, and the pictures that are ready, smallest first. */
export type Shown = Pick<Photograph, 'id' | 'width' | 'height' | 'thumbhash'> & {
  ready: Pick<Picture, 'size' | 'format' | 'width'>[];
};

/** Those of these photographs that can be shown. */
export async function listShown(db: Reader, ids: readonly string[]): Promise<Shown[]> {
  if (ids.length === 0) return [];
  const rows = await ready(db).where('photograph.id', 'in', ids).execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map(shownFrom);
}

/**
 * What these pieces of a memorial show: tributes by their ids, the memorial itself (its portrait) as
 * `undefined`; without a list, all of them. One query, and only the rows of these pieces.
 */
export async function listShownIn(
  db: Reader,
  memorialId: string,
  pieces?: readonly (string | undefined)[],
): Promise<(Shown & { use: PictureUse })[]> {
  const tributes = pieces?.filter((piece) => piece !== undefined);
  const rows = await ready(db)
    .innerJoin('picture_use', 'picture_use.photograph_id', 'photograph.id')
    .selectAll('picture_use')
    .where('picture_use.memorial_id', '=', memorialId)
    .$if(tributes !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          ...(tributes?.length ? [eb('picture_use.tribute_id', 'in', tributes)] : []),
          ...(pieces?.includes(undefined) ? [eb('picture_use.tribute_id', 'is', null)] : []),
        ]),
      ),
    )
    .execute();
  return [...Map.groupBy(rows, ({ address }) => address).values()].map((of) => ({
    ...shownFrom(of.map((row) => ({ ...row, id: row.photograph_id }))),
    use: useFrom(of[0]!),
  }));
}

function ready(db: Reader) {
  return db
    .selectFrom('photograph')
    .innerJoin('picture', 'picture.photograph_id', 'photograph.id')
    .select(['photograph.id', 'photograph.width', 'photograph.height', 'photograph.thumbhash'])
    .select(['picture.size', 'picture.format', 'picture.width as ready_width'])
    .orderBy('picture.width');
}

type ReadyRow = Omit<Shown, 'ready'> & { size: number; format: string; ready_width: number };

function shownFrom(rows: ReadyRow[]): Shown {
  const { id, width, height, thumbhash } = rows[0]!;
  return {
    id,
    width,
    height,
    thumbhash,
    ready: rows.map((row) => ({ size: row.size, format: formatOf(row.format), width: row.ready_width })),
  };
}
