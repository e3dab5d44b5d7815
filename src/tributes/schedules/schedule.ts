import type { Audience } from '#audiences/audience.ts';
import { type AddressRefusal, readAddress } from '#memorials/address.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { saveMemorial, takeAddress } from '#memorials/memorials.ts';
import type { Opening } from '#memorials/open.ts';
import type { Tx } from '#schema/database.ts';
import { withPendingNames } from '#tributes/signing/ask-to-sign.ts';
import type { PublishRefusal } from '#tributes/publishing/publish.ts';
import type { Moment, Schedule } from '#tributes/schedules/scheduled.ts';
import { saveSchedule } from '#tributes/schedules/schedules.ts';
import { saysNothing, type Tribute, type Words } from '#tributes/tribute.ts';
import { findDrafts } from '#tributes/writing/drafts.ts';
import { findVersion } from '#tributes/versions/versions.ts';

export type ScheduleRefusal = PublishRefusal | AddressRefusal | 'error.address-taken';

/**
 * Sets a tribute, or the change made to it, to be published at a moment. Keeps its words as they are now.
 * The address of a page that opens with it is taken at once; a family without a zone has this one from now
 * on. Refuses what `publishTribute` and `openMemorial` refuse; nothing is changed then.
 */
export async function scheduleTribute(
  tx: Tx,
  memorial: Memorial,
  tribute: Tribute,
  as: {
    askedBy: string;
    audience: Audience;
    revision: number;
    moment: Moment;
    opening: Opening | undefined;
  },
  now: string,
): Promise<{ scheduled: Schedule } | { refused: ScheduleRefusal }> {
  const { draft } = await findDrafts(tx, tribute.id);
  const current = await findVersion(tx, tribute.id, tribute.version);
  const words = draft ?? (await withPendingNames(tx, tribute.id, current));
  if (!words || saysNothing(words)) return { refused: 'says-nothing' };
  if (tribute.revision !== as.revision) return { refused: 'changed-since' };
  let { opening } = as;
  if (opening?.to === 'everyone') {
    const read = readAddress(opening.address);
    if ('refused' in read) return read;
    if (!(await takeAddress(tx, read.address, memorial.id, now))) return { refused: 'error.address-taken' };
    opening = { ...opening, address: read.address };
  }
  const scheduled: Schedule = {
    ...as.moment,
    tributeId: tribute.id,
    askedBy: as.askedBy,
    askedAt: now,
    audience: as.audience,
    words: wordsOnly(words),
    opening,
    missedAt: undefined,
  };
  await saveSchedule(tx, scheduled);
  if (memorial.zone === '') await saveMemorial(tx, { ...memorial, zone: as.moment.zone });
  return { scheduled };
}

function wordsOnly(words: Words): Words {
  const { title, text, language, memory, signed, photographs, addressee, place, keepsake } = words;
  const { pointsTo, cover } = words;
  return {
    title,
    text,
    language,
    memory,
    signed,
    photographs,
    addressee,
    place,
    keepsake,
    pointsTo,
    cover,
  };
}
