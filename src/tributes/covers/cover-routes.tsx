import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { goOn, page } from '#http/answers.ts';
import { readFields } from '#http/fields.ts';
import { type Filled, readForm, refusedAt, untouched, words } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayHere } from '#i18n/spoken.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { findNames } from '#people/people.ts';
import { familyGallery } from '#photographs/show.ts';
import type { Reader } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { CoverPage } from '#tributes/covers/cover-page.tsx';
import { type CoverablePiece, coverablePiece } from '#tributes/covers/coverable-piece.ts';
import { laidInWords } from '#tributes/covers/laid-in-words.ts';
import { layCover, takeCoverOff } from '#tributes/covers/lay-cover.ts';
import { longestCover } from '#tributes/covers/read-cover.ts';
import { coverPath } from '#tributes/paths.ts';
import type { Placed } from '#tributes/tribute.ts';

const form = z.object({ words: words(longestCover), seen: z.string().catch('') });

type Found = { piece: CoverablePiece; photograph: Placed | undefined };

/** The covers that parents lay over what a keeper wrote: over all of it, or over one photograph. */
export function coverRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const routes = new Hono<PersonEnv>();

  for (const path of ['/home/tributes/:id/cover', '/home/tributes/:id/cover/:photograph'] as const) {
    routes.get(path, async (c) => show(c, await found(reader, c), untouched));

    routes.post(path, async (c) => {
      const fields = await readFields(c);
      const read = readForm(form, fields);
      if (!read.ok) return show(c, await found(reader, c), read.filled);
      const answer = await database.write(async (tx) => {
        const { piece, photograph } = await found(tx, c);
        if (!piece.isOpen) throw new NotFound();
        const { language } = piece.memorial;
        return layCover(
          tx,
          overOf(piece, photograph),
          { ...read.form, language, by: c.var.person.id },
          now(),
        );
      });
      const after = await found(reader, c);
      if ('laid' in answer) return goOn(c, coverPath(after.piece.tribute, after.photograph?.photographId));
      return show(c, after, refusedAt('words', 'error.cover-since', fields));
    });

    routes.delete(path, async (c) => {
      const { piece, photograph } = await found(reader, c);
      await database.write(async (tx) => {
        const current = await found(tx, c);
        await takeCoverOff(tx, overOf(current.piece, photograph), c.var.person.id, now());
      });
      // Where none can be laid any more, nothing is left to do here.
      if (!piece.isOpen) return goOn(c, memorialHomePath(piece.memorial));
      return goOn(c, coverPath(piece.tribute, photograph?.photographId));
    });
  }
  return routes;

  async function show(c: Context<PersonEnv>, { piece, photograph }: Found, filled: Filled) {
    const { tribute, memorial, photographs, pictureOf, covers } = piece;
    const ids = (photograph ? [photograph] : photographs).map(({ photographId }) => photographId);
    return page(
      c,
      <CoverPage
        say={sayHere}
        piece={piece}
        writer={(await findNames(reader, [tribute.writerId])).get(tribute.writerId) ?? ''}
        photograph={photograph}
        gallery={await familyGallery(reader, ids, pictureOf)}
        laidInWords={await laidInWords(reader, sayHere, memorial.zone, covers)}
        filled={filled}
      />,
      filled === untouched ? 200 : 422,
    );
  }
}

const overOf = ({ tribute }: CoverablePiece, photograph: Placed | undefined) => ({
  tributeId: tribute.id,
  photographId: photograph?.photographId,
});

/** The piece, and of its photographs the one that is named. Throws `NotFound` where that is none of its. */
async function found(db: Reader, c: Context<PersonEnv>): Promise<Found> {
  const { id, photograph: named } = c.req.param() as Record<string, string | undefined>;
  const piece = await coverablePiece(db, c.var.person, id);
  const photograph = piece.photographs.find(({ photographId }) => photographId === named);
  if (named !== undefined && !photograph) throw new NotFound();
  return { piece, photograph };
}
