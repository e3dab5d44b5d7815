import type { Fields } from '#http/fields.ts';
import type { FieldError } from '#http/forms.ts';
import { type Measure, measureKinds, type Memorial } from '#memorials/memorial.ts';
import { type ReadChild, readLine, readPart } from '#memorials/read-part.ts';

/** Reads, each in the family's own words, the kind of loss, the measures, and where the child rests. */
export function readFacts(fields: Fields, memorial: Memorial): ReadChild {
  const errors: Record<string, FieldError> = {};
  const read = (field: string, most: number, kept: string): string =>
    field in fields ? readLine(fields, field, most, errors) : kept;
  const measures = measureKinds.flatMap((kind): Measure[] => {
    const before = memorial.measures.find((measure) => measure.kind === kind)?.words ?? '';
    const words = read(`measure-${kind}`, 200, before);
    return words === '' ? [] : [{ kind, words }];
  });
  const loss = read('loss', 200, memorial.loss);
  const restingPlace = read('resting-place', 500, memorial.restingPlace);
  return readPart(fields, errors, () => ({ ...memorial, loss, measures, restingPlace }));
}
