import { type Context, Hono } from 'hono';
import { may } from '#audiences/may.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { listMembers } from '#families/families.ts';
import { goOn, page, wantsJson } from '#http/answers.ts';
import { readFields, readFieldsAndFiles } from '#http/fields.ts';
import { type Filled, untouched } from '#http/forms.ts';
import { NotFound } from '#http/refusals.ts';
import { sayIn } from '#i18n/messages.ts';
import { findMemorial } from '#memorials/memorials.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { PersonEnv } from '#people/signed-in.tsx';
import { deviceOf } from '#people/device.ts';
import { addPhotograph, receivePhotograph } from '#photographs/receive.ts';
import { familyGallery } from '#photographs/show.ts';
import type { Site } from '#schema/site.ts';
import { once } from '#schema/once.ts';
import { beginLetter } from '#tributes/begin-letter.ts';
import { keepDraft } from '#tributes/keep-draft.ts';
import { WritingPage } from '#tributes/pages/writing-page.tsx';
import { publicationPath, writingPath } from '#tributes/paths.ts';
import { readWords } from '#tributes/read-words.ts';
import { settleBeside } from '#tributes/settle-beside.ts';
import { findDrafts, findOwnTribute, findVersion } from '#tributes/tributes.ts';
import { emptyWords, type Placed, type Signature, type Tribute, type Words } from '#tributes/tribute.ts';

/** Writing letters: begin, keep, photographs, what was written on another device. */
export function writingRoutes(site: Site): Hono<PersonEnv> {
  const { database, now } = site;
  const { reader } = database;
  const say = sayIn('en');
  const routes = new Hono<PersonEnv>();

  routes.post('/home/memorials/:id/letters', async (c) => {
    const fields = await readFields(c);
    const { person } = c.var;
    const memorial = await findMemorial(reader, c.req.param('id'));
    if (!memorial || !may(await viewerOf(reader, person), 'keep', memorial.familyId)) throw new NotFound();
    const signers = await signersIn(memorial);
    const signature = signers.find(({ personId }) => personId === person.id) ?? { personId: person.id, as: person.name };
    const path = await database.write((tx) =>
      once(tx, { key: fields['form'], personId: person.id, now: now() }, async () => {
        const by = { personId: person.id, memorialId: memorial.id, language: memorial.language, signature };
        return writingPath(await beginLetter(tx, { ...by, device: deviceOf(c) }, now()));
      }),
    );
    return goOn(c, path);
  });

  routes.get('/home/tributes/:id', async (c) => {
    const { tribute, memorial } = await ownTribute(c);
    return sheet(c, memorial, tribute, {});
  });

  routes.post('/home/tributes/:id/draft', async (c) => {
    const { tribute, memorial } = await ownTribute(c);
    const by = { familyId: memorial.familyId, personId: c.var.person.id };
    const { fields, taken } = await readFieldsAndFiles(c, ({ stream, name }) => receivePhotograph(site, { stream, name }, by));
    const signers = await signersIn(memorial);
    const { words: before } = await writtenSoFar(tribute, memorial);
    const read = readWords(fields, { signers, before });
    const refusedFiles = taken.filter((one) => 'refused' in one);
    const fresh = taken.filter((one) => 'taken' in one).map((one) => one.taken);
    if (!read.ok) {
      if (wantsJson(c)) return c.json({ errors: said(read.filled) }, 422);
      return sheet(c, memorial, tribute, { filled: read.filled, refusedFiles }, 422);
    }
    const at = now();
    const placed: Placed[] = fresh.map(({ photograph }) => ({
      photographId: photograph.id,
      after: Number(fields['place-new'] ?? Number.MAX_SAFE_INTEGER),
      caption: '',
      alternative: '',
    }));
    const words: Words = { ...read.words, photographs: [...read.words.photographs, ...placed] };
    const save = {
      words,
      beganFrom: Number(fields['revision'] ?? -1),
      editor: editorOf(fields),
      device: deviceOf(c),
    };
    const kept = await database.write(async (tx) => {
      for (const one of fresh) await addPhotograph(tx, one, at);
      return keepDraft(tx, tribute, save, at);
    });
    if (wantsJson(c)) {
      return c.json({
        ...kept,
        photographs: fresh.map(({ photograph }) => photograph.id),
        refused: refusedFiles.map(({ refused, name }) => say(`photograph.refused.${refused}`, { name })),
      });
    }
    if (refusedFiles.length > 0) {
      const again = await ownTribute(c);
      return sheet(c, again.memorial, again.tribute, { refusedFiles }, 422);
    }
    const goesOn = fields['then'] === 'publication' && kept.kept === 'draft';
    return goOn(c, goesOn ? publicationPath(tribute) : writingPath(tribute));
  });

  routes.post('/home/tributes/:id/beside/:draft', async (c) => {
    const { tribute } = await ownTribute(c);
    const fields = await readFields(c);
    const choice = fields['choice'] === 'use' ? 'use' : 'leave';
    await database.write((tx) => settleBeside(tx, tribute, c.req.param('draft'), choice, now()));
    return goOn(c, writingPath(tribute));
  });

  return routes;

  async function ownTribute(c: Context<PersonEnv>): Promise<{ tribute: Tribute; memorial: Memorial }> {
    const tribute = await findOwnTribute(reader, c.var.person.id, c.req.param('id') ?? '');
    const memorial = tribute && (await findMemorial(reader, tribute.memorialId));
    if (!memorial || !may(await viewerOf(reader, c.var.person), 'keep', memorial.familyId)) throw new NotFound();
    return { tribute, memorial };
  }

  async function signersIn(memorial: Memorial): Promise<Signature[]> {
    const members = await listMembers(reader, memorial.familyId);
    return members.filter(({ role }) => role === 'parent' || role === 'keeper').map(({ personId, signsAs }) => ({ personId, as: signsAs }));
  }

  async function writtenSoFar(tribute: Tribute, memorial: Memorial) {
    const { draft, beside } = await findDrafts(reader, tribute.id);
    const words: Words = draft ?? (await findVersion(reader, tribute.id, tribute.version)) ?? emptyWords(memorial.language, []);
    return { words, beside };
  }

  async function sheet(
    c: Context<PersonEnv>,
    memorial: Memorial,
    tribute: Tribute,
    shown: { filled?: Filled; refusedFiles?: { name: string; refused: string }[] },
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const { words, beside } = await writtenSoFar(tribute, memorial);
    const gallery = await familyGallery(reader, words.photographs.map(({ photographId }) => photographId));
    return page(
      c,
      <WritingPage
        say={say}
        called={calledIn(memorial, 'en')}
        memorial={memorial}
        tribute={tribute}
        words={words}
        beside={beside}
        signers={await signersIn(memorial)}
        gallery={gallery}
        filled={shown.filled ?? untouched}
        refusedFiles={shown.refusedFiles ?? []}
      />,
      status,
    );
  }

  function said({ errors }: Filled): Record<string, string> {
    return Object.fromEntries(Object.entries(errors).map(([name, { key, values }]) => [name, say(key, values)]));
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function editorOf(fields: Readonly<Record<string, string>>): string {
  const editor = fields['editor'] ?? '';
  return uuid.test(editor) ? editor : crypto.randomUUID();
}

