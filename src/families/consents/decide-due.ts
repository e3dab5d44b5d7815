import type { Consent, Matter } from '#families/consents/consent.ts';
import { findConsent, listDueConsents, saveConsent } from '#families/consents/consents.ts';
import { threeDaysAfter } from '#families/consents/want.ts';
import { instantAfter } from '#lib/instant.ts';
import { reportUnexpected } from '#lib/log.ts';
import type { Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/**
 * What recurs: does what nobody objected to within three days, each in a transaction of its own. Where that
 * time ended more than an hour ago the site was away, and whoever wanted to object could not: everybody has
 * three days more, and is told once more by `tell`.
 */
export async function decideDue(
  { database, now }: Pick<Site, 'database' | 'now'>,
  what: Matter['what'],
  { act, tell }: Record<'act' | 'tell', (tx: Tx, consent: Consent, now: string) => Promise<void>>,
): Promise<void> {
  const at = now();
  for (const due of await listDueConsents(database.reader, what, at)) {
    // One that fails must not keep the others waiting; it is tried again.
    await database
      .write(async (tx) => {
        const consent = await findConsent(tx, due);
        // Somebody objected, or took it back, since the list was read.
        if (consent?.dueAt === undefined || consent.dueAt > at) return;
        if (consent.dueAt >= instantAfter(at, { hours: -1 })) return act(tx, consent, at);
        const again = { ...consent, dueAt: threeDaysAfter(at) };
        await saveConsent(tx, again);
        await tell(tx, again, at);
      })
      .catch((error: unknown) => reportUnexpected(error, `what is due: ${what}`));
  }
}
