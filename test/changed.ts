import type { Audience } from '#audiences/audience.ts';
import { deviceOf } from '#people/devices/device.ts';
import type { World } from '#test/world.ts';
import { findDrafts, saveDraft } from '#tributes/writing/drafts.ts';
import { publishTribute } from '#tributes/publishing/publish.ts';
import { emptyWords, type Tribute, type Words } from '#tributes/tribute.ts';

/** Other words of a letter, published for an audience, a day later. */
export async function change(
  site: World,
  tribute: Tribute,
  words: Partial<Words>,
  audience: Audience,
): Promise<void> {
  site.clock.advance({ days: 1 });
  const memorial = await site.memorialNow({ id: tribute.memorialId });
  await site.database.write(async (tx) => {
    const { draft } = await findDrafts(tx, tribute.id);
    const fresh = {
      ...emptyWords('en', []),
      id: draft?.id ?? `draft of ${tribute.id}`,
      tributeId: tribute.id,
      beside: false,
      beganFrom: 0,
      device: deviceOf(),
      updatedAt: site.clock.now(),
      ...words,
    };
    await saveDraft(tx, fresh, tribute.writerId);
    const now = await site.tributeNow(tribute);
    await publishTribute(tx, memorial, now, { audience, revision: now.revision }, site.clock.now());
  });
}
