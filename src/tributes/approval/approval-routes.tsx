import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { audienceField } from '#audiences/audience-field.ts';
import { may } from '#audiences/may.ts';
import { ladderOf, type Offered } from '#audiences/offered-to.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { countIn, type Filled, readForm, untouched, words as exactWords } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { openMemorial } from '#memorials/open.ts';
import { OpeningFields, readOpeningFor } from '#memorials/opening-fields.tsx';
import { memorialHomePath } from '#memorials/paths.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Reader, Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { removeApproval } from '#tributes/approval/approvals.ts';
import { askParents, giveBack, publishForKeeper } from '#tributes/approval/approve.ts';
import { asAgreed } from '#tributes/signing/ask-to-sign.ts';
import { askedToPublish } from '#tributes/signing/asked.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { ApprovalPage } from '#tributes/approval/approval-page.tsx';
import { publicationPath } from '#tributes/paths.ts';
import type { AsRead } from '#tributes/signing/signing-routes.tsx';
import { findVersion } from '#tributes/versions/versions.ts';

const asked = z.object({ revision: z.string().optional().transform(countIn) });
const published = asked.extend({ audience: audienceField });
const returned = z.object({ note: exactWords(2000) });

class Refusal extends Error {
  readonly filled: Filled;
  constructor(filled: Filled) {
    super('refused');
    this.filled = filled;
  }
}

/** What a keeper wrote for more than the family: asking the parents, who read it, publish it or give it back. */
export function approvalRoutes(site: Site, asRead: AsRead): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.post('/home/tributes/:id/approval', async (c) => {
    const { person } = c.var;
    await keepersTribute(c);
    const fields = await readFields(c);
    const read = readForm(asked, fields);
    const revision = read.ok ? read.form.revision : -1;
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        const { tribute } = await ownTribute(tx, person, c.req.param('id'));
        const answer = await askParents(tx, tribute, { revision, audience: 'everyone' }, now());
        const refused = 'refused' in answer ? `?not-asked=${answer.refused}` : '';
        return `${publicationPath(tribute)}${refused}`;
      }),
    );
    return goOn(c, path);
  });

  routes.delete('/home/tributes/:id/approval', async (c) => {
    const { tribute } = await keepersTribute(c);
    await database.write((tx) => removeApproval(tx, tribute.id));
    return goOn(c, publicationPath(tribute));
  });

  routes.get('/home/tributes/:id/approval', (c) => approval(c, untouched));

  routes.post('/home/tributes/:id/approval/publication', async (c) => {
    const { person } = c.var;
    const fields = await readFields(c);
    const read = readForm(published, fields);
    if (!read.ok) return approval(c, read.filled);
    try {
      const path = await database.write((tx) =>
        once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
          const by = { person, tributeId: c.req.param('id'), ...read.form };
          const { memorial } = await askedToPublish(tx, person, by.tributeId);
          await publish(tx, memorial, by, fields);
          return memorialHomePath(memorial);
        }),
      );
      return goOn(c, path);
    } catch (error) {
      // Thrown to undo the whole transaction: opening and publishing happen together or not at all.
      if (error instanceof Refusal) return approval(c, error.filled);
      throw error;
    }
  });

  routes.post('/home/tributes/:id/approval/return', async (c) => {
    const { person } = c.var;
    const fields = await readFields(c);
    const read = readForm(returned, fields);
    if (!read.ok) return approval(c, read.filled);
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        await giveBack(tx, person, { tributeId: c.req.param('id'), note: read.form.note }, now());
        return '/home';
      }),
    );
    return goOn(c, path);
  });
  return routes;

  /** A tribute of somebody who may not open it wider by themselves. */
  async function keepersTribute(c: Context<PersonEnv>) {
    const own = await ownTribute(reader, c.var.person, c.req.param('id'));
    if (may(await viewerOf(reader, c.var.person), 'open-wider', own.memorial.familyId)) throw new NotFound();
    return own;
  }

  type Publishing = z.output<typeof published> & { person: { id: string }; tributeId: string };

  async function publish(tx: Tx, around: Memorial, by: Publishing, fields: Fields): Promise<void> {
    let memorial = around;
    const offered = await askable(tx, memorial);
    if (!offered.some(({ audience }) => audience === by.audience))
      throw new Refusal({ values: fields, errors: { audience: { key: 'error.audience' } } });
    const read = readOpeningFor(memorial, by.audience, fields);
    if ('refused' in read) throw new Refusal(read.refused);
    if (read.opening) {
      const answer = await openMemorial(tx, memorial, read.opening, now());
      if ('refused' in answer)
        throw new Refusal({ values: fields, errors: { address: { key: answer.refused } } });
      memorial = answer.opened;
    }
    const answer = await publishForKeeper(tx, memorial, by, now());
    if ('refused' in answer)
      throw new Refusal({ values: fields, errors: { audience: { key: `error.publish-${answer.refused}` } } });
  }

  async function approval(c: Context<PersonEnv>, filled: Filled): Promise<Response> {
    const found = await askedToPublish(reader, c.var.person, c.req.param('id'));
    const { tribute, memorial, words } = found;
    const current = await findVersion(reader, tribute.id, tribute.version);
    const agreed = words && (await asAgreed(reader, tribute, words, current));
    return page(
      c,
      <ApprovalPage
        say={say}
        asked={found}
        read={agreed && (await asRead(tribute, memorial, agreed))}
        offered={await askable(reader, memorial)}
        opening={
          memorial.audience !== 'everyone' && (
            <OpeningFields say={say} memorial={memorial} filled={filled} siteUrl={site.url} />
          )
        }
        filled={filled}
      />,
      filled === untouched ? 200 : 422,
    );
  }
}

/** What parents may publish somebody else's words for: everything but the writer's own “only me”. */
async function askable(db: Reader, { familyId }: Memorial): Promise<Offered[]> {
  return (await ladderOf(db, familyId)).filter(({ audience }) => audience !== 'only-me');
}
