import { type Audience, narrower } from '#audiences/audience.ts';

/** What decides how far a memorial reaches: what it is open to, and whether it rests or is going away. */
export type Around = {
  audience: Audience;
  restsSince: string | undefined;
  leavesAt: string | undefined;
};

/**
 * The step around everything in a memorial: what it is open to, but only its family while it rests or
 * is going away. The one place that says so: whatever is handed to `canSee` as `within` comes from here.
 */
export function stepOf({ audience, restsSince, leavesAt }: Around): Audience {
  return restsSince === undefined && leavesAt === undefined ? audience : narrower(audience, 'only-us');
}
