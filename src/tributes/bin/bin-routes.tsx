import { sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { NotFound } from '#http/refusals.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { once } from '#schema/once.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { binTribute, bringBack, eraseBeside, eraseTribute } from '#tributes/bin/bin.ts';
import { type Binned, listBinned, markBesideBinned } from '#tributes/bin/binned.ts';
import { ownTribute } from '#tributes/own-tribute.ts';
import { BinPage } from '#tributes/bin/bin-page.tsx';
import { ErasurePage } from '#tributes/bin/erasure-page.tsx';
import { binnedPath, keptTributePath, writingPath } from '#tributes/paths.ts';

// Also for whoever keeps the page no longer: what they wrote is theirs to throw away.
const theirs = { inTheBin: true, evenGone: true };

/** The bin of each person: what they put there, bringing it back, erasing it before its time. */
export function binRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/bin', async (c) =>
    page(c, <BinPage say={say} binned={await listBinned(reader, c.var.person.id)} />),
  );

  routes.post('/home/tributes/:id/bin', async (c) => {
    const { tribute } = await ownTribute(reader, c.var.person, c.req.param('id'), theirs);
    return doneOnce(c, (tx) => binTribute(tx, tribute, now()));
  });

  routes.delete('/home/tributes/:id/bin', async (c) => {
    const own = await ownTribute(reader, c.var.person, c.req.param('id'), theirs);
    await database.write((tx) => bringBack(tx, own.tribute));
    return goOn(c, await whereItIs(c, own));
  });

  routes.get('/home/tributes/:id/erasure', async (c) =>
    page(c, <ErasurePage say={say} one={await found(reader, c.var.person, c.req.param('id'))} />),
  );

  // Only what lies in the bin is erased, and never twice: the second time there is nothing there.
  routes.post('/home/tributes/:id/erasure', async (c) => {
    const id = c.req.param('id');
    return doneOnce(c, async (tx) => eraseTribute(tx, (await found(tx, c.var.person, id)).draft.tributeId));
  });

  routes.delete('/home/tributes/:id/beside/:draft/bin', async (c) => {
    const { id, draft } = c.req.param();
    const own = await ownTribute(reader, c.var.person, id, { evenGone: true });
    await database.write((tx) => markBesideBinned(tx, { id: draft, tributeId: own.tribute.id }, undefined));
    return goOn(c, await whereItIs(c, own));
  });

  routes.get('/home/tributes/:id/beside/:draft/erasure', async (c) => {
    const { id, draft } = c.req.param();
    return page(c, <ErasurePage say={say} one={await found(reader, c.var.person, id, draft)} />);
  });

  routes.post('/home/tributes/:id/beside/:draft/erasure', async (c) => {
    const { id, draft } = c.req.param();
    return doneOnce(c, async (tx) => eraseBeside(tx, (await found(tx, c.var.person, id, draft)).draft));
  });
  return routes;

  /** Where it stands for its writer: on its sheet, or with what they keep for themselves. */
  async function whereItIs(
    c: Context<PersonEnv>,
    { tribute, memorial }: Awaited<ReturnType<typeof ownTribute>>,
  ): Promise<string> {
    const keeps = may(await viewerOf(reader, c.var.person), 'keep', memorial.familyId);
    return keeps ? writingPath(tribute) : keptTributePath(tribute);
  }

  async function doneOnce(c: Context<PersonEnv>, act: (tx: Tx) => Promise<void>): Promise<Response> {
    const fields = await readFields(c);
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: c.var.person.id, now: now() }, async () => {
        await act(tx);
        return binnedPath;
      }),
    );
    return goOn(c, path);
  }
}

/** What of this lies in this person's bin; `NotFound` for everything else. */
async function found(
  db: Reader,
  person: { id: string },
  tributeId: string,
  draftId?: string,
): Promise<Binned> {
  const { tribute } = await ownTribute(db, person, tributeId, theirs);
  const binned = (await listBinned(db, person.id)).find(({ what, draft }) =>
    draftId === undefined
      ? what === 'tribute' && draft.tributeId === tribute.id
      : what === 'beside' && draft.id === draftId && draft.tributeId === tribute.id,
  );
  if (!binned) throw new NotFound();
  return binned;
}
