import { join } from 'node:path';
import type { Family } from './family.ts';
import { checkBlobs, checkOriginals, checkPictures, checkServed } from './check-served.ts';
import { checkRows, settleUnanswered } from './check-rows.ts';
import { type Journal, readJournal } from './journal.ts';
import type { Rows } from './rows.ts';
import { send } from './send.ts';
import type { Problem, Tell } from './verdict.ts';

/** Where a site is, for somebody who looks at it from outside: its folder, its database, and a family of it. */
export type Site = { data: string; family: Family; rows: () => Promise<Rows> };

/** Judges a database that nobody serves by a journal: what has a stopped site lost? */
export async function checkStopped(site: Pick<Site, 'data' | 'rows'>, journal: string): Promise<Problem[]> {
  const problems: Problem[] = [];
  const tell: Tell = (what, says) => problems.push({ what, says });
  const rows = await site.rows();
  checkRows(readJournal(journal), rows, tell);
  await checkOriginals(join(site.data, 'blobs'), rows.photographs, tell);
  await checkBlobs(join(site.data, 'blobs'), tell);
  return problems;
}

/** Judges a running site after each recovery. Remembers what it has read already, so that each look is short. */
export class Checker {
  readonly problems: Problem[] = [];
  readonly #site: Site;
  readonly #journal: Journal;
  readonly #photographs = new Set<string>();
  readonly #pictures = new Set<string>();
  #looked = 0;

  constructor(site: Site, journal: Journal) {
    this.#site = site;
    this.#journal = journal;
  }

  /** All rows, and every letter and photograph that something was asked about since the last look; at the end all. */
  async look(where: string, all = false): Promise<void> {
    const { family, data, rows: readRows } = this.#site;
    const tell: Tell = (what, says) => this.problems.push({ what, says: `${where}: ${says}` });
    const told = readJournal(this.#journal.path);
    const rows = await readRows();
    const states = checkRows(told, rows, tell);
    const { happened, didNot } = settleUnanswered(told, rows, states);
    this.#journal.found(happened, didNot);
    const touched = new Set(
      told.flatMap(({ n, request }) => (n > this.#looked && 'letter' in request ? [request.letter] : [])),
    );
    this.#looked = told.at(-1)?.n ?? 0;
    await checkServed(
      family,
      states.filter(({ row }) => all || touched.has(row.id)),
      rows,
      tell,
    );
    const fresh = rows.photographs.filter(({ id }) => all || !this.#photographs.has(id));
    await checkOriginals(join(data, 'blobs'), fresh, tell);
    await checkPictures(family, fresh, rows, tell);
    for (const { id } of fresh) this.#photographs.add(id);
    for (const use of rows.uses) {
      const { size, format } = rows.pictures.find((picture) => picture.photograph_id === use.photograph_id)!;
      this.#pictures.add(`/pictures/${use.address}/${size}.${format}`);
    }
    if (!all) return;
    await checkBlobs(join(data, 'blobs'), tell);
    await this.#checkTakenBack(rows, tell);
  }

  /** The pictures of what was withdrawn, or published anew at other addresses, are at none of the old ones. */
  async #checkTakenBack(rows: Rows, tell: Tell): Promise<void> {
    const now = new Set(rows.uses.map(({ address }) => address));
    for (const path of this.#pictures) {
      if (now.has(path.split('/')[2] ?? '')) continue;
      const { status } = await send(this.#site.family.site, { path });
      if (status !== 404) tell('lost', `a picture that was taken back is still at ${path}: ${status}`);
    }
  }
}
