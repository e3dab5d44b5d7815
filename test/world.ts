import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as tick } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { Audience, StepOut } from '#audiences/audience.ts';
import { sqliteOn } from '#database/sqlite.ts';
import { openBlobs } from '#files/blobs.ts';
import { openDataFolder } from '#files/data-folder.ts';
import { foundFamily } from '#families/found.ts';
import { saveMember } from '#families/families.ts';
import type { Role } from '#families/role.ts';
import { runNext } from '#jobs/worker.ts';
import { instantAfter } from '#lib/instant.ts';
import type { PartialDate } from '#lib/partial-date.ts';
import type { Drafter } from '#machine/drafter.ts';
import type { Mail } from '#mail/mailer.ts';
import { beginMemorial } from '#memorials/begin.ts';
import type { Memorial, Shows } from '#memorials/memorial.ts';
import { findMemorial, saveMemorial } from '#memorials/memorials.ts';
import { openMemorial } from '#memorials/open.ts';
import { deviceOf } from '#people/devices/device.ts';
import { addPerson } from '#people/people.ts';
import { startSession } from '#people/sessions.ts';
import type { Photograph } from '#photographs/photograph.ts';
import { savePhotograph, savePictures } from '#photographs/photographs.ts';
import { jobKinds, reactIn } from '#reactions.ts';
import { allRoutes } from '#routes.ts';
import { type Database, openDatabase, type React } from '#schema/database.ts';
import type { Site } from '#schema/site.ts';
import { elias, nora, wren } from '#test/cast.ts';
import { clockAt } from '#test/clock.ts';
import { openSqliteCopy } from '#test/templates.ts';
import { beginTribute } from '#tributes/writing/begin-tribute.ts';
import { publishTribute } from '#tributes/publishing/publish.ts';
import { findDrafts, saveDraft } from '#tributes/writing/drafts.ts';
import { findOwnTribute } from '#tributes/tributes.ts';
import type { Tribute, TributeKind, Words } from '#tributes/tribute.ts';
import { haveSigningKey } from '#words/words-key.ts';

/** Somebody with a browser: what cookies it keeps. A person who is signed in has an id. */
export type Visitor = { id: string; name: string; cookies: Map<string, string> };
export type Family = { id: string; mother: Visitor; father: Visitor; memorial: Memorial };

/** An answer, read to its end. */
export type Answer = {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
  location: string | null;
};

export type Ask = {
  as?: Visitor | undefined;
  method?: string;
  /** Sent urlencoded, or as multipart/form-data when there are `files` or `multipart` says so. */
  form?: Record<string, string>;
  files?: Record<string, File>;
  multipart?: boolean;
  body?: BodyInit;
  headers?: Record<string, string>;
  /** The address the request seems to come from; each request has its own unless this says otherwise. */
  from?: string;
};

type LetterOptions = {
  title?: string;
  text?: string;
  audience?: Audience;
  memory?: PartialDate;
  photographs?: readonly string[];
  kind?: TributeKind;
  /** Whatever else it says: a cover, what it belongs to, a place. */
  words?: Partial<Words>;
  /** A draft when this is false. */
  published?: boolean;
};

/** Answers a database with all tables and no rows, on which `react` follows from events. */
export type Open = (react: React) => Promise<{ database: Database }>;
type WorldOptions = { open?: Open; mailLeaves?: boolean; drafter?: Drafter | undefined };
export type World = Awaited<ReturnType<typeof world>>;

const url = 'https://snowdrop.example';
export const cookieName = '__Host-snowdrop';
// Files share a process and this module; a world may be of a test or of a whole file.
const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * A whole site on an in-memory SQLite, or on what `open` answers (`eachDatabase`), with a folder of its
 * own, a clock that stands still until it is moved, and mails that are kept instead of sent.
 */
export async function world({ open = openMemory, mailLeaves = true, drafter }: WorldOptions = {}) {
  const clock = clockAt('2024-02-14T10:00:00.000Z');
  const folder = openDataFolder(await mkdtemp(join(tmpdir(), 'snowdrop-world-')));
  const { database } = await open(reactIn(clock.now));
  await haveSigningKey(database, clock.now());
  folders.push(folder.path);
  const mails: Mail[] = [];
  const site: Site = {
    url,
    database,
    blobs: openBlobs(folder),
    folder,
    mailer: { leaves: mailLeaves, send: (mail) => Promise.resolve(void mails.push(mail)) },
    drafter,
    contact: 'host@snowdrop.example',
    proxies: 0,
    now: clock.now,
  };
  const app: Hono = allRoutes(site);
  let asked = 0;
  let tables: Promise<string[]> | undefined;

  async function request(path: string, ask: Ask = {}): Promise<Answer> {
    const hasBody = ask.form !== undefined || ask.files !== undefined || ask.body !== undefined;
    const method = ask.method ?? (hasBody ? 'POST' : 'GET');
    const headers = new Headers(
      ask.as && ask.as.cookies.size > 0
        ? { cookie: [...ask.as.cookies].map((pair) => pair.join('=')).join('; ') }
        : {},
    );
    if (method !== 'GET' && method !== 'HEAD') headers.set('sec-fetch-site', 'same-origin');
    for (const [name, value] of Object.entries(ask.headers ?? {})) headers.set(name, value);
    const body = bodyOf(ask);
    const at = new URL(path, url);
    // As src/snowdrop.ts does it: a form can only GET and POST.
    const deletes = method === 'POST' && at.searchParams.get('_method') === 'delete';
    const sent = new Request(at, {
      method: deletes ? 'DELETE' : method,
      headers,
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    });
    const remoteAddress = ask.from ?? `10.${(++asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
    const response = await app.fetch(sent, { incoming: { socket: { remoteAddress } } });
    keepCookies(response, ask.as);
    const bytes = Buffer.from(await response.arrayBuffer());
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      text: bytes.toString('utf8'),
      location: response.headers.get('location'),
    };
  }

  /** Somebody who is known and signed in. */
  async function person(who: { name: string; email?: string }): Promise<Visitor> {
    return database.write(async (tx) => {
      const { id } = await addPerson(tx, { name: who.name, email: who.email }, clock.now());
      const secret = await startSession(tx, id, deviceOf(), clock.now());
      return { id, name: who.name, cookies: new Map([[cookieName, secret]]) };
    });
  }

  /** Two parents with a page for their child that only they see. */
  async function family(
    mother: { name: string; email?: string; signsAs?: string } = nora,
    father: typeof mother = elias,
  ): Promise<Family> {
    const [first, second] = [await person(mother), await person(father)];
    const [id, memorial] = await database.write(async (tx) => {
      const familyId = await foundFamily(tx, first.id, mother.signsAs ?? mother.name, clock.now());
      await saveMember(
        tx,
        { familyId, personId: second.id, role: 'parent', signsAs: father.signsAs ?? father.name },
        // A moment later: members stand in the order they came.
        instantAfter(clock.now(), { seconds: 1 }),
      );
      const begun = await beginMemorial(tx, { personId: first.id, familyId, language: 'en' }, clock.now());
      const named = { ...begun, called: wren.called, sentence: wren.sentence };
      await saveMemorial(tx, named);
      return [familyId, named] as const;
    });
    return { id, mother: first, father: second, memorial };
  }

  async function joins(
    familyId: string,
    role: Role,
    who: { name: string; email?: string; signsAs?: string },
  ): Promise<Visitor> {
    const visitor = await person(who);
    await database.write((tx) =>
      saveMember(
        tx,
        { familyId, personId: visitor.id, role, signsAs: who.signsAs ?? who.name },
        // After both parents.
        instantAfter(clock.now(), { seconds: 2 }),
      ),
    );
    return visitor;
  }

  async function memorialNow({ id }: { id: string }): Promise<Memorial> {
    return (await findMemorial(database.reader, id))!;
  }

  /** Opens a child's page to everyone, or to another step beyond the family. */
  async function opened(
    memorial: { id: string },
    address = 'wren',
    shows: Partial<Shows> = { name: true, sentence: true, days: true, portrait: true },
    to: StepOut = 'everyone',
    switches: Partial<Pick<Memorial, 'listed' | 'indexed' | 'federated'>> = {},
  ): Promise<Memorial> {
    const answer = await database.write(async (tx) => {
      const now = (await findMemorial(tx, memorial.id))!;
      return openMemorial(
        tx,
        now,
        { to, address, shows, listed: false, indexed: false, federated: false, ...switches },
        clock.now(),
      );
    });
    if ('refused' in answer) throw new Error(answer.refused);
    return answer.opened;
  }

  /** A letter to the child, kept as a draft and published unless it says otherwise. */
  async function letter(
    memorial: { id: string },
    writer: Visitor,
    options: LetterOptions = {},
  ): Promise<Tribute> {
    const {
      title = '',
      text = 'Dear Wren',
      audience = 'only-us',
      photographs = [],
      memory,
      kind = 'letter',
      words = {},
      published = true,
    } = options;
    return database.write(async (tx) => {
      const around = (await findMemorial(tx, memorial.id))!;
      const signature = { personId: writer.id, as: writer.name };
      const by = { personId: writer.id, memorialId: memorial.id, language: 'en', signature };
      const begun = await beginTribute(tx, { ...by, kind, device: deviceOf() }, clock.now());
      const { draft } = await findDrafts(tx, begun.id);
      const placed = photographs.map((photographId) => ({
        photographId,
        after: 0,
        caption: '',
        alternative: '',
      }));
      await saveDraft(tx, { ...draft!, title, text, memory, photographs: placed, ...words }, writer.id);
      if (!published) return begun;
      const answer = await publishTribute(
        tx,
        around,
        begun,
        { audience, revision: begun.revision },
        clock.now(),
      );
      if ('refused' in answer) throw new Error(answer.refused);
      return answer.published;
    });
  }

  async function tributeNow(tribute: { id: string; writerId: string }): Promise<Tribute> {
    return (await findOwnTribute(database.reader, tribute.writerId, tribute.id))!;
  }

  /** A photograph with one ready picture, whose bytes are the given ones. */
  async function photograph(familyId: string, by: Visitor, bytes: string | Buffer): Promise<Photograph> {
    const kept = await site.blobs.receive(Readable.from([Buffer.from(bytes)]), 1_000_000);
    await kept.keep();
    const { sha256 } = kept;
    const taken: Photograph = {
      id: randomUUID(),
      familyId,
      uploadedBy: by.id,
      sha256,
      bytes: kept.bytes,
      format: 'jpeg',
      width: 480,
      height: 360,
      thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
      taken: undefined,
      name: 'wren.jpg',
    };
    await database.write(async (tx) => {
      await savePhotograph(tx, taken, clock.now());
      await savePictures(tx, [
        {
          photographId: taken.id,
          size: 480,
          format: 'jpeg',
          width: 480,
          height: 360,
          sha256,
          bytes: kept.bytes,
        },
      ]);
    });
    return taken;
  }

  return {
    url,
    site,
    database,
    clock,
    app,
    request,
    person,
    family,
    joins,
    memorialNow,
    opened,
    letter,
    tributeNow,
    photograph,
    /** A browser that nobody has signed in with. */
    stranger: (): Visitor => ({ id: '', name: 'a stranger', cookies: new Map() }),
    /** The mails sent so far; those that leave after their answer have left. */
    async mails(): Promise<Mail[]> {
      await tick();
      await tick();
      return mails;
    },
    /** Does all jobs that are due. Answers how many there were. */
    async work(): Promise<number> {
      let done = 0;
      while (await runNext(database, jobKinds(site), clock.now)) done++;
      return done;
    },
    /** Every row of every table, to see that nothing has changed. */
    rows: async (): Promise<string> => rowsOf(database, await (tables ??= namesOfTables(database))),
  };
}

function openMemory(react: React): Promise<{ database: Database }> {
  return Promise.resolve({ database: openDatabase(sqliteOn(openSqliteCopy()), react) });
}

function bodyOf({ form, files, multipart, body }: Ask): BodyInit | undefined {
  if (body !== undefined) return body;
  if (form === undefined && files === undefined) return undefined;
  if (!files && !multipart) return new URLSearchParams(form);
  const data = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) data.append(name, value);
  for (const [name, file] of Object.entries(files ?? {})) data.append(name, file);
  return data;
}

function keepCookies(response: Response, visitor: Visitor | undefined): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/max-age=0/i.test(cookie)) visitor?.cookies.delete(name);
    else visitor?.cookies.set(name, value);
  }
}

// What is used up or noted by merely asking.
const passing = new Set(['sign_in_attempt', 'passkey_challenge']);

async function namesOfTables({ reader }: Database): Promise<string[]> {
  const names = (await reader.introspection.getTables()).map(({ name }) => name);
  return names.filter((name) => !passing.has(name)).toSorted();
}

async function rowsOf({ reader }: Database, tables: readonly string[]): Promise<string> {
  const rows = await Promise.all(
    tables.map(async (name) => [
      name,
      await reader
        .selectFrom(name as 'setting')
        .selectAll()
        .execute(),
    ]),
  );
  return JSON.stringify(rows);
}
