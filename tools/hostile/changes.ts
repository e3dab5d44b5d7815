/** What is kept: each table's rows as JSON, a line each, in order. */
export type Kept = Map<string, string[]>;

/** What is another than it was, a sentence for each table: which row, and what in it. */
export function changesBetween(before: Kept, after: Kept): string[] {
  const tables = [...new Set([...before.keys(), ...after.keys()])];
  return tables.flatMap((table) => {
    const [was, is] = [before.get(table) ?? [], after.get(table) ?? []];
    const [known, now] = [new Set(was), new Set(is)];
    const gone = was.filter((row) => !now.has(row));
    const came = is.filter((row) => !known.has(row));
    if (gone.length === 0 && came.length === 0) return [];
    return [`${table} did: ${gone.length} rows gone, ${came.length} new; ${firstOf(gone[0], came[0])}`];
  });
}

/** Of a row that is another: its first column and the columns that differ. Of one alone: all of it. */
function firstOf(gone: string | undefined, came: string | undefined): string {
  const [was, is] = [columnsOf(gone), columnsOf(came)];
  const [key = ''] = Object.keys(is ?? was ?? {});
  if (!was || !is || was[key] !== is[key]) return shortened(JSON.stringify(is ?? was));
  const others = Object.keys(is).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  const turns = others.map((name) => `${name} from ${shortened(was[name])} to ${shortened(is[name])}`);
  return `${key} ${shortened(is[key])}: ${turns.join(', ')}`;
}

function columnsOf(row: string | undefined): Record<string, unknown> | undefined {
  return row === undefined ? undefined : (JSON.parse(row) as Record<string, unknown>);
}

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
