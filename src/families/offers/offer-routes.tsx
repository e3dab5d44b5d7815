import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Offer } from '#families/offers/offer.ts';
import { offeredThings } from '#families/offers/offer.ts';
import { acceptOffer, endOffer, offer } from '#families/offers/offering.ts';
import { findOffer } from '#families/offers/offers.ts';
import { ownFamily } from '#families/own-family.ts';
import { OfferPage } from '#families/offers/offer-page.tsx';
import { familyOfPath, memberPath, offersPath } from '#families/paths.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { NotFound, Refused } from '#http/refusals.ts';
import { findNames } from '#people/people.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';

const offering = z.object({ person: z.string(), what: z.enum(offeredThings) });

/** Offering somebody of the family to be a parent, now or after one's own time, and their answer. */
export function offerRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.post(offersPath, async (c) => {
    const fields = await readFields(c);
    const familyId = await ownFamily(reader, c.var.person, fields['family'], ['parent']);
    const read = offering.safeParse(fields);
    if (!read.success) throw new Refused('unreadable');
    const { person: personId, what } = read.data;
    return doneOnce(c, fields['form'], async (tx) => {
      await offer(tx, { familyId, personId, what }, c.var.person, now());
      return memberPath({ familyId, personId });
    });
  });

  routes.get(`${offersPath}/:id`, async (c) => {
    const found = await findOffer(reader, c.req.param('id'));
    if (found?.personId !== c.var.person.id) throw new NotFound();
    const names = await findNames(reader, [found.offeredBy]);
    return page(c, <OfferPage say={say} offer={found} name={names.get(found.offeredBy) ?? ''} />);
  });

  routes.post(`${offersPath}/:id/acceptance`, async (c) => {
    const fields = await readFields(c);
    return doneOnce(c, fields['form'], async (tx) => {
      await acceptOffer(tx, c.req.param('id'), c.var.person, now());
      return '/home';
    });
  });

  routes.delete(`${offersPath}/:id`, async (c) => {
    const fields = await readFields(c);
    return doneOnce(c, fields['form'], async (tx) => {
      const ended = await endOffer(tx, c.req.param('id'), c.var.person);
      return afterEnding(ended, c.var.person.id);
    });
  });
  return routes;

  async function doneOnce(
    c: Context<PersonEnv>,
    key: string | undefined,
    act: (tx: Tx) => Promise<string>,
  ): Promise<Response> {
    const form = { key, personId: c.var.person.id, now: now() };
    return goOn(c, await database.write((tx) => once(tx, form, () => act(tx))));
  }
}

function afterEnding(ended: Offer, byId: string): string {
  return ended.personId === byId ? familyOfPath(ended.familyId) : memberPath(ended);
}
