import type { Fields } from '#http/fields.ts';
import { countIn } from '#http/forms.ts';
import { listPhotographs } from '#photographs/photographs.ts';
import type { Taken } from '#photographs/receive.ts';
import type { Reader } from '#schema/database.ts';
import { photographsFirst, type Tribute, type Words } from '#tributes/tribute.ts';

/** Where new photographs go: after that many paragraphs, or at the end. */
export function placeIn(fields: Fields, { kind }: Tribute): number {
  if (photographsFirst.includes(kind)) return 0;
  const place = countIn(fields['place-new']);
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
}

/** A photograph that was taken out and is wanted back is still named by the page that it stands on. */
export async function withNamed(
  db: Reader,
  before: Words,
  fields: Fields,
  { writerId }: Tribute,
): Promise<Words> {
  const there = new Set(before.photographs.map(({ photographId }) => photographId));
  const named = Object.keys(fields)
    .filter((name) => name.startsWith('after-'))
    .map((name) => name.slice('after-'.length))
    .filter((id) => !there.has(id));
  const known = (await listPhotographs(db, named)).filter(({ uploadedBy }) => uploadedBy === writerId);
  const back = known.map(({ id }) => ({ photographId: id, after: 0, caption: '', alternative: '' }));
  return { ...before, photographs: [...before.photographs, ...back] };
}

/**
 * A page without scripts that is sent again (a reload, a double click) brings its photographs again: those
 * that the draft has by now are not new.
 */
export async function notThereYet(db: Reader, arrived: readonly Taken[], before: Words): Promise<Taken[]> {
  const there = await listPhotographs(
    db,
    before.photographs.map(({ photographId }) => photographId),
  );
  return arrived.filter(({ photograph }) => !there.some(({ sha256 }) => sha256 === photograph.sha256));
}

export function withFresh(words: Words, fresh: readonly Taken[], after: number): Words {
  const placed = fresh.map(({ photograph }) => ({
    photographId: photograph.id,
    after,
    caption: '',
    alternative: '',
  }));
  return { ...words, photographs: [...words.photographs, ...placed] };
}
