import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import type { Approval } from '#tributes/approval/approvals.ts';

type ReturnedNoteProps = { say: Say; approval: Approval; returnedBy: string };

/** What a parent wrote when they gave something back to the keeper who asked them to publish it. */
export function ReturnedNote({ say, approval: { note, returnedAt }, returnedBy: name }: ReturnedNoteProps) {
  if (returnedAt === undefined) return null;
  return (
    <div class="notice">
      <p>{say(isSeen(note) ? 'approval.returned-with' : 'approval.returned', { name })}</p>
      {isSeen(note) && (
        <p class="kept" dir="auto">
          {note}
        </p>
      )}
    </div>
  );
}
