import { audienceOf } from '#audiences/audience.ts';
import { canSee, seenIn } from '#audiences/can-see.ts';
import type { Viewer } from '#audiences/viewer.ts';
import type { Opening } from '#memorials/open.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Tables } from '#schema/tables.ts';
import type { Moment, Schedule, Upcoming } from '#tributes/schedules/scheduled.ts';
import { emptyWords, type Words } from '#tributes/tribute.ts';

/** What is set for later for a tribute, if anything is. */
export async function findSchedule(db: Reader, tributeId: string): Promise<Schedule | undefined> {
  const row = await db
    .selectFrom('schedule')
    .selectAll()
    .where('tribute_id', '=', tributeId)
    .executeTakeFirst();
  return row && scheduleFrom(row);
}

/** The tributes whose moment has come, the earliest first; none of those that wait for a word or lie in the bin. */
export async function listDue(db: Reader, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('schedule')
    .innerJoin('tribute', 'tribute.id', 'schedule.tribute_id')
    .select('schedule.tribute_id')
    .where('schedule.due_at', '<=', now)
    .where('schedule.missed_at', 'is', null)
    .where('tribute.binned_at', 'is', null)
    .orderBy('schedule.due_at')
    .orderBy('schedule.tribute_id')
    .execute();
  return rows.map((row) => row.tribute_id);
}

/**
 * What is set for later on these pages, as a viewer may know of it: everything of their own; of what the
 * others set only that it will come, and of what somebody keeps for themselves nothing.
 */
export async function listUpcoming(
  db: Reader,
  viewer: Extract<Viewer, { kind: 'person' }>,
  memorials: readonly Memorial[],
): Promise<Upcoming[]> {
  if (memorials.length === 0) return [];
  const rows = await db
    .selectFrom('schedule')
    .innerJoin('tribute', 'tribute.id', 'schedule.tribute_id')
    .selectAll('schedule')
    .select(['tribute.memorial_id', 'tribute.writer_id', 'tribute.only_for_me'])
    .where(
      'tribute.memorial_id',
      'in',
      memorials.map(({ id }) => id),
    )
    .where('tribute.binned_at', 'is', null)
    .orderBy('schedule.due_at')
    .orderBy('schedule.tribute_id')
    .limit(500)
    .execute();
  return rows.flatMap((row): Upcoming[] => {
    const memorial = memorials.find(({ id }) => id === row.memorial_id)!;
    const audience = row.only_for_me === 1 || row.audience === 'only-me' ? 'only-me' : 'only-us';
    if (!canSee(viewer, seenIn(memorial, { writerId: row.writer_id, audience }))) return [];
    const { words, zone, dueAt, missedAt } = scheduleFrom(row);
    const known = { memorial, zone, dueAt, missed: missedAt !== undefined };
    // Until they are published the words are their writer's alone, like any draft.
    if (row.writer_id === viewer.id) return [{ ...known, own: { tributeId: row.tribute_id, words } }];
    return [{ ...known, from: words.signed.find(({ personId }) => personId === row.writer_id)?.as ?? '' }];
  });
}

export async function saveSchedule(tx: Tx, schedule: Schedule): Promise<void> {
  const { tribute_id, ...row } = rowOf(schedule);
  await tx
    .insertInto('schedule')
    .values({ tribute_id, ...row })
    .onConflict((conflict) => conflict.column('tribute_id').doUpdateSet(row))
    .execute();
}

/** Nothing is set for later any more: it was published, taken back, or is not wanted after all. */
export async function removeSchedule(tx: Tx, tributeId: string): Promise<void> {
  await tx.deleteFrom('schedule').where('tribute_id', '=', tributeId).execute();
}

export async function markMissed(tx: Tx, tributeId: string, now: string): Promise<void> {
  await tx.updateTable('schedule').set({ missed_at: now }).where('tribute_id', '=', tributeId).execute();
}

/** What was answered about opening a page no longer counts: it has been opened since. */
export async function forgetOpenings(tx: Tx, memorialId: string): Promise<void> {
  await tx
    .updateTable('schedule')
    .set({ opening: null })
    .where('opening', 'is not', null)
    .where('tribute_id', 'in', (tribute) =>
      tribute.selectFrom('tribute').select('id').where('memorial_id', '=', memorialId),
    )
    .execute();
}

/** What was asked for of every moment that is still to come. */
export async function listMoments(db: Reader): Promise<(Moment & { tributeId: string })[]> {
  const rows = await db
    .selectFrom('schedule')
    .select(['tribute_id', 'local_time', 'zone', 'due_at'])
    .where('missed_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    tributeId: row.tribute_id,
    local: row.local_time,
    zone: row.zone,
    dueAt: row.due_at,
  }));
}

export async function moveDue(tx: Tx, tributeId: string, dueAt: string): Promise<void> {
  await tx.updateTable('schedule').set({ due_at: dueAt }).where('tribute_id', '=', tributeId).execute();
}

function rowOf(schedule: Schedule): Tables['schedule'] {
  return {
    tribute_id: schedule.tributeId,
    asked_by: schedule.askedBy,
    asked_at: schedule.askedAt,
    local_time: schedule.local,
    zone: schedule.zone,
    due_at: schedule.dueAt,
    audience: schedule.audience,
    words: JSON.stringify(schedule.words),
    opening: schedule.opening ? JSON.stringify(schedule.opening) : null,
    missed_at: schedule.missedAt ?? null,
  };
}

function scheduleFrom(row: Tables['schedule']): Schedule {
  return {
    tributeId: row.tribute_id,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    local: row.local_time,
    zone: row.zone,
    dueAt: row.due_at,
    audience: audienceOf(row.audience),
    // What was nothing when they were kept (a date, a cover) is not in the JSON.
    words: { ...emptyWords('', []), ...(JSON.parse(row.words) as Words) },
    opening: row.opening === null ? undefined : openingFrom(row.opening),
    missedAt: row.missed_at ?? undefined,
  };
}

/** What was written before there were other steps meant everyone. */
function openingFrom(text: string): Opening {
  const written = JSON.parse(text) as Omit<Opening, 'to' | 'federated'>;
  return { to: 'everyone', federated: false, ...written };
}
