/**
 * What a parent offers to somebody who belongs already: to be a parent beside them, or to become one when
 * they are the last and leave. The second stays once it was accepted, until it is needed.
 */
export type Offer = {
  id: string;
  familyId: string;
  personId: string;
  offeredBy: string;
  what: OfferedThing;
  offeredAt: string;
  acceptedAt: string | undefined;
};

export const offeredThings = ['parent', 'successor'] as const;
export type OfferedThing = (typeof offeredThings)[number];
