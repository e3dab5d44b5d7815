import { checkLetter, letterState, type LetterState } from './check-letter.ts';
import type { Told } from './journal.ts';
import type { Rows } from './rows.ts';
import { repeated, type Tell } from './verdict.ts';

const beginning = '/home/tributes/';

/** Judges the database: acknowledged ⊆ state ⊆ sent, and each key at most once. Answers each letter's state. */
export function checkRows(told: readonly Told[], rows: Rows, tell: Tell): LetterState[] {
  for (const fault of rows.faults) tell('torn', fault);
  for (const { n, request, got } of told) {
    if (got && ![200, 303].includes(got.status))
      tell('failed', `request ${n} (${request.kind}) was answered by ${got.status}`);
  }
  checkBegun(told, rows, tell);
  checkPhotographs(told, rows, tell);
  const keys = new Set(told.flatMap(({ request }) => ('key' in request ? [request.key] : [])));
  const states = rows.letters.map((row) => letterState(row, rows));
  for (const state of states) {
    const { id } = state.row;
    checkLetter(
      told.filter(({ request }) => 'letter' in request && request.letter === id),
      state,
      rows,
      tell,
    );
    const begun = rows.kept.find(({ location }) => location === beginning + id);
    if (!begun) tell('doubled', `letter ${id} was begun by no key`);
    else if (!keys.has(begun.key)) tell('unsent', `letter ${id} was begun by a key that nobody sent`);
  }
  return states;
}

function checkBegun(told: readonly Told[], rows: Rows, tell: Tell): void {
  const begun = told.filter(
    ({ request, outcome, got }) => request.kind === 'begin' && outcome === 'done' && got?.location,
  );
  const ids = new Set(rows.letters.map(({ id }) => beginning + id));
  for (const { n, got } of begun)
    if (!ids.has(got?.location ?? '')) tell('lost', `the letter begun by request ${n}`);
}

function checkPhotographs(told: readonly Told[], rows: Rows, tell: Tell): void {
  const sent = new Map<string, Told>();
  for (const one of told)
    if ('photograph' in one.request && one.request.photograph) sent.set(one.request.photograph, one);
  const there = rows.photographs.map(({ sha256 }) => sha256);
  for (const [sha256, { n, outcome }] of sent) {
    if (outcome === 'done' && !there.includes(sha256)) tell('lost', `the photograph of request ${n}`);
    if (outcome === 'not-done' && there.includes(sha256))
      tell('unsent', `the photograph of request ${n}, which was not taken`);
  }
  for (const sha256 of repeated(there)) tell('doubled', `the photograph ${sha256} is there more than once`);
  for (const { id, sha256, prepared_at } of rows.photographs) {
    if (!sent.has(sha256)) tell('unsent', `the photograph ${sha256}`);
    if (!rows.pictures.some((picture) => picture.photograph_id === id))
      tell('torn', `photograph ${id} has no picture`);
    const waits = rows.jobs.some(({ kind, payload }) => kind === 'prepare-photograph' && payload === id);
    if (prepared_at === null && !waits) tell('torn', `photograph ${id} is neither prepared nor will be`);
  }
}

/** Which of the unanswered requests happened after all. From then on that holds. */
export function settleUnanswered(told: readonly Told[], rows: Rows, states: readonly LetterState[]) {
  const keys = new Set(rows.kept.map(({ key }) => key));
  const originals = new Set(rows.photographs.map(({ sha256 }) => sha256));
  const happened: number[] = [];
  const didNot: number[] = [];
  for (const { n, request, outcome } of told) {
    if (outcome !== 'unknown') continue;
    const state = 'letter' in request ? states.find(({ row }) => row.id === request.letter) : undefined;
    const done = {
      begin: () => 'key' in request && keys.has(request.key),
      keep: () => request.kind === 'keep' && (state?.held.has(request.text) ?? false),
      photograph: () => request.kind === 'photograph' && originals.has(request.photograph),
      publish: () => 'key' in request && keys.has(request.key),
      withdraw: () => state?.row.published_at === null,
    }[request.kind]();
    (done ? happened : didNot).push(n);
  }
  return { happened, didNot };
}
