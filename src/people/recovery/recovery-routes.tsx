import { sayHere } from '#i18n/spoken.ts';
import { Hono } from 'hono';
import { goOn, page } from '#http/answers.ts';
import { RecoveryPage, RecoveryPaperPage } from '#people/recovery/recovery-page.tsx';
import { recoveryPath } from '#people/paths.ts';
import { newRecoveryCodes } from '#people/recovery/recovery-code.ts';
import { findRecoveryPaper, saveRecoveryCodes } from '#people/recovery/recovery-codes.ts';
import { deviceToTell } from '#people/devices/device.ts';
import { deviceHere, type PersonEnv } from '#people/signed-in.tsx';
import { requireFresh } from '#people/confirming/step-up.tsx';
import type { Site } from '#schema/site.ts';

/** A person's recovery codes: how many are left, and a new paper in the place of the one before. */
export function recoveryRoutes(site: Site): Hono<PersonEnv> {
  const { database, now, url } = site;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get(recoveryPath, async (c) => {
    const paper = await findRecoveryPaper(database.reader, c.var.person.id);
    return page(c, <RecoveryPage say={say} paper={paper} />);
  });

  // The codes stand in this answer and nowhere else: what is kept cannot be turned back into them.
  routes.post(recoveryPath, requireFresh(site), async (c) => {
    const { person } = c.var;
    const codes = newRecoveryCodes();
    const madeAt = now();
    const counts = await database.write(async (tx) => {
      const isNewest = await saveRecoveryCodes(tx, person.id, codes, madeAt);
      if (isNewest)
        await tx.record({ recoveryCodesMade: `${person.id} ${madeAt} ${deviceToTell(deviceHere(c))}` });
      return isNewest;
    });
    if (!counts) return goOn(c, recoveryPath);
    return page(
      c,
      <RecoveryPaperPage say={say} person={person} codes={codes} madeAt={madeAt} siteUrl={url} />,
    );
  });
  return routes;
}
