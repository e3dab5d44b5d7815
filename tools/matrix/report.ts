import type { Matrix } from './matrix.ts';
import type { Cell } from './walk.ts';

/** What a run found, as one line for machines. The last two count what was walked beside the 1,080 too. */
export type Figures = {
  cells: number;
  walked: number;
  visible: number;
  pending: number;
  leaks: number;
  wrongly_hidden: number;
};

const isWhole = ({ leaks, hidden }: Cell): boolean => leaks.length === 0 && hidden.length === 0;
const everything = ({ cells, also }: Matrix): Cell[] => [...cells, ...also.flatMap((one) => one.cells)];

export function figuresOf(matrix: Matrix): Figures {
  const { cells } = matrix;
  const walked = cells.filter(({ expected }) => !expected.pending);
  return {
    cells: cells.length,
    walked: walked.length,
    visible: walked.filter((cell) => cell.found && isWhole(cell)).length,
    pending: cells.length - walked.length,
    leaks: everything(matrix).filter(({ leaks }) => leaks.length > 0).length,
    wrongly_hidden: everything(matrix).filter(({ hidden }) => hidden.length > 0).length,
  };
}

/** Every cell that is not as the table says, and everything that the table does not know, a line each. */
export function problemsOf({ cells, also, missed }: Matrix): string[] {
  const all = [{ what: '', cells }, ...also];
  const told = all.flatMap((one) =>
    one.cells.flatMap((cell) => {
      const { piece, viewer, representation } = cell;
      const where = `${one.what === '' ? '' : `${one.what}: `}${piece} · ${viewer} · ${representation}`;
      return [
        ...says('LEAK', where, cell.leaks),
        ...says('WRONGLY HIDDEN', where, cell.hidden),
        ...says('STILL IN BRACKETS', where, cell.unforeseen),
        ...says('FAILED', where, cell.failed),
      ];
    }),
  );
  return [...told, ...missed.map((route) => `WITHOUT A COLUMN  ${route}`)];
}

function says(what: string, where: string, found: readonly string[]): string[] {
  if (found.length === 0) return [];
  const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
  return [`${what}  ${where}: ${found.slice(0, 3).join(', ')}${more}`];
}

/** A table for each audience, as in expected.md; “!” is a leak and “?” is wrongly hidden. */
export function tablesOf({ cells }: Matrix): string {
  return [...Map.groupBy(cells, ({ piece }) => piece)]
    .map(([audience, of]) => {
      const names = [...new Set(of.map(({ representation }) => representation))];
      const rows = [...Map.groupBy(of, ({ viewer }) => viewer)].map(([viewer, line]) => [
        viewer,
        ...line.map(mark),
      ]);
      const table = [[audience, ...names], ...rows];
      const widths = table[0]!.map((_, at) => Math.max(...table.map((row) => row[at]!.length)));
      return table.map((row) => row.map((text, at) => text.padEnd(widths[at]!)).join('  ')).join('\n');
    })
    .join('\n\n');
}

function mark({ expected, leaks, hidden }: Cell): string {
  if (leaks.length > 0) return '!';
  if (hidden.length > 0) return '?';
  const seen = expected.seen ? 'y' : '-';
  return expected.pending ? `(${seen})` : seen;
}
