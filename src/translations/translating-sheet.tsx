import type { Context } from 'hono';
import { goOn, page, wantsJson } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { countIn, type FieldError, type Filled, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { languageHere, sayHere } from '#i18n/spoken.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { findNames } from '#people/people.ts';
import { servePhotograph } from '#photographs/routes.tsx';
import { familyGallery, type Gallery } from '#photographs/show.ts';
import type { Reader, Tx } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { uncoveredPhotographs } from '#tributes/covers/cover.ts';
import { titleOf } from '#tributes/title.ts';
import type { Version } from '#tributes/tribute.ts';
import { findVersionFor } from '#tributes/versions/versions.ts';
import { TranslatingPage } from '#translations/pages/translating-page.tsx';
import { translatingPicturesPath } from '#translations/paths.ts';
import { readTranslated, type Sent } from '#translations/read-translated.ts';
import { keepTranslation, offerTranslation, withTyped } from '#translations/translate.ts';
import type { Translating } from '#translations/translating.ts';
import { partWith } from '#translations/sheet-parts.ts';
import {
  fieldsBeside,
  type Row,
  type Translated,
  type Translation,
  unfinishedFields,
} from '#translations/translation.ts';

/** Where a sheet stands, and who sits before it. */
export type SheetPlace = {
  /** Its own address; drafts are sent to `draft` beneath it. */
  path: string;
  /** Where it leads once it is offered. */
  offeredPath: string;
  /** The way back, for somebody of the family. */
  backPath: string | undefined;
  /** Whether a parent translates, who reads it next themselves. */
  decides: boolean;
  /** Finds what is translated again, in the transaction that keeps it; nothing where it is no longer there for them. */
  again: (db: Reader) => Promise<Translating | undefined>;
};

type Shown = { filled?: Filled; conflict?: Conflict; part?: number | undefined; status?: 200 | 409 | 422 };
/** What was typed from an older page, laid beside the original of now. */
type Conflict = Translated & { translator: string; editor: string };
type Kept =
  | { kept: Translation; missing: readonly string[] | undefined }
  | { refused: 'is-older' }
  | undefined;

/** A letter of two million letters of any script, with what stands around it. */
const longest = 16 * 1024 * 1024;

/** The sheet on which a translation is written, for translators who were let in and for those of the family. */
export function translatingSheet(site: Site) {
  const { database, now } = site;
  const { reader } = database;
  return { show, keep, photograph };

  async function show(
    c: Context,
    { translation, tribute, memorial, original }: Translating,
    place: SheetPlace,
    { filled = untouched, conflict, part, status = 200 }: Shown = {},
  ): Promise<Response> {
    const { invitedBy } = translation;
    const { palette } = memorial;
    return page(
      c,
      <TranslatingPage
        say={sayHere}
        palette={palette}
        title={titleOf(sayHere, tribute.kind, original, calledIn(memorial, languageHere()))}
        place={place}
        translation={translation}
        original={original}
        conflict={conflict}
        gallery={await galleryOf(original, place)}
        invitedBy={(await findNames(reader, [invitedBy])).get(invitedBy) ?? ''}
        isKept={c.req.query('kept') !== undefined}
        part={part ?? countIn(c.req.query('part'))}
        filled={filled}
      />,
      status,
    );
  }

  /** The photographs whose words are translated; none that is covered, which nobody chose to look at. */
  function galleryOf(original: Version, { path }: SheetPlace): Promise<Gallery> {
    const ids = uncoveredPhotographs(original).map(({ photographId }) => photographId);
    return familyGallery(reader, ids, (id) => translatingPicturesPath(path, id));
  }

  /** One of them, where whoever asks may translate what it stands in. */
  async function photograph(c: Context, place: SheetPlace): Promise<Response> {
    const { photograph: id = '', file = '' } = c.req.param() as Record<string, string | undefined>;
    const found = await place.again(reader);
    const isThere =
      found && uncoveredPhotographs(found.original).some(({ photographId }) => photographId === id);
    if (!isThere) throw new NotFound();
    return servePhotograph(c, site, id, file);
  }

  /** Keeps what was typed, and offers it where that is asked for. Answers nothing where it is no longer there. */
  async function keep(c: Context, place: SheetPlace): Promise<Response | { fields: Fields }> {
    const fields = await readFields(c, longest);
    const { sent, filled } = readTranslated(fields);
    const part = countIn(fields['part']);
    const found = await place.again(reader);
    if (!found) return { fields };
    // Of a page that stands beside another original the fields are others: it is laid out anew.
    const fits = sent.ofVersion === found.original.number;
    if (Object.keys(filled.errors).length > 0)
      return fits || wantsJson(c) ? refused(c, found, place, filled, part) : older(c, place, sent, part);
    const goes = countIn(fields['go']);
    const offers = fields['offer'] === 'yes';
    const kept = await database.write((tx) => keepIn(tx, place, sent, offers));
    if (!kept) return { fields };
    if ('refused' in kept) return older(c, place, sent, part);
    if (wantsJson(c)) return c.json({ kept: 'draft', revision: kept.kept.revision });
    const shown = goes > 0 ? goes : part;
    if (!offers) return goOn(c, `${place.path}?${shown > 1 ? `part=${shown}&` : ''}kept`);
    if (!kept.missing) return goOn(c, place.offeredPath);
    const again = await place.again(reader);
    if (!again) throw new NotFound();
    const missing = partWith(fieldsBeside(again.original, again.translation), new Set(kept.missing));
    return show(c, again, place, { filled: marked(again, kept.missing), part: missing, status: 422 });
  }

  async function keepIn(tx: Tx, place: SheetPlace, sent: Sent, offers: boolean): Promise<Kept> {
    const found = await place.again(tx);
    if (!found) return undefined;
    const { translation, original, memorial } = found;
    const translator = sent.translator || translation.translator;
    const typed = { ...sent, translator, readsIn: languageHere() };
    const kept = await keepTranslation(tx, translation, original, typed);
    if ('refused' in kept) return kept;
    if (!offers) return { kept, missing: undefined };
    const answer = await offerTranslation(tx, kept, original, memorial, now());
    const missing =
      answer === 'offered' ? undefined : unfinishedFields(original, kept).map(({ field }) => field);
    return { kept, missing };
  }

  function refused(
    c: Context,
    found: Translating,
    place: SheetPlace,
    filled: Filled,
    part: number,
  ): Promise<Response> | Response {
    const said = Object.entries(filled.errors).map(([field, { key, values }]) => [
      field,
      sayHere(key, values),
    ]);
    if (wantsJson(c)) return c.json({ errors: Object.fromEntries(said) }, 422);
    return show(c, found, place, { filled, part, status: 422 });
  }

  /** What was typed from an older page: all of it stands there again, beside what is kept by now. */
  async function older(c: Context, place: SheetPlace, sent: Sent, part: number): Promise<Response> {
    if (wantsJson(c)) return c.json({ error: sayHere('translating.older-elsewhere') }, 409);
    const found = await place.again(reader);
    if (!found) throw new NotFound();
    const beside = (await originalThen(found, sent.ofVersion)) ?? found.original;
    const translator = sent.translator || found.translation.translator;
    const { editor } = sent;
    const conflict = { ...withTyped(found.translation, beside, sent), translator, editor };
    return show(c, found, place, { conflict, part, status: 409 });
  }

  /** The original that a page stood beside: none that its translator was never shown. */
  async function originalThen(found: Translating, number: number): Promise<Version | undefined> {
    const { viewer, memorial, tribute, translation, original } = found;
    if (number < translation.ofVersion || number > original.number) return undefined;
    return findVersionFor(reader, viewer, memorial, tribute, number);
  }
}

/** The sheet with a sentence at each field that keeps it from being offered. */
function marked({ original, translation }: Translating, fields: readonly string[]): Filled {
  const unfinished = new Map(unfinishedFields(original, translation).map((row) => [row.field, row]));
  const errors = fields.map((field): [string, FieldError] => [
    field,
    { key: `translating.${whyUnfinished(unfinished.get(field))}` },
  ]);
  return { values: {}, errors: Object.fromEntries(errors) };
}

function whyUnfinished(row: Row | undefined): 'missing' | 'look-again' | 'machine-look' {
  if (row?.was !== undefined) return 'look-again';
  return row?.byMachine ? 'machine-look' : 'missing';
}
