/** The steps of the ladder, from the narrowest to the widest. “circle” is all of the family and friends. */
export const audiences = ['only-me', 'only-us', 'circle', 'link', 'everyone'] as const;
type Step = (typeof audiences)[number];

/**
 * Who sees a tribute or a memorial: a step of the ladder, or one named circle of the family and friends.
 * The circle's id is part of the audience, so that whatever keeps one keeps the other (decision 0017).
 */
export type Audience = Step | NamedCircle;
export type NamedCircle = `circle/${string}`;

const namedCircle = 'circle/';

/** The audience of one circle. */
export const circleAudience = (circleId: string): NamedCircle => `${namedCircle}${circleId}`;

/** The id of the circle that an audience names, if it names one. */
export function circleIn(audience: Audience): string | undefined {
  return audience.startsWith(namedCircle) ? audience.slice(namedCircle.length) : undefined;
}

/** The step of the ladder that an audience stands on: of a named circle, that of the family and friends. */
export function stepIn(audience: Audience): Step {
  return isStep(audience) ? audience : 'circle';
}

/** The narrower of two: what is inside a memorial is never wider than the memorial. Of two circles, only us. */
export function narrower(a: Audience, b: Audience): Audience {
  if (a === b) return a;
  if (rank(a) === rank(b)) return 'only-us';
  return rank(a) < rank(b) ? a : b;
}

/** Whether `a` has everybody that `than` has, and more. Of two circles neither is wider than the other. */
export function isWider(a: Audience, than: Audience): boolean {
  return rank(a) > rank(than);
}

/** The steps beyond the family. */
export const stepsOut = ['circle', 'link', 'everyone'] as const satisfies readonly Step[];
export type StepOut = (typeof stepsOut)[number];

/** The step beyond the family that an audience stands on, if it does. */
export function stepOutIn(audience: Audience): StepOut | undefined {
  return stepsOut.find((step) => step === stepIn(audience));
}

/** Reads our own column. Throws on anything else, rather than guess who may see. */
export function audienceOf(column: string): Audience {
  if (isStep(column)) return column;
  if (column.startsWith(namedCircle) && column.length > namedCircle.length) return column as NamedCircle;
  throw new Error(`Not an audience: ${column}`);
}

function isStep(text: string): text is Step {
  return audiences.some((step) => step === text);
}

/** A named circle stands below all of the family and friends, and above only us. */
function rank(audience: Audience): number {
  const at = audiences.indexOf(stepIn(audience));
  return isStep(audience) ? at : at - 0.5;
}
