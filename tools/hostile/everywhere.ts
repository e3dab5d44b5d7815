import { randomUUID } from 'node:crypto';
import { headerOf, pageOf } from '#test/answers.ts';
import { type Child, type Family, type Letter, writeLetter } from './family.ts';
import { joined, type Person } from './people.ts';
import type { Trial } from './trial.ts';

/** One way in which something typed is shown again. */
export type Shown = { where: string; kind: 'html' | 'xml' | 'json' | 'mail'; text: string };
export type Everywhere = { parent: Person; child: Child; letter: Letter; shown: Shown[]; pages: Shown[] };

let count = 0;

/**
 * Types one thing wherever something can be typed: as the name of a person and of a child, as a signature, a
 * sentence, a title, a letter, a file's name, in an invitation and in a report. Answers everything that shows it.
 */
export async function everywhere(trial: Trial, family: Family, typed: string): Promise<Everywhere> {
  const { nora } = family;
  const at = ++count;
  const email = `everywhere${at}@family.example`;
  const who = { name: typed, signsAs: typed, email };
  const role = { name: typed, email, role: 'parent' };
  const parent = {
    ...(await joined(trial, nora, who, '/home/family/invitations', role)),
    name: `Everywhere ${at}`,
  };
  await trial.ask(nora, { path: '/home' });
  const begun = await trial.ask(parent, { path: '/home/memorials', form: { form: randomUUID() } });
  const id = /^\/home\/memorials\/([^/]+)/.exec(headerOf(begun, 'location') ?? '')?.[1] ?? '';
  const child: Child = { id, address: `everywhere-${at}`, home: `/home/memorials/${id}` };
  const kept = {
    called: typed,
    pronunciation: typed,
    'name-0': typed,
    'name-0-pronunciation': typed,
    sentence: typed,
    'resting-place': typed,
    loss: typed,
    'day-born-year': '2024',
    'day-born-words': typed,
    'day-born-place': typed,
    'day-born-asked': 'yes',
    'day-born-shown': 'yes',
    'word-set': 'neutral',
    drawing: 'twig',
  };
  await trial.attack(parent, { path: `${child.home}/child`, form: kept });
  const shows = Object.fromEntries(
    ['name', 'sentence', 'days', 'portrait', 'loss', 'resting-place'].map((part) => [`shows-${part}`, 'yes']),
  );
  const opening = { audience: 'everyone', address: child.address, ...shows, listed: 'yes', indexed: 'yes' };
  await trial.attack(parent, { path: `${child.home}/opening`, form: opening });
  const words = { word: typed, title: typed, text: `${typed}\n\n${typed}`, audience: 'everyone' };
  const letter = await writeLetter(trial, parent, child, words);
  const invited = { name: typed, email: `invited${at}@family.example`, role: 'keeper' };
  const invitation = await trial.attack(parent, { path: '/home/family/invitations', form: invited });
  const report = { text: typed, about: `/${child.address}`, email: '', form: randomUUID() };
  await trial.attack(trial.place.stranger(), { path: `/to/${child.address}/report`, form: report });
  const pages = await shownOf(trial, nora, parent, child, letter);
  pages.push({ where: 'the answer to an invitation', kind: 'html', text: pageOf(invitation) });
  const link = /\/sign-in\/invitation\/[\w-]{43}/.exec(pageOf(invitation))?.[0] ?? '/';
  pages.push(await page(trial, trial.place.stranger(), link));
  return { parent, child, letter, pages, shown: [...pages, ...(await mailsOf(trial, at))] };
}

async function shownOf(
  trial: Trial,
  host: Person,
  parent: Person,
  child: Child,
  letter: Letter,
): Promise<Shown[]> {
  const { address, home } = child;
  const stranger = trial.place.stranger();
  const open = ['', `/ar`].flatMap((language) => [
    `${language}/${address}`,
    `${language}/${address}/${encodeURIComponent(letter.address)}`,
  ]);
  const own = [home, `${home}/child`, `${home}/opening`, '/home', '/home/you', '/home/family'];
  const written = ['', '/publication', '/published', '/versions'].map((part) => `${letter.path}${part}`);
  const shown: Shown[] = [];
  for (const path of ['/', ...open, `/to/${address}/report`]) shown.push(await page(trial, stranger, path));
  for (const path of [...own, ...written]) shown.push(await page(trial, parent, path));
  shown.push(await page(trial, host, '/host/reports'));
  for (const [name, kind] of [
    ['feed.atom', 'xml'],
    ['feed.json', 'json'],
  ] as const) {
    const answer = await trial.attack(stranger, { path: `/${address}/${name}` });
    shown.push({ where: name, kind, text: pageOf(answer) });
  }
  return shown;
}

async function page(
  trial: Trial,
  visitor: Person | ReturnType<Trial['place']['stranger']>,
  path: string,
): Promise<Shown> {
  const answer = await trial.attack(visitor, { path });
  trial.came(answer, [200, 301, 303, 404], path);
  return { where: path, kind: 'html', text: pageOf(answer) };
}

/** The mails that name somebody: who was invited hears from whom. */
async function mailsOf(trial: Trial, at: number): Promise<Shown[]> {
  const { post } = trial.place;
  const to = `invited${at}@family.example`;
  await post.next(to, /sign-in\/invitation/);
  return post
    .to(to)
    .flatMap(({ subject, text, html, headers }) => [
      { where: 'the subject of a mail', kind: 'mail', text: subject },
      ...text.split('\n').map((line): Shown => ({ where: 'a line of a mail', kind: 'mail', text: line })),
      { where: 'a mail', kind: 'html', text: html },
      ...headers.map((line): Shown => ({ where: 'a header of a mail', kind: 'mail', text: line })),
    ]);
}
