import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { Rows } from './rows.ts';

const longest = 120_000;

/**
 * Until the site has done what was left to do, as the finer pictures of a photograph and mails to a family: what
 * it does by itself is nothing that an input did. What is put off to a later moment is not waited for. Throws
 * when for two minutes none of it was done.
 */
export async function rested({ rows, clock }: { rows: Rows; clock: Pick<Clock, 'now'> }): Promise<void> {
  let before = Number.POSITIVE_INFINITY;
  for (let until = 0; ; await wait(25)) {
    const due = `run_at <= '${clock.now()}' or lease_until is not null`;
    const left = await rows.all<{ kind: string }>(
      `select kind from job where failed_at is null and (${due})`,
    );
    if (left.length === 0) return;
    if (left.length < before) until = performance.now() + longest;
    if (performance.now() > until)
      throw new Error(`The site does not come to rest: ${left.map(({ kind }) => kind).join(', ')}`);
    before = Math.min(before, left.length);
  }
}
