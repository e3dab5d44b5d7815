import { type Audience, narrower } from '#audiences/audience.ts';

/** What decides how far a memorial reaches: what it is open to, and whether it rests, is paused or is going away. */
export type Around = {
  audience: Audience;
  restsSince: string | undefined;
  pausedSince: string | undefined;
  leavesAt: string | undefined;
};

/**
 * The step around everything in a memorial: what it is open to, but only its family while it rests,
 * is paused by the host or is going away. The one place that says so: whatever is handed to `canSee` as `within` comes from here.
 */
export function stepOf(memorial: Around): Audience {
  return isAsOpened(memorial) ? memorial.audience : narrower(memorial.audience, 'only-us');
}

/** Whether a memorial neither rests, nor is paused, nor is going away. */
export function isAsOpened({ restsSince, pausedSince, leavesAt }: Omit<Around, 'audience'>): boolean {
  return restsSince === undefined && pausedSince === undefined && leavesAt === undefined;
}
