import { type FieldError, refusalOf, words as exactWords } from '#http/forms.ts';
import { placeMoved } from '#tributes/paragraphs.ts';
import { readCover } from '#tributes/covers/read-cover.ts';
import { type Placed, photographsFirst, type TributeKind, type Words } from '#tributes/tribute.ts';

const longestCaption = 2000;

type Around = { kind: TributeKind; before: Words; mayCover: boolean };

/** Reads what a sheet says of the photographs that its draft had; one that was ticked to go is left out. */
export function readPhotographs(
  fields: Readonly<Record<string, string>>,
  { kind, before, mayCover }: Around,
  text: string,
): { placed: Placed[]; errors: Record<string, FieldError> } {
  const errors: Record<string, FieldError> = {};
  // A page without scripts names the places as they were when it was shown; the text has moved since.
  const asShown = fields['places'] !== 'now';
  const placed = before.photographs
    .filter(({ photographId }) => !(`remove-${photographId}` in fields))
    .map((one): Placed => {
      const { photographId } = one;
      const asked = Number(fields[`after-${photographId}`] ?? one.after);
      const after = Number.isSafeInteger(asked) && asked >= 0 ? asked : one.after;
      const said = {
        caption: fields[`caption-${photographId}`] ?? one.caption,
        alternative: fields[`alternative-${photographId}`] ?? one.alternative,
      };
      for (const [name, typed] of Object.entries(said)) {
        const refused = refusalOf(exactWords(longestCaption), typed);
        if (refused) errors[`${name}-${photographId}`] = refused;
      }
      const read = mayCover ? readCover(fields, `-${photographId}`, one.cover) : { cover: one.cover };
      Object.assign(errors, 'errors' in read ? read.errors : {});
      const place = asShown && text !== before.text ? placeMoved(after, before.text, text) : after;
      return {
        photographId,
        after: photographsFirst.includes(kind) ? 0 : place,
        ...said,
        ...(read.cover === undefined ? {} : { cover: read.cover }),
      };
    });
  return { placed, errors };
}
