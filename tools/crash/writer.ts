import { randomUUID } from 'node:crypto';
import type { Dice } from './dice.ts';
import type { Family } from './family.ts';
import { type Got, isDone, type Journal, type Request } from './journal.ts';
import { sha256, textMarked } from './letter-text.ts';
import { readSheet, type Sheet } from './pages.ts';
import { type Answer, type Asked, type Moment, multipart, NoAnswer, sendAs, urlencoded } from './send.ts';

/** Hears how far each changing request is. */
export type Watch = (moment: Moment, request: Request) => void;
type Letter = { id: string; sheet?: Sheet; saysSomething: boolean; published: boolean; photographs: number };
export type Act =
  | 'begin'
  | 'keep'
  | 'keep with photograph'
  | 'keep stale'
  | 'photograph'
  | 'publish'
  | 'withdraw';

const shares: readonly (readonly [Act, number])[] = [
  ['begin', 5],
  ['keep', 45],
  ['keep with photograph', 6],
  ['keep stale', 5],
  ['photograph', 10],
  ['publish', 20],
  ['withdraw', 9],
];
const mostPhotographs = 3;
const json = { accept: 'application/json' };

/** Somebody who writes, on a device of their own, to letters that nobody else writes to. */
export class Writer {
  readonly #family: Family;
  readonly #journal: Journal;
  readonly #photograph: (mark: string) => Buffer;
  readonly #dice: Dice;
  // Each device writes a kind of its own: of one kind, a new one is the one that is still empty.
  readonly #kind: string;
  readonly #letters: Letter[] = [];
  #watch: Watch = () => {};
  /** Asked and not answered: a browser, or the one who sits before it, may send it again. */
  #pending: { request: Request; asked: Asked } | undefined;

  constructor(
    family: Family,
    journal: Journal,
    photograph: (mark: string) => Buffer,
    dice: Dice,
    kind: string,
  ) {
    this.#family = family;
    this.#kind = kind;
    this.#journal = journal;
    this.#photograph = photograph;
    this.#dice = dice;
  }

  /** Writes until `ended` says so or nobody answers; `wish` is done more often than the rest. */
  async work(ended: () => boolean, watch: Watch, wish?: Act): Promise<void> {
    this.#watch = watch;
    try {
      await this.#sendAgain();
      while (!ended()) await this.#do(wish && this.#dice.chance(0.4) ? wish : this.#chooseAct());
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
  }

  async #sendAgain(): Promise<void> {
    const open = this.#pending;
    this.#pending = undefined;
    for (const letter of this.#letters) if (!this.#dice.chance(0.3)) delete letter.sheet;
    if (open && this.#dice.chance(0.6)) await this.#ask(open.request, open.asked);
  }

  #chooseAct(): Act {
    let left = this.#dice.between(1, 100);
    for (const [act, share] of shares) if ((left -= share) <= 0) return act;
    return 'keep';
  }

  async #do(act: Act): Promise<void> {
    if (act === 'begin' || this.#letters.length === 0) return this.#begin();
    const letter = this.#dice.pick(this.#letters.slice(-4));
    const sheet = (letter.sheet ??= await this.#openSheet(letter));
    if (act === 'publish' && letter.saysSomething) return this.#publish(letter);
    if (act === 'withdraw' && letter.published) return this.#withdraw(letter);
    const full = letter.photographs >= mostPhotographs;
    if (act === 'photograph' && !full) return this.#addPhotograph(letter, sheet);
    return this.#keep(letter, sheet, {
      photograph: act === 'keep with photograph' && !full,
      stale: act === 'keep stale',
    });
  }

  async #begin(): Promise<void> {
    const key = randomUUID();
    await this.#ask(
      { kind: 'begin', key },
      urlencoded(`/home/memorials/${this.#family.memorial}/tributes`, { form: key, kind: this.#kind }),
    );
  }

  async #openSheet(letter: Letter): Promise<Sheet> {
    const answer = await sendAs(this.#family, { path: `/home/tributes/${letter.id}` });
    if (answer.cut) throw new NoAnswer('cut');
    const sheet = readSheet(answer.bytes.toString());
    letter.saysSomething = sheet.text.trim() !== '';
    return sheet;
  }

  async #keep(letter: Letter, sheet: Sheet, how: { photograph: boolean; stale: boolean }): Promise<void> {
    const dice = this.#dice;
    const from = how.stale ? Math.max(0, sheet.revision - dice.between(1, 3)) : sheet.revision;
    const editor = how.stale ? randomUUID() : sheet.editor;
    const key = randomUUID();
    // Most letters are short, some are long.
    const text = textMarked(`Save ${key}`, Math.round(1000 * 50 ** dice.roll()), dice);
    const signs = Object.fromEntries(sheet.signs.map((name) => [name, 'yes']));
    const fields = {
      form: key,
      revision: String(from),
      editor,
      title: sheet.title || 'A year of you',
      text,
      language: 'en',
      ...signs,
    };
    const path = `/home/tributes/${letter.id}/draft`;
    const bytes = how.photograph ? this.#photograph(key) : undefined;
    const headers: Record<string, string> = how.stale || dice.chance(0.6) ? json : {};
    const asked = bytes
      ? multipart(path, fields, { field: 'photographs', name: `${key}.jpg`, bytes }, headers)
      : urlencoded(path, fields, headers);
    const got = await this.#ask(
      {
        kind: 'keep',
        letter: letter.id,
        key,
        editor,
        from,
        text: sha256(text),
        ...(bytes && { photograph: sha256(bytes) }),
        ...(how.stale && { stale: true }),
      },
      asked,
    );
    if (got.kept === 'draft' && got.revision) letter.sheet = { ...sheet, text, revision: got.revision };
    else if (!how.stale) delete letter.sheet;
    letter.saysSomething ||= !how.stale && isDone(got);
    if (bytes) letter.photographs++;
  }

  async #addPhotograph(letter: Letter, sheet: Sheet): Promise<void> {
    const key = randomUUID();
    const bytes = this.#photograph(key);
    const fields = { form: key, revision: String(sheet.revision), editor: sheet.editor, 'place-new': '1' };
    const file = { field: 'photographs', name: `${key}.jpg`, bytes };
    const asked = multipart(`/home/tributes/${letter.id}/photographs`, fields, file, json);
    letter.photographs++;
    delete letter.sheet;
    await this.#ask({ kind: 'photograph', letter: letter.id, key, photograph: sha256(bytes) }, asked);
  }

  async #publish(letter: Letter): Promise<void> {
    // As it is decided: the words are looked at, and those are published.
    const { revision, text } = await this.#openSheet(letter);
    const key = randomUUID();
    const asked = urlencoded(`/home/tributes/${letter.id}/publication`, {
      form: key,
      revision: String(revision),
      audience: 'everyone',
    });
    const request: Request = { kind: 'publish', letter: letter.id, key, text: sha256(text) };
    delete letter.sheet;
    letter.published = true;
    await this.#askMaybeTwice(request, asked);
  }

  async #withdraw(letter: Letter): Promise<void> {
    delete letter.sheet;
    letter.published = false;
    const asked = urlencoded(`/home/tributes/${letter.id}/publication?_method=delete`, {
      form: randomUUID(),
    });
    await this.#askMaybeTwice({ kind: 'withdraw', letter: letter.id }, asked);
  }

  /** A double click, now and then. */
  async #askMaybeTwice(request: Request, asked: Asked): Promise<void> {
    const clicks = this.#dice.chance(0.2) ? 2 : 1;
    await Promise.all(Array.from({ length: clicks }, () => this.#ask(request, asked)));
  }

  async #ask(request: Request, asked: Asked): Promise<Got> {
    const n = this.#journal.sent(request);
    try {
      const got = gotFrom(await sendAs(this.#family, asked, (moment) => this.#watch(moment, request)));
      this.#journal.got(n, got);
      if (request.kind === 'begin' && isDone(got)) this.#know(got.location?.split('/').at(-1) ?? '');
      return got;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.#journal.unanswered(n, error.message);
      this.#pending = { request, asked };
      throw error;
    }
  }

  #know(id: string): void {
    if (this.#letters.some((letter) => letter.id === id)) return;
    this.#letters.push({ id, saysSomething: false, published: false, photographs: 0 });
  }
}

function gotFrom({ status, headers, bytes, cut }: Answer): Got {
  const { location } = headers;
  const got: Got = { status, ...(typeof location === 'string' && { location }) };
  if (cut || !String(headers['content-type']).startsWith('application/json')) return got;
  const { kept, revision } = JSON.parse(bytes.toString()) as Partial<Got>;
  return { ...got, ...(kept && { kept }), ...(revision !== undefined && { revision }) };
}
