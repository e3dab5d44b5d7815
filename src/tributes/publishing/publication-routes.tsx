import { languageHere, sayHere } from '#i18n/spoken.ts';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Audience } from '#audiences/audience.ts';
import { audienceField } from '#audiences/audience-field.ts';
import { offeredTo } from '#audiences/offered-to.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { goOn, page } from '#http/answers.ts';
import { type Fields, readFields } from '#http/fields.ts';
import { countIn, type Filled, readForm, untouched } from '#http/forms.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { type Opening, openMemorial } from '#memorials/open.ts';
import { OpeningFields, readOpeningFor } from '#memorials/opening-fields.tsx';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import type { Tx } from '#schema/database.ts';
import { once } from '#schema/once.ts';
import type { Site } from '#schema/site.ts';
import { beneathSheet } from '#tributes/publishing/beneath-sheet.tsx';
import { ownTribute } from '#tributes/own-tribute.ts';
import { PublicationPage } from '#tributes/publishing/publication-page.tsx';
import { publicationPath, publishedPath, withdrawnPath } from '#tributes/paths.ts';
import { publishTribute, withdrawTribute } from '#tributes/publishing/publish.ts';
import { readMoment } from '#tributes/schedules/schedule-form.ts';
import { scheduleTribute, type ScheduleRefusal } from '#tributes/schedules/schedule.ts';
import type { Moment } from '#tributes/schedules/scheduled.ts';
import { findSchedule } from '#tributes/schedules/schedules.ts';
import { saysTheSame, type Tribute } from '#tributes/tribute.ts';
import { findDrafts } from '#tributes/writing/drafts.ts';

const form = z.object({
  audience: audienceField,
  revision: z.string().optional().transform(countIn),
  when: z.enum(['now', 'at', 'never'], { error: 'error.choice' }).default('now'),
});

type Asked = { audience: Audience; revision: number; moment: Moment | undefined };
type Found = { tribute: Tribute; memorial: Memorial };

class Refusal extends Error {
  readonly filled: Filled;
  constructor(filled: Filled) {
    super('refused');
    this.filled = filled;
  }
}

/** Deciding who sees a letter and when, publishing it or its change, and taking it back. */
export function publicationRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayHere;
  const routes = new Hono<PersonEnv>();

  routes.get('/home/tributes/:id/publication', async (c) => {
    const found = await ownTribute(reader, c.var.person, c.req.param('id'));
    return sheet(c, found, untouched);
  });

  routes.post('/home/tributes/:id/publication', async (c) => {
    const found = await ownTribute(reader, c.var.person, c.req.param('id'));
    const fields = await readFields(c);
    const read = readAsked(fields, now());
    if ('filled' in read) return sheet(c, found, read.filled, 422);
    try {
      const path = await database.write((tx) =>
        once(tx, { key: fields['form'], personId: c.var.person.id, now: now() }, async () => {
          // As they are now: the page may have been closed while the form arrived.
          const current = await ownTribute(tx, c.var.person, found.tribute.id);
          await mustBeOffered(tx, c.var.person, current.memorial, read.asked, fields);
          if (read.asked.moment) await setForLater(tx, current, read.asked, fields);
          else await publish(tx, current, read.asked, fields);
          return read.asked.moment ? publicationPath(found.tribute) : publishedPath(found.tribute);
        }),
      );
      return goOn(c, path);
    } catch (error) {
      // Thrown to undo the whole transaction: opening and publishing happen together or not at all.
      if (error instanceof Refusal)
        return sheet(c, await ownTribute(reader, c.var.person, c.req.param('id')), error.filled, 422);
      throw error;
    }
  });

  routes.delete('/home/tributes/:id/publication', async (c) => {
    const { tribute } = await ownTribute(reader, c.var.person, c.req.param('id'));
    if (tribute.publishedAt !== undefined) await database.write((tx) => withdrawTribute(tx, tribute, now()));
    return goOn(c, withdrawnPath(tribute));
  });
  return routes;

  async function publish(tx: Tx, found: Found, asked: Asked, fields: Fields): Promise<void> {
    let { memorial } = found;
    const opening = openingAsked(memorial, asked, fields);
    if (opening) {
      const answer = await openMemorial(tx, memorial, opening, now());
      if ('refused' in answer) throw refusalOf(answer.refused, fields);
      memorial = answer.opened;
    }
    const answer = await publishTribute(tx, memorial, found.tribute, asked, now());
    if ('refused' in answer) throw refusalOf(answer.refused, fields);
  }

  /** Sets the moment; a letter for its writer alone is kept for them until then. */
  async function setForLater(tx: Tx, found: Found, asked: Asked, fields: Fields): Promise<void> {
    const { memorial } = found;
    const { moment, audience } = asked;
    if (!moment) return;
    let { tribute } = found;
    let { revision } = asked;
    if (tribute.onlyForMe && tribute.audience === 'only-me') {
      const kept = await publishTribute(tx, memorial, tribute, { audience: 'only-me', revision }, now());
      if ('refused' in kept) throw refusalOf(kept.refused, fields);
      tribute = kept.published;
      ({ revision } = tribute);
    }
    const opening = openingAsked(memorial, asked, fields);
    const by = { askedBy: tribute.writerId, audience, revision, moment, opening };
    const answer = await scheduleTribute(tx, memorial, tribute, by, now());
    if ('refused' in answer) throw refusalOf(answer.refused, fields);
  }

  async function sheet(
    c: Context<PersonEnv>,
    { tribute, memorial }: Found,
    filled: Filled,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const [{ draft }, schedule] = await Promise.all([
      findDrafts(reader, tribute.id),
      findSchedule(reader, tribute.id),
    ]);
    const { offered, beneath } = await beneathSheet(reader, c, { tribute, memorial });
    return page(
      c,
      <PublicationPage
        say={say}
        called={calledIn(memorial, languageHere())}
        palette={memorial.palette}
        tribute={tribute}
        offered={offered}
        beneath={beneath}
        opening={
          memorial.audience !== 'everyone' && (
            <OpeningFields say={say} memorial={memorial} filled={filled} siteUrl={site.url} />
          )
        }
        hasChange={draft !== undefined}
        schedule={schedule}
        changedSince={!!schedule && !!draft && !saysTheSame(draft, schedule.words)}
        zone={memorial.zone}
        forOthers={[c.req.query('for'), filled.values['for']].includes('others')}
        siteUrl={site.url}
        filled={filled}
      />,
      status,
    );
  }
}

/** What a keeper may not publish by themselves is refused where it is chosen; the parents can be asked. */
async function mustBeOffered(
  tx: Tx,
  person: { id: string },
  { familyId }: Memorial,
  { audience }: Asked,
  fields: Fields,
): Promise<void> {
  const offered = await offeredTo(tx, await viewerOf(tx, person), familyId);
  if (offered.some((one) => one.audience === audience)) return;
  throw new Refusal({ values: fields, errors: { audience: { key: 'error.audience-parents' } } });
}

/** Who may see it and when; without a moment it is now, and what never opens is for its writer alone. */
function readAsked(fields: Fields, now: string): { asked: Asked } | { filled: Filled } {
  const never = fields['when'] === 'never';
  const read = readForm(form, never ? { ...fields, audience: 'only-me' } : fields);
  const moment = fields['when'] === 'at' ? readMoment(fields, now) : { moment: undefined };
  const refused = 'refused' in moment ? moment.refused : {};
  if (!read.ok) return { filled: { values: fields, errors: { ...read.filled.errors, ...refused } } };
  if ('refused' in moment) return { filled: { values: fields, errors: refused } };
  return { asked: { ...read.form, ...moment } };
}

/** What is answered about opening the child's page, where that is asked with it. */
function openingAsked(memorial: Memorial, { audience }: Asked, fields: Fields): Opening | undefined {
  const read = readOpeningFor(memorial, audience, fields);
  if ('refused' in read) throw new Refusal({ ...read.refused, values: fields });
  return read.opening;
}

function refusalOf(refused: ScheduleRefusal, fields: Fields): Refusal {
  const isPublishing = refused === 'changed-since' || refused === 'says-nothing';
  const errors = isPublishing
    ? { audience: { key: `error.publish-${refused}` } }
    : { address: { key: refused } };
  return new Refusal({ values: fields, errors });
}
