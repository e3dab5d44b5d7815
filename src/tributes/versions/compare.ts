import { diffArrays } from 'diff';

/** A stretch of two texts: in both, only in the earlier one (`gone`), or only in the later one (`came`). */
export type Stretch = { kind: 'same' | 'gone' | 'came'; text: string };

/** More differences than this in one stretch of lines, and it is shown as replaced: nobody could follow them. */
const mostChanges = 600;
/** Finding so many differences takes the square of them (Myers 1986): what is left over for all stretches. */
const mostSteps = mostChanges ** 2;
/** Longer stretches are cut at white space: by the rules of their language it would take a second. */
const longStretch = 50_000;
/** A stretch of one line and of more than a book is shown as replaced. */
const longestStretch = 1_000_000;

/**
 * What became of a text, word by word. Joining `same` and `gone` gives the earlier text letter for letter,
 * joining `same` and `came` the later one. Words are those of the Unicode Standard Annex 29 in the given
 * language (BCP 47), so that scripts without spaces are cut where their readers would.
 */
export function compareTexts(before: string, after: string, language: string): Stretch[] {
  if (before === after) return joined([{ kind: 'same', text: before }]);
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const patience = { left: mostSteps };
  // Lines first: a long letter in which one verse has changed is compared in that verse only.
  const lines = differences(linesOf(before), linesOf(after), patience);
  return joined(
    lines.flatMap((stretch) =>
      stretch.kind === 'same' ? [stretch] : compareWords(stretch.gone, stretch.came, words, patience),
    ),
  );
}

type Patience = { left: number };
type Block = { kind: 'same'; text: string } | { kind: 'changed'; gone: string; came: string };

function compareWords(gone: string, came: string, words: Intl.Segmenter, patience: Patience): Stretch[] {
  const length = gone.length + came.length;
  const cut = (text: string): string[] => {
    if (length > longestStretch) return [text];
    if (length > longStretch) return text.match(/\s+|\S+/g) ?? [];
    return [...words.segment(text)].map(({ segment }) => segment);
  };
  const blocks = calmed(differences(cut(gone), cut(came), patience));
  return blocks.flatMap((block): Stretch[] =>
    block.kind === 'same'
      ? [block]
      : [
          { kind: 'gone', text: block.gone },
          { kind: 'came', text: block.came },
        ],
  );
}

/** Pieces in both, and between them what stood there before and what stands there now. */
function differences(before: string[], after: string[], patience: Patience): Block[] {
  const maxEditLength = Math.floor(Math.sqrt(patience.left));
  const changes = diffArrays(before, after, { maxEditLength });
  const found = changes?.reduce((sum, { count, added, removed }) => sum + (added || removed ? count : 0), 0);
  patience.left = Math.max(1, patience.left - (found ?? maxEditLength) ** 2);
  if (!changes) return [{ kind: 'changed', gone: before.join(''), came: after.join('') }];
  const blocks: Block[] = [];
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    const last = blocks.at(-1);
    if (!added && !removed) blocks.push({ kind: 'same', text });
    else if (last?.kind === 'changed') {
      if (added) last.came += text;
      else last.gone += text;
    } else blocks.push({ kind: 'changed', gone: added ? '' : text, came: added ? text : '' });
  }
  return blocks;
}

/** A space or a comma that stayed between two changed words belongs to what was changed: it reads as one phrase. */
function calmed(blocks: readonly Block[]): Block[] {
  const calm: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = calm.at(-1);
    if (last?.kind !== 'changed') calm.push({ ...block });
    else if (block.kind === 'changed') {
      last.gone += block.gone;
      last.came += block.came;
    } else if (blocks[at + 1]?.kind === 'changed' && !/[\p{L}\p{N}\n]/u.test(block.text)) {
      last.gone += block.text;
      last.came += block.text;
    } else calm.push(block);
  }
  return calm;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { kind, text } of stretches) {
    const last = whole.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else whole.push({ kind, text });
  }
  return whole;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
