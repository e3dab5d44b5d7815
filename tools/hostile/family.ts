import { randomUUID } from 'node:crypto';
import { elias, ines, letter as exactLetter, nora, wren } from '#test/cast.ts';
import { readSheet } from '../crash/pages.ts';
import { smallPhotographs } from '../crash/small-photographs.ts';
import { type Answer, headerOf, pageOf } from '#test/answers.ts';
import { confirmed, joined, type Person, person, type Somebody } from './people.ts';
import { rested } from './rest.ts';
import type { Trial } from './trial.ts';

export type Letter = { id: string; address: string; word: string; path: string };
export type Child = { id: string; address: string; home: string };

/** Who lives here: Wren's parents and aunt, and another family with a child of their own. */
export type Family = {
  nora: Person;
  elias: Person;
  ines: Person;
  nell: Person;
  wren: Child;
  robin: Child;
  /** Nora's letters to Wren, one for each audience that there is, and a draft; Nell's to Robin, hers alone. */
  letters: Record<'only-me' | 'only-us' | 'everyone' | 'draft' | 'nells', Letter>;
  /** Nora's longest letter, written before anything is compared: it makes a page of many megabytes. */
  longest: Letter;
  photographs: { mark: (text: string) => Buffer; private: string; public: string };
};

const nell = { name: 'Nell Ash', signsAs: 'Mum', email: 'nell@other.example' };

/** They arrive as people do: by the address that claims the site, by invitations, by digits from a mail. */
export async function settle(trial: Trial): Promise<Family> {
  const { canaries, site } = trial.place;
  const first = person(nora, '198.51.100.1');
  const claim = new URL(await site.claimAddress()).pathname;
  const own = { name: nora.name, own: 'yes', 'signs-as': nora.signsAs, email: nora.email };
  await confirmed(trial, first, await trial.ask(first, { path: claim, form: own }));
  const ask = (who: Somebody, role: string) => ({ name: who.name, email: who.email, role });
  const father = await joined(trial, first, elias, '/home/family/invitations', ask(elias, 'parent'));
  const aunt = await joined(trial, first, ines, '/home/family/invitations', ask(ines, 'keeper'));
  const other = await joined(trial, first, nell, '/host/invitations', { name: nell.name, email: nell.email });
  for (const { name, email } of [first, father, aunt, other])
    canaries.plant(email, 'a mail address', [name, email]);
  // Whoever invited them wrote the address.
  for (const { email } of [father, aunt, other]) canaries.plant(email, 'a mail address', [first.name]);
  const wrens = await childOf(trial, first, wren.called, 'wren');
  const robin = await childOf(trial, other, 'Robin', 'robin');
  const mark = await smallPhotographs();
  const [me, us] = [[first.name], [first.name, father.name, aunt.name]];
  const write = (word: string, audience?: string, photograph?: Buffer) =>
    writeLetter(trial, first, wrens, { word, title: `For ${audience ?? 'later'}`, audience, photograph });
  // Who came is told once.
  await trial.ask(first, { path: '/home' });
  const privately = await write(canaries.word('only-me', me), 'only-me', mark('private'));
  // Words that everybody may see are no secret: nobody looks for them.
  const publicly = await write('quillwort', 'everyone', mark('public'));
  const family: Family = {
    nora: first,
    elias: father,
    ines: aunt,
    nell: other,
    wren: wrens,
    robin,
    letters: {
      'only-me': privately,
      'only-us': await write(canaries.word('only-us', us), 'only-us'),
      everyone: publicly,
      draft: await write(canaries.word('draft', me)),
      nells: await writeLetter(trial, other, robin, { word: canaries.word('nells', [other.name]) }),
    },
    longest: await writeLetter(trial, first, wrens, { word: '', text: '"'.repeat(1_900_000) }),
    photographs: {
      mark,
      private: await photographIn(trial, first, privately),
      public: await photographIn(trial, first, publicly),
    },
  };
  canaries.plant(family.photographs.private, 'a photograph', me);
  for (const { id } of [privately, family.letters.draft]) canaries.plant(id, 'a letter', me);
  await rested(trial.place);
  return family;
}

/** A letter as its writer's browser makes one: begun, kept, and with an audience published. */
export async function writeLetter(
  trial: Trial,
  writer: Person,
  child: Child,
  as: {
    word: string;
    title?: string;
    audience?: string | undefined;
    photograph?: Buffer | undefined;
    text?: string;
  },
): Promise<Letter> {
  const { word, title = '', audience, photograph, text = `${word}\n${exactLetter.text}` } = as;
  const begun = await trial.ask(writer, {
    path: `${child.home}/tributes`,
    form: { form: randomUUID(), kind: 'letter' },
  });
  const path = headerOf(begun, 'location') ?? '';
  const files = photograph && [{ field: 'photographs', name: 'wren.jpg', bytes: photograph }];
  const kept = await keep(trial, writer, path, { title, text }, files);
  if (kept.status !== 303)
    throw new Error(`A letter was not kept: ${kept.status} ${pageOf(kept).slice(0, 300)}`);
  if (audience !== undefined) {
    const published = await publish(trial, writer, path, audience);
    if (published.status !== 303)
      throw new Error(`A letter was not published: ${pageOf(published).slice(0, 300)}`);
  }
  const id = path.split('/').at(-1) ?? '';
  const [row] = await trial.place.rows.all<{ address: string }>(
    `select address from tribute where id = '${id}'`,
  );
  return { id, address: row?.address ?? '', word, path };
}

/** Opens the sheet and keeps what is typed in it. */
export async function keep(
  trial: Trial,
  writer: Person,
  path: string,
  typed: Record<string, string>,
  files?: { field: string; name: string; bytes: Buffer }[],
): Promise<Answer> {
  const { editor, revision } = readSheet(pageOf(await trial.ask(writer, { path })));
  const form = {
    title: '',
    text: '',
    language: 'en',
    editor,
    revision: String(revision),
    'place-new': '0',
    ...typed,
  };
  return trial.ask(writer, { path: `${path}/draft`, form, ...(files && { files }) });
}

export async function publish(
  trial: Trial,
  writer: Person,
  path: string,
  audience: string,
  more: Record<string, string> = {},
): Promise<Answer> {
  const { revision } = readSheet(pageOf(await trial.ask(writer, { path })));
  const form = { form: randomUUID(), audience, revision: String(revision), ...more };
  return trial.ask(writer, { path: `${path}/publication`, form });
}

/** What the form about a child always brings. */
export const childForm = { called: 'Wren', sentence: '', 'word-set': 'neutral', drawing: 'twig' };

/** A child's page with a name, open to everyone. */
export async function childOf(trial: Trial, parent: Person, called: string, address: string): Promise<Child> {
  const begun = await trial.ask(parent, { path: '/home/memorials', form: { form: randomUUID() } });
  const id = /^\/home\/memorials\/([^/]+)/.exec(headerOf(begun, 'location') ?? '')?.[1] ?? '';
  const home = `/home/memorials/${id}`;
  await trial.ask(parent, { path: `${home}/start/name`, form: { called } });
  const opening = {
    audience: 'everyone',
    address,
    'shows-name': 'yes',
    'shows-days': 'yes',
    'shows-sentence': 'yes',
    listed: 'yes',
  };
  const opened = await trial.ask(parent, { path: `${home}/opening`, form: opening });
  if (opened.status !== 303) throw new Error(`A page was not opened: ${pageOf(opened).slice(0, 300)}`);
  return { id, address, home };
}

async function photographIn(trial: Trial, who: Person, letter: Letter): Promise<string> {
  const page = pageOf(await trial.ask(who, { path: letter.path }));
  return /data-photograph="([^"]+)"/.exec(page)?.[1] ?? '';
}
