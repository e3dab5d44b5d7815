import type { Child } from 'hono/jsx';
import type { Viewer } from '#audiences/viewer.ts';
import type { Say } from '#i18n/messages.ts';
import { Belongs } from '#reading/pages/belongs.tsx';
import type { Reader } from '#schema/database.ts';
import { listPointed } from '#tributes/pointers.ts';
import { listChapterHeads } from '#tributes/story.ts';
import type { In } from '#tributes/tributes.ts';
import type { Tribute } from '#tributes/tribute.ts';

type Told = { say: Say; called: string; pathOf: (tribute: { address: string }) => string };

/** What a tribute belongs to, as far as this viewer may see it: other memories, and the chapters around it. */
export async function belongsOf(
  db: Reader,
  viewer: Viewer,
  memorial: In,
  tribute: Pick<Tribute, 'id' | 'kind' | 'address'>,
  told: Told,
): Promise<Child> {
  const [pointed, chapters] = await Promise.all([
    listPointed(db, viewer, memorial, tribute),
    tribute.kind === 'chapter' ? listChapterHeads(db, viewer, memorial) : [],
  ]);
  const at = chapters.findIndex(({ id }) => id === tribute.id);
  const around = { before: chapters[at - 1], next: chapters[at + 1] };
  return <Belongs {...told} tribute={tribute} pointed={pointed} around={at === -1 ? undefined : around} />;
}
