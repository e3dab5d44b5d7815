import type { Say } from '#i18n/messages.ts';
import type { Approval } from '#tributes/approvals.ts';

type ReturnedNoteProps = { say: Say; approval: Approval; returnedBy: string };

/** What a parent wrote when they gave something back to the keeper who asked them to publish it. */
export function ReturnedNote({ say, approval: { note, returnedAt }, returnedBy: name }: ReturnedNoteProps) {
  if (returnedAt === undefined) return null;
  return (
    <div class="notice">
      <p>{say(note.trim() === '' ? 'approval.returned' : 'approval.returned-with', { name })}</p>
      {note.trim() !== '' && <p class="kept">{note}</p>}
    </div>
  );
}
