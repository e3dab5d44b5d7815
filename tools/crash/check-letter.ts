import type { Request, Told } from './journal.ts';
import { sha256 } from './letter-text.ts';
import type { DraftRow, LetterRow, Rows, VersionRow } from './rows.ts';
import { placedIn } from './rows.ts';
import { repeated, type Tell } from './verdict.ts';

type Kind = Request['kind'];
type OfKind<K extends Kind> = Told & { request: Extract<Request, { kind: K }> };

/** A letter as its rows say it, the words by their SHA-256. */
export type LetterState = {
  row: LetterRow;
  versions: VersionRow[];
  drafts: (DraftRow & { words: string })[];
  /** What its writer sees on opening it: the draft, or else what readers have. */
  shown: string;
  /** What strangers read; nothing when it is not published. */
  read: string | undefined;
  /** Every text that is kept of it, old versions too. */
  held: Set<string>;
  /** The photographs in it, by their SHA-256. */
  placed: Set<string>;
};

const nothingWritten = sha256('');

export function letterState(row: LetterRow, rows: Rows): LetterState {
  const versions = rows.versions.filter((version) => version.tribute_id === row.id);
  const drafts = rows.drafts
    .filter((draft) => draft.tribute_id === row.id)
    .map((draft) => ({ ...draft, words: sha256(draft.text) }));
  const current = versions.find(({ number }) => number === row.version);
  const draft = drafts.find(({ beside }) => beside === 0);
  const originals = new Map(rows.photographs.map(({ id, sha256: original }) => [id, original]));
  return {
    row,
    versions,
    drafts,
    shown: draft?.words ?? (current ? sha256(current.text) : nothingWritten),
    read:
      row.published_at !== null && row.audience === 'everyone' && current ? sha256(current.text) : undefined,
    held: new Set([...drafts.map(({ words }) => words), ...versions.map(({ text }) => sha256(text))]),
    placed: new Set(
      [...versions, ...drafts].flatMap(placedIn).map((id) => originals.get(id) ?? `no photograph ${id}`),
    ),
  };
}

/** Judges one letter by everything that was asked about it, in order. */
export function checkLetter(told: readonly Told[], state: LetterState, rows: Rows, tell: Tell): void {
  const { row, versions, drafts, shown, read, held, placed } = state;
  const name = `letter ${row.id}`;
  const may = told.filter(({ outcome }) => outcome !== 'not-done');
  const keeps = ofKind(may, 'keep');
  const publications = ofKind(may, 'publish');

  const isThere = (keep: OfKind<'keep'>): boolean =>
    held.has(keep.request.text) ||
    keeps.some(
      (other) => other.n > keep.n && replaces(other, keep) && (isDone(other) || held.has(other.request.text)),
    );
  const gone = keeps.filter((keep) => isDone(keep) && !isThere(keep));
  for (const { n } of gone) tell('lost', `${name}: the text of request ${n} is nowhere`);
  const latest = keeps.filter((keep) => isDone(keep) && !isBeside(keep)).at(-1);
  const since = keeps
    .filter((keep) => keep.n > (latest?.n ?? 0) && !isBeside(keep))
    .map(({ request }) => request.text);
  if (gone.length === 0 && ![latest?.request.text ?? nothingWritten, ...since].includes(shown)) {
    tell(
      'lost',
      `${name}: it does not show the text of request ${latest?.n ?? 'none'}, the last that was acknowledged`,
    );
  }
  const sent = new Set([nothingWritten, ...ofKind(told, 'keep').map(({ request }) => request.text)]);
  for (const text of held)
    if (!sent.has(text)) tell('unsent', `${name}: a text that was never sent: ${text}`);
  for (const text of repeated(drafts.map(({ words }) => words)))
    tell('doubled', `${name}: kept twice: ${text}`);

  const toRead = readable(may);
  if (!toRead.has(read)) {
    const asked = [...toRead].map((text) => text ?? 'nothing').join(' or ');
    tell('lost', `${name}: readers have ${read ?? 'nothing'}; acknowledged was ${asked}`);
  }
  for (const { n, request, outcome } of publications) {
    if (outcome !== 'done') continue;
    if (!versions.some(({ text }) => sha256(text) === request.text))
      tell('lost', `${name}: the version of request ${n}`);
    if (!rows.kept.some(({ key }) => key === request.key))
      tell('torn', `${name}: request ${n} without its key`);
  }
  for (const text of new Set(versions.map((version) => sha256(version.text)))) {
    const keys = new Set(
      publications.filter(({ request }) => request.text === text).map(({ request }) => request.key),
    );
    const count = versions.filter((version) => sha256(version.text) === text).length;
    if (count > keys.size)
      tell('doubled', `${name}: ${count} versions of one text for ${keys.size} publications`);
  }
  checkPlaced(may, placed, name, tell);
  checkWhole(state, rows, name, tell);
}

function checkPlaced(may: readonly Told[], placed: ReadonlySet<string>, name: string, tell: Tell): void {
  for (const { n, request, outcome } of may) {
    if (outcome !== 'done' || !('photograph' in request) || !request.photograph) continue;
    if (!placed.has(request.photograph))
      tell('lost', `${name}: the photograph of request ${n} does not stand in it`);
  }
}

/** Whether all the rows of each change are there. */
function checkWhole({ row, versions, drafts }: LetterState, rows: Rows, name: string, tell: Tell): void {
  if (versions.some(({ number }, at) => number !== at + 1) || versions.length !== row.version) {
    tell('torn', `${name}: versions ${versions.map(({ number }) => number).join()} of ${row.version}`);
  }
  for (const { number, text, sha256: written } of versions) {
    if (sha256(text) !== written) tell('torn', `${name}: version ${number} is not what its SHA-256 says`);
  }
  if (drafts.filter(({ beside }) => beside === 0).length > 1) tell('doubled', `${name}: two drafts`);
  if (drafts.length + versions.length === 0) tell('torn', `${name}: neither draft nor version`);
  const current = versions.at(-1);
  const shows = new Set(row.published_at !== null && current ? placedIn(current) : []);
  const used = rows.uses.filter((use) => use.tribute_id === row.id).map((use) => use.photograph_id);
  if (used.length !== shows.size || used.some((id) => !shows.has(id))) {
    tell('torn', `${name}: shows ${shows.size} photographs by ${used.length} addresses`);
  }
}

/** Whether one save may stand where another was: it came from the same page, or began from the other or later. */
function replaces(other: OfKind<'keep'>, keep: OfKind<'keep'>): boolean {
  if (other.request.editor === keep.request.editor) return true;
  return !isBeside(keep) && other.request.from > keep.request.from;
}

function isBeside({ request, got }: OfKind<'keep'>): boolean {
  return got?.kept === 'beside' || (request.stale === true && got?.kept !== 'draft');
}

/** What strangers may find: the last that was acknowledged, or what an unanswered request made of it. */
function readable(may: readonly Told[]): Set<string | undefined> {
  let found = new Set<string | undefined>([undefined]);
  for (const { request, outcome } of may) {
    if (request.kind !== 'publish' && request.kind !== 'withdraw') continue;
    const made = request.kind === 'publish' ? request.text : undefined;
    found = new Set(outcome === 'done' ? [made] : [...found, made]);
  }
  return found;
}

function ofKind<K extends Kind>(told: readonly Told[], kind: K): OfKind<K>[] {
  return told.filter((one): one is OfKind<K> => one.request.kind === kind);
}

function isDone({ outcome }: Told): boolean {
  return outcome === 'done';
}
