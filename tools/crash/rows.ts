import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** A site's database, read past the site. */
type Asking = {
  rows<Row>(sql: string): Promise<Row[]>;
  /** What the database itself finds wrong with its file. */
  faults(): Promise<string[]>;
};

export type LetterRow = {
  id: string;
  address: string;
  audience: string;
  revision: number;
  version: number;
  published_at: string | null;
};
type WordsRow = { tribute_id: string; text: string; photographs: string };
export type VersionRow = WordsRow & { number: number; sha256: string };
export type DraftRow = WordsRow & { id: string; beside: number };
export type PhotographRow = { id: string; sha256: string; bytes: number; prepared_at: string | null };
type PictureRow = { photograph_id: string; size: number; format: string; sha256: string; bytes: number };
type UseRow = { photograph_id: string; tribute_id: string | null; address: string };

/** The key of a form that was taken, and where its answer led. */
type Kept = { key: string; location: string };

/** Everything that the checker judges, as it stands. */
export type Rows = {
  letters: LetterRow[];
  versions: VersionRow[];
  drafts: DraftRow[];
  photographs: PhotographRow[];
  pictures: PictureRow[];
  uses: UseRow[];
  kept: Kept[];
  jobs: { kind: string; payload: string }[];
  faults: string[];
};

async function readRows(asking: Asking): Promise<Rows> {
  return {
    letters: await asking.rows('select * from tribute'),
    versions: await asking.rows('select * from tribute_version order by tribute_id, number'),
    drafts: await asking.rows('select * from draft'),
    photographs: await asking.rows('select * from photograph'),
    pictures: await asking.rows('select * from picture'),
    uses: await asking.rows('select * from picture_use'),
    kept: (await asking.rows<Kept>('select * from kept_answer')).map(formKeyOnly),
    jobs: await asking.rows('select * from job'),
    faults: await asking.faults(),
  };
}

/** A kept answer is called by the form's key and the person who sent it. */
function formKeyOnly({ key, location }: Kept): Kept {
  return { key: key.split(' ')[0]!, location };
}

/** The photographs that stand in some words, in order. */
export function placedIn(words: { photographs: string }): string[] {
  return (JSON.parse(words.photographs) as { photographId: string }[]).map(
    ({ photographId }) => photographId,
  );
}

export function sqliteRows(file: string): Promise<Rows> {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  const all = (sql: string): Record<string, unknown>[] => database.prepare(sql).all();
  const faults = (): string[] => [
    ...all('pragma integrity_check')
      .map((row) => String(row['integrity_check']))
      .filter((said) => said !== 'ok'),
    ...all('pragma foreign_key_check').map((row) => `foreign key: ${JSON.stringify(row)}`),
  ];
  return readRows({
    rows: <Row>(sql: string) => Promise.resolve(all(sql) as Row[]),
    faults: () => Promise.resolve(faults()),
  }).finally(() => database.close());
}

export async function postgresRows(url: string): Promise<Rows> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    // PostgreSQL checks its pages and foreign keys by itself.
    const rows = async <Row>(sql: string): Promise<Row[]> => (await client.query(sql)).rows as Row[];
    return await readRows({ rows, faults: () => Promise.resolve([]) });
  } finally {
    await client.end();
  }
}
