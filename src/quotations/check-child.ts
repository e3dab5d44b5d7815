// Checks quotations, one at a time, in a process of its own: however long one takes, no page waits for it, and
// its memory is given back whole. Started by checking.ts only.
import { writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { checkQuotation } from '#quotations/check-quotation.ts';
import type { Asked, SearchedWords, Told } from '#quotations/checking.ts';
import { detectLanguage } from '#quotations/detect-language.ts';
import { TooMuch } from '#quotations/effort.ts';
import { makeSearched, type Searched } from '#quotations/searched.ts';

/** So many characters of all memorials are kept; the one that was asked longest ago goes first. */
const mostKept = 30_000_000;

type Kept = { mark: string; length: number; searched: Searched };
const kept = new Map<string, Kept>();

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', (asked: Asked) => tell(answer(asked)));
// Pages go first, and where memory runs out Linux ends this process before the server.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
await writeFile('/proc/self/oom_score_adj', '1000').catch(() => {});
tell({ ready: true });

function tell(told: Told): void {
  process.send?.(told);
}

function answer(asked: Asked): Told {
  if ('keep' in asked) return keep(asked.keep);
  const { memorialId, mark, check } = asked;
  const words = kept.get(memorialId);
  if (words?.mark !== mark) return { missing: true };
  kept.delete(memorialId);
  kept.set(memorialId, words);
  try {
    return { checked: checkQuotation(check, words.searched), language: detectLanguage(check) };
  } catch (error) {
    if (error instanceof TooMuch) return { tooMuch: true };
    // What an error says of itself may quote what was pasted.
    return { failed: error instanceof Error ? error.name : 'Thrown' };
  }
}

function keep({ memorialId, mark, texts }: SearchedWords): Told {
  kept.delete(memorialId);
  const length = texts.reduce((sum, { text }) => sum + text.length, 0);
  const others = [...kept.values()].reduce((sum, one) => sum + one.length, 0);
  for (let over = others + length - mostKept; over > 0 && kept.size > 0;) {
    const [oldest, { length: gone }] = kept.entries().next().value!;
    kept.delete(oldest);
    over -= gone;
  }
  kept.set(memorialId, { mark, length, searched: makeSearched(texts) });
  return { kept: true };
}
