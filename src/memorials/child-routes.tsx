import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { goOn, page } from '#http/answers.ts';
import { readFieldsAndFiles } from '#http/fields.ts';
import { type Filled, untouched } from '#http/forms.ts';
import { standOtherwise } from '#memorials/day.ts';
import { keepChild } from '#memorials/keep-child.ts';
import { keptMemorial } from '#memorials/kept-memorial.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { listMemorials } from '#memorials/memorials.ts';
import { AboutChildPage } from '#memorials/pages/about-child-page.tsx';
import { daysAsWrittenPath, memorialHomePath } from '#memorials/paths.ts';
import { readChild } from '#memorials/read-child.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { receivePhotograph } from '#photographs/receive.ts';
import { familyGallery } from '#photographs/show.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';

/** Everything kept about a child, in one form. */
export function childRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/memorials/:id/child', async (c) => aboutChild(c, await kept(c), untouched));

  routes.post('/home/memorials/:id/child', async (c) => {
    const before = await kept(c);
    const by = { familyId: before.familyId, personId: c.var.person.id };
    const { fields, taken } = await readFieldsAndFiles(c, ({ stream, name }) =>
      receivePhotograph(site, { stream, name }, by),
    );
    const refused = taken.find((one) => 'refused' in one);
    const read = readChild(fields, before, await othersOf(reader, before));
    if (!read.ok || refused) {
      const filled: Filled = read.ok ? { values: fields, errors: {} } : read.filled;
      const why = refused && say(`photograph.refused.${refused.refused}`, { name: refused.name });
      return aboutChild(c, before, filled, why);
    }
    const portrait = taken.find((one) => 'taken' in one)?.taken;
    const memorial = await database.write(async (tx) => {
      const others = await othersOf(tx, before);
      return keepChild(tx, before, (current) => readChild(fields, current, others), portrait, now());
    });
    return goOn(c, standOtherwise(memorial.days) ? daysAsWrittenPath(memorial) : memorialHomePath(memorial));
  });
  return routes;

  function kept(c: Context<PersonEnv>): Promise<Memorial> {
    return keptMemorial(reader, c.var.person, c.req.param('id'));
  }

  async function aboutChild(
    c: Context,
    memorial: Memorial,
    filled: Filled,
    refused?: string,
  ): Promise<Response> {
    const { portraitId } = memorial;
    const gallery = await familyGallery(reader, portraitId ? [portraitId] : []);
    const portrait = portraitId ? gallery(portraitId, memorial.portraitAlternative) : undefined;
    const others = await othersOf(reader, memorial);
    return page(
      c,
      <AboutChildPage
        say={say}
        memorial={memorial}
        others={others}
        portrait={portrait}
        filled={filled}
        refused={refused}
      />,
      filled === untouched ? 200 : 422,
    );
  }
}

/** The other pages of the same family: of brothers and sisters, perhaps. */
async function othersOf(db: Reader, { id, familyId }: Memorial): Promise<Memorial[]> {
  return (await listMemorials(db, [familyId])).filter((other) => other.id !== id);
}
