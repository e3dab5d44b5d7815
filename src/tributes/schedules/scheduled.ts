import type { Audience } from '#audiences/audience.ts';
import { instantAfter } from '#lib/instant.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Opening } from '#memorials/open.ts';
import type { Words } from '#tributes/tribute.ts';

/** A moment as a family names it, `2027-03-28T02:30` on the clocks of a zone (IANA), and the instant it is. */
export type Moment = { local: string; zone: string; dueAt: string };

/** Words that go out by themselves, as they were looked at, whatever is typed after that. */
export type Schedule = Moment & {
  tributeId: string;
  askedBy: string;
  askedAt: string;
  audience: Audience;
  words: Words;
  /** What was answered about opening the child's page, if it opens with them. */
  opening: Opening | undefined;
  /** When it was seen that the moment had passed without them; since then they wait for the family's word. */
  missedAt: string | undefined;
};

/** What a family member may know of a schedule: the words of their own; of another's only who it is from. */
export type Upcoming = { memorial: Memorial; zone: string; dueAt: string; missed: boolean } & (
  | { own: { tributeId: string; words: Words } }
  | { own?: never; from: string }
);

/** Whether so long has passed since the moment that the family is asked first: the site was away. */
export function isMissed({ dueAt }: Moment, now: string): boolean {
  return now > instantAfter(dueAt, { hours: 1 });
}
