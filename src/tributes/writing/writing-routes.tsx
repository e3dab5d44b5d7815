import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page, wantsJson } from '#http/answers.ts';
import { readFields, readFieldsAndFiles, type Upload } from '#http/fields.ts';
import type { Filled } from '#http/forms.ts';
import { NotFound, Refused } from '#http/refusals.ts';
import { findMemorial } from '#memorials/memorials.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { deviceOf } from '#people/devices/device.ts';
import { addPhotograph, receivePhotograph } from '#photographs/receive.ts';
import { familyGallery } from '#photographs/show.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { once } from '#schema/once.ts';
import { beginTribute } from '#tributes/writing/begin-tribute.ts';
import { keepWhereGone } from '#tributes/writing/keep-gone.ts';
import { type Kept, keepDraft, wordsSoFar } from '#tributes/writing/keep-draft.ts';
import { WritingPage, type WritingPageProps } from '#tributes/writing/writing-page.tsx';
import { ownTribute } from '#tributes/own-tribute.ts';
import { binnedPath, keptPath, keptTributePath, publicationPath, writingPath } from '#tributes/paths.ts';
import { choosePointable, listPointable } from '#tributes/pointers.ts';
import { namedPointers } from '#tributes/writing/read-pointers.ts';
import { returnedNote } from '#tributes/approval/read-returned-note.tsx';
import { readSave } from '#tributes/writing/read-save.tsx';
import { readWords } from '#tributes/writing/read-words.ts';
import { listSigners } from '#tributes/signing/signers.ts';
import { notThereYet, placeIn, withFresh, withNamed } from '#tributes/writing/sent-photographs.ts';
import { settleBeside } from '#tributes/writing/settle-beside.ts';
import { findDrafts, findUnwritten } from '#tributes/writing/drafts.ts';
import { findOwnTribute } from '#tributes/tributes.ts';
import { emptyWords, mostPhotographs, type Tribute, tributeKinds, type Words } from '#tributes/tribute.ts';

/** Writing letters: begin, keep, photographs, what was written on another device. */
export function writingRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.post('/home/memorials/:id/tributes', async (c) => {
    const fields = await readFields(c);
    const { person } = c.var;
    const memorial = await findMemorial(reader, c.req.param('id'));
    if (!memorial || !may(await viewerOf(reader, person), 'keep', memorial.familyId)) throw new NotFound();
    const signers = await listSigners(reader, memorial.familyId);
    const signature = signers.find(({ personId }) => personId === person.id) ?? {
      personId: person.id,
      as: person.name,
    };
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        const by = { personId: person.id, memorialId: memorial.id, language: memorial.language, signature };
        const kind = tributeKinds.find((known) => known === fields['kind']) ?? 'letter';
        const onlyForMe = fields['only-for-me'] === 'yes';
        const device = deviceOf(c.req.header('user-agent'));
        // What was begun and never written in is gone on with.
        const tribute =
          (await findUnwritten(tx, { ...by, kind, onlyForMe })) ??
          (await beginTribute(tx, { ...by, kind, onlyForMe, device }, now()));
        return writingPath(tribute);
      }),
    );
    return goOn(c, path);
  });

  routes.get('/home/tributes/:id', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'), evenGone);
    if (tribute.binnedAt !== undefined) return goOn(c, binnedPath);
    if (!may(await viewerOf(reader, c.var.person), 'keep', memorial.familyId))
      return goOn(c, keptTributePath(tribute));
    return sheet(c, memorial, tribute, { isBackFromKeeping: c.req.query('kept') !== undefined });
  });

  routes.post('/home/tributes/:id/draft', async (c) => {
    const { person } = c.var;
    const { tribute, memorial } = await ownTribute(reader, person, c.req.param('id'), evenGone);
    if (!may(await viewerOf(reader, person), 'keep', memorial.familyId)) return keptWhereGone(c, tribute);
    const { fields, fresh: arrived, refusedFiles } = await received(c, memorial);
    const signers = await listSigners(reader, memorial.familyId);
    const viewer = await viewerOf(reader, person);
    const mayCover = may(viewer, 'cover', memorial.familyId);
    const save = readSave(c, fields);
    const place = placeIn(fields, tribute);
    const at = now();
    // What was there before is read where it is changed: a photograph may arrive between two saves.
    const { kept, filled, tooMany } = await database.write(async (tx) => {
      const before = await startingFrom(tx, tribute, memorial, save.editor);
      const named = namedPointers(fields, before);
      const read = readWords(fields, {
        kind: tribute.kind,
        signers,
        before: await withNamed(tx, before, fields, tribute),
        pointable: await choosePointable(tx, viewer, memorial, tribute, named),
        mayCover,
      });
      const isAgain = save.beganFrom !== (await findOwnTribute(tx, person.id, tribute.id))?.revision;
      const brought = isAgain ? await notThereYet(tx, arrived, before) : arrived;
      const fresh = brought.slice(0, Math.max(0, mostPhotographs - before.photographs.length));
      for (const one of fresh) await addPhotograph(tx, one, at);
      // Photographs that came with words that are refused are kept nevertheless: sending them took long enough.
      const words = read.ok ? read.words : fresh.length > 0 ? before : undefined;
      const saved =
        words && (await keepDraft(tx, tribute, { ...save, words: withFresh(words, fresh, place) }, at));
      const isRefused = Object.keys(read.filled.errors).length > 0;
      return {
        kept: read.ok ? saved : undefined,
        filled: isRefused ? read.filled : undefined,
        tooMany: brought.slice(fresh.length).map(({ photograph }) => photograph.name),
      };
    });
    for (const name of tooMany) refusedFiles.push({ refused: 'too-many', name });
    if (filled) {
      if (wantsJson(c)) return c.json({ ...kept, errors: said(filled) }, 422);
      return sheet(c, memorial, tribute, { filled, refusedFiles, isRestKept: kept !== undefined }, 422);
    }
    if (wantsJson(c)) return c.json(kept);
    if (refusedFiles.length > 0) {
      const again = await ownTribute(reader, c.var.person, c.req.param('id'), inTheBinToo);
      return sheet(c, again.memorial, again.tribute, { refusedFiles }, 422);
    }
    if (kept?.kept !== 'draft') return goOn(c, writingPath(tribute));
    return goOn(c, fields['then'] === 'publication' ? publicationPath(tribute) : keptPath(tribute));
  });

  routes.post('/home/tributes/:id/photographs', async (c) => {
    const { tribute, memorial } = await ownTribute(reader, c.var.person, c.req.param('id'), inTheBinToo);
    const { fields, fresh, refusedFiles } = await received(c, memorial);
    const [taken] = fresh;
    if (!taken) {
      const [refused] = refusedFiles;
      if (!refused) throw new Refused('unreadable');
      return c.json({ refused: say(`photograph.refused.${refused.refused}`, { name: refused.name }) }, 422);
    }
    const at = now();
    const save = readSave(c, fields);
    if ((await startingFrom(reader, tribute, memorial, save.editor)).photographs.length >= mostPhotographs) {
      const { name } = taken.photograph;
      return c.json({ refused: say('photograph.refused.too-many', { name }) }, 422);
    }
    let kept: Kept | undefined;
    const id = await database.write((tx) => {
      // A transaction may be run again, and find then that the same form was first.
      kept = undefined;
      return once(tx, { key: fields['form'], personId: c.var.person.id, now: at }, async () => {
        const words = await startingFrom(tx, tribute, memorial, save.editor);
        await addPhotograph(tx, taken, at);
        const place = placeIn(fields, tribute);
        kept = await keepDraft(tx, tribute, { ...save, words: withFresh(words, [taken], place) }, at);
        return taken.photograph.id;
      });
    });
    const shown = (await familyGallery(reader, [id]))(id, '');
    return c.json({
      ...kept,
      photograph: { id, src: shown?.src, width: shown?.width, height: shown?.height },
    });
  });

  routes.post('/home/tributes/:id/beside/:draft', async (c) => {
    const { tribute } = await ownTribute(reader, c.var.person, c.req.param('id'));
    const fields = await readFields(c);
    const choice = fields['choice'] === 'use' ? 'use' : 'leave';
    await database.write((tx) => settleBeside(tx, tribute, c.req.param('draft'), choice, now()));
    return goOn(c, writingPath(tribute));
  });

  return routes;

  /** Somebody who keeps the page no longer had its sheet still open. */
  async function keptWhereGone(c: Context<PersonEnv>, tribute: Tribute): Promise<Response> {
    const fields = await readFields(c);
    const save = readSave(c, fields);
    const kept = await database.write((tx) => keepWhereGone(tx, tribute, fields, save, now()));
    if (!kept) throw new Refused('unreadable');
    return wantsJson(c) ? c.json(kept) : goOn(c, keptTributePath(tribute));
  }

  async function received(c: Context<PersonEnv>, memorial: Memorial) {
    const by = { familyId: memorial.familyId, personId: c.var.person.id };
    const take = ({ stream, name }: Upload) => receivePhotograph(site, { stream, name }, by);
    const { fields, taken } = await readFieldsAndFiles(c, take);
    const refusedFiles: { refused: string; name: string }[] = taken.filter((one) => 'refused' in one);
    return { fields, refusedFiles, fresh: taken.filter((one) => 'taken' in one).map((one) => one.taken) };
  }

  async function startingFrom(
    db: Reader,
    tribute: Tribute,
    memorial: Memorial,
    editor?: string,
  ): Promise<Words> {
    return (await wordsSoFar(db, tribute, editor)) ?? emptyWords(memorial.language, []);
  }

  async function sheet(
    c: Context<PersonEnv>,
    memorial: Memorial,
    tribute: Tribute,
    shown: Pick<WritingPageProps, 'filled' | 'refusedFiles' | 'isRestKept' | 'isBackFromKeeping'>,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const [words, { draft, beside }, viewer] = await Promise.all([
      startingFrom(reader, tribute, memorial),
      findDrafts(reader, tribute.id),
      viewerOf(reader, c.var.person),
    ]);
    const gallery = await familyGallery(
      reader,
      words.photographs.map(({ photographId }) => photographId),
    );
    return page(
      c,
      <WritingPage
        say={say}
        called={calledIn(memorial, languageHere())}
        memorial={memorial}
        tribute={tribute}
        words={words}
        writtenBy={draft?.id}
        beside={beside}
        device={deviceOf(c.req.header('user-agent'))}
        above={await returnedNote(reader, tribute)}
        signers={await listSigners(reader, memorial.familyId)}
        gallery={gallery}
        pointable={await listPointable(reader, viewer, memorial, tribute)}
        mayCover={may(viewer, 'cover', memorial.familyId)}
        {...shown}
      />,
      status,
    );
  }

  function said({ errors }: Filled): Record<string, string> {
    return Object.fromEntries(
      Object.entries(errors).map(([name, { key, values }]) => [name, say(key, values)]),
    );
  }
}

/** A sheet that is still open somewhere goes on keeping what is typed, in the bin too: nothing typed is lost. */
const inTheBinToo = { inTheBin: true };
const evenGone = { inTheBin: true, evenGone: true };
