import { readFileSync } from 'node:fs';

/** What a cell is expected to be, and whether its representation is there today. */
export type Expected = { seen: boolean; pending: boolean };
/** A line of the table: what is expected, by representation. */
export type Line = ReadonlyMap<string, Expected>;

/** The five audiences as the table calls them, from the narrowest to the widest. */
export const audiences = [
  'only me',
  'only us',
  'family and friends (a circle)',
  'anyone with the link',
  'everyone',
] as const;
const allFriends = 'all of the family and friends';
const writer = 'whoever wrote it';

/** Every step that a piece can stand on, from the narrowest to the widest. */
export const steps = [...audiences.slice(0, 3), allFriends, ...audiences.slice(3)] as readonly Step[];
export type Step = (typeof audiences)[number] | typeof allFriends;

/** The whole table: of each audience, what each viewer is expected to find; of the writer, by audience. */
export type Table = {
  representations: readonly string[];
  lines: ReadonlyMap<Step, ReadonlyMap<string, Line>>;
  ofWriter: ReadonlyMap<string, Line>;
};

const cells: Record<string, Expected> = {
  y: { seen: true, pending: false },
  '-': { seen: false, pending: false },
  '(y)': { seen: true, pending: true },
  '(-)': { seen: false, pending: true },
};

/** Reads tools/matrix/expected.md. Throws where a table is not whole, or a column is pending only in part. */
export function readExpected(
  markdown = readFileSync(new URL('expected.md', import.meta.url), 'utf8'),
): Table {
  const sections = new Map(
    markdown
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0]!.trim(), tableIn(section)] as const),
  );
  const columns = [...sections.values()].map(({ head }) => head.join());
  if (new Set(columns).size !== 1) throw new Error('The tables have different columns.');
  const [{ head: representations }] = [...sections.values()] as [ReturnType<typeof tableIn>];
  const taken = (name: string): ReadonlyMap<string, Line> => {
    const section = sections.get(name);
    if (!section) throw new Error(`There is no table of “${name}”.`);
    return section.lines;
  };
  const lines = new Map(steps.map((step) => [step, taken(step)]));
  const ofWriter = taken(writer);
  for (const name of representations) {
    const pending = [...lines.values(), ofWriter]
      .flatMap((of) => [...of.values()])
      .map((line) => line.get(name)?.pending);
    if (new Set(pending).size !== 1) throw new Error(`“${name}” is pending in some cells only.`);
  }
  return { representations, lines, ofWriter };
}

/** Every cell of the five audiences, each with its name. */
export function allCells({ lines }: Table): (Expected & { name: string })[] {
  return audiences.flatMap((audience) =>
    [...lines.get(audience)!].flatMap(([viewer, line]) =>
      [...line].map(([form, cell]) => ({ name: `${audience} · ${viewer} · ${form}`, ...cell })),
    ),
  );
}

function tableIn(section: string): { head: string[]; lines: Map<string, Line> } {
  const [head = [], , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const representations = head.slice(1);
  const lines = rows.map(([name = '', ...row]) => {
    if (row.length !== representations.length) throw new Error(`The line “${name}” is not whole.`);
    return [name, new Map(row.map((cell, at) => [representations[at]!, expectedIn(name, cell)]))] as const;
  });
  return { head: representations, lines: new Map(lines) };
}

function expectedIn(name: string, cell: string): Expected {
  const expected = cells[cell];
  if (!expected)
    throw new Error(`“${cell}” in the line “${name}” is none of: ${Object.keys(cells).join(' ')}.`);
  return expected;
}
