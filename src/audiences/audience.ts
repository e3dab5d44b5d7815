/** Who sees a tribute or a memorial, from the narrowest step to the widest. */
export const audiences = ['only-me', 'only-us', 'circle', 'link', 'everyone'] as const;
export type Audience = (typeof audiences)[number];

/** The steps that a family can choose today; circles and links come with invitations. */
export const audiencesOffered = ['only-me', 'only-us', 'everyone'] as const satisfies readonly Audience[];

/** The narrower of two steps: what is inside a memorial is never wider than the memorial. */
export function narrower(a: Audience, b: Audience): Audience {
  return audiences.indexOf(a) < audiences.indexOf(b) ? a : b;
}

export function isWider(a: Audience, than: Audience): boolean {
  return audiences.indexOf(a) > audiences.indexOf(than);
}

/** Reads our own column. Throws on anything else, rather than guess who may see. */
export function audienceOf(column: string): Audience {
  const audience = audiences.find((step) => step === column);
  if (!audience) throw new Error(`Not an audience: ${column}`);
  return audience;
}
