import { type Audience, audiencesOffered, isWider } from '#audiences/audience.ts';
import { may } from '#audiences/may.ts';
import type { Viewer } from '#audiences/viewer.ts';

/** The steps that somebody may publish their own words for in a family, without asking. */
export function offeredTo(viewer: Viewer, familyId: string): Audience[] {
  return audiencesOffered.filter((step) => !isWider(step, 'only-us') || may(viewer, 'open-wider', familyId));
}
