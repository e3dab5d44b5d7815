import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readCopy } from '#database/copy.ts';
import { type CopyLine, loadPostgresCopy, readPostgresCopy } from '#database/postgres-copy.ts';
import { foundFamily } from '#families/found.ts';
import { addPerson } from '#people/people.ts';
import { nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T08:00:00.000Z';
// Line ends of Unicode that are none in JSON lines, and must come back as they were.
const name = 'Nora\u2028Lind\u2029\u0085\r\nمرحبا';

async function linesIn(path: string): Promise<CopyLine[]> {
  const lines: CopyLine[] = [];
  for await (const line of readPostgresCopy(path)) lines.push(line);
  return lines;
}

eachDatabase('a copy in JSON lines', (open) => {
  test('is read in pages, keeps every letter, and goes back in its own order', async () => {
    const { database, connections, kind } = await open();
    if (kind === 'sqlite') return;
    const folder = await mkdtemp(join(tmpdir(), 'snowdrop-copy-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const copy = join(folder, 'copy.jsonl.gz');
    await database.write(async (tx) => {
      const person = await addPerson(tx, { name, email: nora.email }, now);
      await foundFamily(tx, person.id, nora.signsAs, now);
      for (let count = 0; count < 250; count++)
        await addPerson(tx, { name: randomUUID(), email: undefined }, now);
    });
    await connections.copyTo(copy);

    const lines = await linesIn(copy);
    const tables = lines.filter(({ row }) => !row).map(({ table }) => table);
    expect(tables.indexOf('person')).toBeLessThan(tables.indexOf('member'));
    expect(tables.indexOf('photograph')).toBeLessThan(tables.indexOf('memorial'));
    expect(lines.filter(({ table, row }) => table === 'person' && row)).toHaveLength(251);
    expect((await readCopy('postgres', copy)).migrations).toContain('0001-beginning');

    await database.write(async (tx) => {
      for (const table of ['member', 'family', 'person'] as const) await tx.deleteFrom(table).execute();
    });
    await loadPostgresCopy(connections.writer, copy);
    const back = join(folder, 'back.jsonl.gz');
    await connections.copyTo(back);
    expect(await linesIn(back)).toEqual(lines);
    // Twice is once too often, and leaves nothing of itself.
    await expect(loadPostgresCopy(connections.writer, copy)).rejects.toThrow(/duplicate key/);

    const whole = await readFile(copy);
    await writeFile(copy, whole.subarray(0, whole.length - 20));
    await expect(linesIn(copy)).rejects.toThrow();
    await expect(linesIn(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });
});
