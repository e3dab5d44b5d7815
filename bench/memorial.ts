import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { saveMember } from '#families/families.ts';
import { memorialPath, withPath } from '#memorials/paths.ts';
import { deviceOf } from '#people/devices/device.ts';
import { addPerson } from '#people/people.ts';
import { startSession } from '#people/sessions.ts';
import { beginTribute } from '#tributes/writing/begin-tribute.ts';
import { findOwnTribute } from '#tributes/tributes.ts';
import { renderConstantPage } from './constant-page.ts';
import { type Figure, type Measured, timed } from './measure.ts';
import { type MeasuredSite, openMeasuredSite } from './measured-site.ts';

const pieces = 500;
const pages = 10;
const rounds = 200;
const mostForPage = 25;
const mostForDraft = 10;
const mostForPrivatePage = 60;
const mostQueries = 6;
// Who is signed in, and what they belong to: the audience is one query, however many pieces there are.
const mostPrivateQueries = mostQueries + 2;

/** A page of fifty memories of five hundred rendered anew, and a draft saved, beside a page that never changes. */
export async function memorial(): Promise<Measured> {
  const measured = await openMeasuredSite(pieces);
  try {
    const save = await draftSaver(measured);
    const grandmother = await relativeOf(measured);
    const disk = await diskWriter(measured);
    const figures = await timed(
      [
        { what: 'a constant page of 25 kB rendered', run: () => void renderConstantPage() },
        {
          what: 'a page of 50 of 500 memories',
          most: mostForPage,
          run: (round) => readPage(measured, 1 + (round % pages)),
        },
        {
          what: 'the same page for a relative',
          most: mostForPrivatePage,
          run: (round) => readPage(measured, 1 + (round % pages), grandmother),
        },
        { what: 'a draft saved', most: mostForDraft, run: save },
        { what: '4 kB written and fsynced', run: () => disk.write() },
      ],
      rounds,
    );
    await disk.close();
    figures.push(await queriesOf(measured), await queriesOf(measured, grandmother));
    const reached = figures.every(({ median, most }) => most === undefined || median <= most);
    return { rounds, reached, figures };
  } finally {
    await measured.end();
  }
}

/** As everybody reads it, or, with the cookie of somebody who was let in, under /with. */
async function readPage(
  { app, site, memorial: child }: MeasuredSite,
  number: number,
  cookie?: string,
): Promise<void> {
  const childPath = cookie === undefined ? memorialPath(child) : withPath(child);
  const path = number === 1 ? childPath : `${childPath}/page/${number}`;
  const answer = await app.request(`${site.url}${path}`, cookie === undefined ? {} : { headers: { cookie } });
  const html = await answer.text();
  const found = html.split('<article').length - 1;
  if (answer.status !== 200 || found !== pieces / pages)
    throw new Error(`Page ${number} answered ${answer.status} with ${found} memories.`);
}

async function queriesOf(measured: MeasuredSite, cookie?: string): Promise<Figure> {
  const before = measured.queries();
  await readPage(measured, 5, cookie);
  const median = measured.queries() - before;
  return cookie === undefined
    ? { what: 'its queries', median, unit: 'queries', most: mostQueries }
    : { what: 'its queries for a relative', median, unit: 'queries', most: mostPrivateQueries };
}

/** Somebody who was invited to read, signed in. Answers their cookie. */
async function relativeOf({ site, memorial: { familyId } }: MeasuredSite): Promise<string> {
  const { database, now } = site;
  const secret = await database.write(async (tx) => {
    const { id: personId } = await addPerson(tx, { name: 'A grandmother', email: undefined }, now());
    await saveMember(tx, { familyId, personId, role: 'relative', signsAs: 'Grandmother' }, now());
    return startSession(tx, personId, deviceOf(), now());
  });
  return `__Host-snowdrop=${secret}`;
}

/** Types on in a letter, as its sheet saves it: signed in, through the form, a little longer each time. */
async function draftSaver({
  app,
  site,
  memorial: child,
}: MeasuredSite): Promise<(round: number) => Promise<void>> {
  const { database, url, now } = site;
  const personId = child.createdBy;
  const by = { personId, memorialId: child.id, language: 'en', signature: { personId, as: 'Mum' } };
  const [tribute, session] = await database.write(async (tx) => [
    await beginTribute(tx, { ...by, kind: 'letter', device: deviceOf() }, now()),
    await startSession(tx, personId, deviceOf(), now()),
  ]);
  const editor = randomUUID();
  return async (round) => {
    const current = await findOwnTribute(database.reader, personId, tribute.id);
    const answer = await app.request(`${url}/home/tributes/${tribute.id}/draft`, {
      method: 'POST',
      headers: { cookie: `__Host-snowdrop=${session}`, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({
        title: 'A letter',
        text: `${'It rained all day, and the gutter sang.\n'.repeat(50)}${round}`,
        language: 'en',
        revision: String(current?.revision),
        editor,
      }),
    });
    if (answer.status >= 400) throw new Error(`The draft was answered with ${answer.status}.`);
  };
}

/** What this disk needs for one durable write: most of a saved draft is that. */
async function diskWriter({ site }: MeasuredSite) {
  const file = await open(join(site.folder.path, 'bench'), 'w');
  return {
    async write() {
      await file.write(Buffer.alloc(4096), 0, 4096, 0);
      await file.sync();
    },
    close: () => file.close(),
  };
}
