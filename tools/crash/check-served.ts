import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterState } from './check-letter.ts';
import type { Family } from './family.ts';
import { sha256 } from './letter-text.ts';
import { picturesIn, readSheet, readWords } from './pages.ts';
import type { PhotographRow, Rows } from './rows.ts';
import { send, sendAs } from './send.ts';
import type { Tell } from './verdict.ts';

/** Reads letters the way their writer and strangers do, past nothing, and compares with the rows. */
export async function checkServed(
  family: Family,
  states: readonly LetterState[],
  rows: Rows,
  tell: Tell,
): Promise<void> {
  for (const { row, shown, read } of states) {
    const own = await sendAs(family, { path: `/home/tributes/${row.id}` });
    const sheet = own.status === 200 ? readSheet(own.bytes.toString()) : undefined;
    if (!sheet || sha256(sheet.text) !== shown || sheet.revision !== row.revision) {
      tell('lost', `the writer of letter ${row.id} gets ${own.status}, not its words`);
    }
    // Before it is first published its id stands for the address.
    const path = `/${family.address}/${encodeURIComponent(row.address)}`;
    const strange = await send(family.site, { path });
    const words = strange.status === 200 ? readWords(strange.bytes.toString()) : undefined;
    if (strange.status !== (read === undefined ? 404 : 200))
      tell('lost', `a stranger gets ${strange.status} at ${path}`);
    else if (read !== undefined && sha256(words ?? '') !== read)
      tell('lost', `a stranger reads other words at ${path}`);
    const bytes = new Set(rows.pictures.map((picture) => picture.sha256));
    const uses = rows.uses.filter((use) => use.tribute_id === row.id);
    const pictures = words === undefined ? [] : picturesIn(strange.bytes.toString());
    if (uses.length > 0 && pictures.length === 0)
      tell('lost', `${path} shows none of its ${uses.length} photographs`);
    for (const use of uses) {
      const picture = await send(family.site, {
        path: pictures.find((one) => one.includes(use.address)) ?? '/pictures/none/1.jpeg',
      });
      if (picture.status !== 200 || !bytes.has(sha256(picture.bytes)))
        tell('lost', `a picture of ${path}: ${picture.status}`);
    }
  }
}

/** Whether photographs have their original in `blobs/`, byte for byte. */
export async function checkOriginals(
  blobs: string,
  photographs: readonly PhotographRow[],
  tell: Tell,
): Promise<void> {
  for (const { id, sha256: original } of photographs) {
    if ((await hashOf(blobs, original)) !== original)
      tell('lost', `the original ${original} of photograph ${id}`);
  }
}

/** Whether their family gets the pictures of photographs. */
export async function checkPictures(
  family: Family,
  photographs: readonly PhotographRow[],
  rows: Rows,
  tell: Tell,
): Promise<void> {
  for (const { id } of photographs) {
    for (const picture of rows.pictures.filter(({ photograph_id }) => photograph_id === id)) {
      const served = await sendAs(family, {
        path: `/home/photographs/${id}/${picture.size}.${picture.format}`,
      });
      if (served.status === 200 && sha256(served.bytes) === picture.sha256) continue;
      tell('lost', `the picture ${picture.size}.${picture.format} of photograph ${id}: ${served.status}`);
    }
  }
}

/** Every file of `blobs/` is what its name says; none is half-written. */
export async function checkBlobs(blobs: string, tell: Tell): Promise<number> {
  const names = (await readdir(blobs, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  for (const { name } of names)
    if ((await hashOf(blobs, name)) !== name) tell('torn', `blob ${name} holds other bytes`);
  return names.length;
}

async function hashOf(blobs: string, name: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(join(blobs, name.slice(0, 2), name)))
      hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
