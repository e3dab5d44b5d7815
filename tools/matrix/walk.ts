import { everythingIn } from '#test/canaries.ts';
import type { Answer, World } from '#test/world.ts';
import { type Expected, type Line, type Step, steps } from './expected.ts';
import type { Ask, Place } from './pages.ts';
import type { Piece } from './piece.ts';
import { type Representation, representations } from './representations.ts';
import type { Viewer } from './viewers.ts';

/** What became of one piece, one viewer and one representation. */
export type Cell = {
  piece: string;
  viewer: string;
  representation: string;
  expected: Expected;
  found: boolean;
  /** Where something of it was found that should not be there. */
  leaks: string[];
  /** Where it should be found and is not. */
  hidden: string[];
  /** Where something answers as a representation that the table holds to be not there yet. */
  unforeseen: string[];
  /** Where the site failed altogether. */
  failed: string[];
};

/** The pieces as they stand, on a page that is open as far as `within`. */
export type Ground = {
  site: Pick<World, 'request' | 'mails'>;
  place: Place;
  pieces: readonly Piece[];
  within: Step;
  /** The representations that are asked for; all of them where this is missing. */
  forms?: ReadonlySet<string>;
  /** Only the pages that most readers have. */
  brief?: boolean;
};

type Read = { ask: Ask; of: Piece | undefined; answer: Answer; holds: ReadonlySet<Piece> };
type Row = { piece: Piece; cell: Cell; isForAll: boolean; sees: boolean };

/** Asks for every piece in every form as one viewer; `lineOf` is what the table says of them at each step. */
export async function walk(ground: Ground, viewer: Viewer, lineOf: (step: Step) => Line): Promise<Cell[]> {
  const read = readerOf(ground, viewer);
  // On a page that is not for everyone, those ask in public who have no other way.
  const isAskedBy = ({ space }: Ask): boolean =>
    space !== 'public' || ground.within === 'everyone' || !viewer.spaces.has('with');
  const cells: Cell[] = [];
  for (const representation of representations.filter(({ name }) => ground.forms?.has(name) ?? true)) {
    const rows = ground.pieces.map((piece): Row => {
      const step = narrower(piece.step, ground.within);
      const line = lineOf(step);
      const cell: Cell = {
        piece: piece.name,
        viewer: viewer.name,
        representation: representation.name,
        expected: line.get(representation.name)!,
        found: false,
        leaks: [],
        hidden: [],
        unforeseen: [],
        failed: [],
      };
      return { piece, cell, isForAll: step === 'everyone', sees: line.get('page')!.seen };
    });
    for (const asked of asksOf(ground, representation).filter(({ ask }) => isAskedBy(ask))) {
      for (const one of await read(asked)) {
        for (const row of rows) judge(row, one, { representation, viewer });
      }
    }
    const mails = representation.byMail ? await mailsTo(ground.site, viewer) : [];
    for (const { cell, sees, piece } of rows) {
      const { expected, hidden } = cell;
      if (mails.some((mail) => piece.canaries.some((one) => mail.includes(one)))) {
        if (!sees || (!expected.seen && !expected.pending)) cell.leaks.push('a mail');
        else if (expected.pending) cell.unforeseen.push('a mail');
        else cell.found = true;
      }
      const isDue = mustShow(piece, representation) && expected.seen && !expected.pending;
      if (isDue && !cell.found && hidden.length === 0) hidden.push('nothing asks for it');
    }
    cells.push(...rows.map(({ cell }) => cell));
  }
  return cells;
}

/** Everything that is asked of a representation: once for all pieces, and of each. */
export function asksOf(
  { place, pieces, brief = false }: Ground,
  representation: Representation,
): { ask: Ask; of: Piece | undefined }[] {
  const ofEach = pieces.filter(({ forms }) => forms?.has(representation.name) ?? true);
  return [
    ...representation.ofAll(place).map((ask) => ({ ask, of: undefined })),
    ...ofEach.flatMap((of) =>
      of.stands ? representation.ofOne(place, of.stands).map((ask) => ({ ask, of })) : [],
    ),
  ].filter(({ ask }) => !brief || (ask.shows && !ask.aside));
}

/** Whether a piece must be found in a form by everybody who may see it. */
function mustShow({ whole, forms }: Piece, { name }: Representation): boolean {
  return whole && (forms?.has(name) ?? true);
}

function judge(
  { piece, cell, isForAll, sees }: Row,
  { ask, of, answer, holds }: Read,
  { representation, viewer }: { representation: Representation; viewer: Viewer },
): void {
  const { expected } = cell;
  // Of a page that is the piece's alone, its being there is enough.
  const isThere = of === piece && piece.whole && [200, 206, 304].includes(answer.status);
  const isInWhole = isThere || holds.has(piece);
  const part = representation.part?.(answer);
  const found = representation.part ? piece.canaries.some((one) => part?.includes(one)) : isInWhole;
  // The public space is the same for everybody, and so holds nothing that is not for everyone.
  const isOpen = ask.space !== 'public' || isForAll;
  const where = `${ask.method ?? (ask.typed ? 'POST' : 'GET')} ${ask.path} (${answer.status})`;
  const isMisplaced = isInWhole && (!sees || !isOpen || (ask.empty === true && piece.whole));
  if (isMisplaced || (found && piece.whole && !expected.seen)) cell.leaks.push(where);
  if (answer.status >= 500) cell.failed.push(where);
  if (expected.pending) {
    if (part !== undefined) cell.unforeseen.push(where);
    return;
  }
  const isDue = ask.shows === true && (of === undefined || of === piece) && viewer.spaces.has(ask.space);
  if (!isDue || !mustShow(piece, representation) || !expected.seen || !isOpen) return;
  if (found) cell.found = true;
  else cell.hidden.push(where);
}

/** Asks as each browser of a viewer; the same only once. */
function readerOf({ site, pieces }: Ground, viewer: Viewer) {
  const known = new Map<string, Promise<Omit<Read, 'of'>[]>>();
  // What is not found is the same answer thousands of times.
  const heldIn = new Map<string, ReadonlySet<Piece>>();
  const findPieces = (whole: string) =>
    new Set(pieces.filter(({ canaries }) => canaries.some((one) => whole.includes(one))));
  const send = async (ask: Ask): Promise<Omit<Read, 'of'>[]> => {
    const reads: Omit<Read, 'of'>[] = [];
    for (const { as, headers } of viewer.asks.filter(({ in: spaces }) => spaces?.has(ask.space) ?? true)) {
      const request = async (path: string): Promise<Answer> =>
        site.request(path, {
          // A copy: whatever an answer sets must not change who asks next.
          as: as && { ...as, cookies: new Map(as.cookies) },
          headers: { ...headers, ...ask.headers },
          ...(ask.method && { method: ask.method }),
          ...(ask.typed && { form: ask.typed }),
        });
      let answer = await request(ask.path);
      const leadsTo = ask.leadsTo?.(answer.text);
      if (leadsTo !== undefined) answer = await request(leadsTo);
      const whole = everythingIn(answer, ask.path);
      reads.push({ ask, answer, holds: heldIn.getOrInsertComputed(whole, findPieces) });
    }
    return reads;
  };
  return async ({ ask, of }: { ask: Ask; of: Piece | undefined }): Promise<Read[]> => {
    const { method, path, headers, leadsTo, typed } = ask;
    const key = JSON.stringify([method, path, headers, leadsTo !== undefined, typed]);
    const reads = await known.getOrInsertComputed(key, () => send(ask));
    return reads.map((one) => ({ ...one, ask, of }));
  };
}

async function mailsTo(site: Ground['site'], { email }: Viewer): Promise<string[]> {
  return (await site.mails()).filter(({ to }) => to === email).map((mail) => JSON.stringify(mail));
}

/** What is inside a page is never for more than the page. */
function narrower(piece: Step, within: Step): Step {
  return steps[Math.min(steps.indexOf(piece), steps.indexOf(within))]!;
}
