import { comparedWords } from '#quotations/compared-words.ts';
import { judgeQuotation } from '#quotations/judge-quotation.ts';
import { endOf, makeSearched, numbersOf, numberWords, type Searched } from '#quotations/searched.ts';
import { type Measured, timed } from './measure.ts';

const rounds = 60;
const quotedWords = 300;
const most = { small: 20, large: 150 };
const leastRatio = 20;

/** A quotation of 300 words, a tenth of them changed, sought in memorials of ten thousand and a million words. */
export async function quotations(): Promise<Measured> {
  const small = memorialOf(10_000);
  const large = memorialOf(1_000_000);
  findTheSame(small);
  const figures = await timed(
    [
      { what: 'plain quadratic alignment, 10,000 words', run: () => void alignPlainly(small) },
      {
        what: 'checked against 10,000 words',
        name: 'ms_10k',
        most: most.small,
        run: () => void judge(small),
      },
      {
        what: 'checked against 1,000,000 words',
        name: 'ms_1m',
        most: most.large,
        run: () => void judge(large),
      },
    ],
    rounds,
  );
  const ratio = Math.round((10 * figures[0]!.median) / figures[1]!.median) / 10;
  const reached =
    ratio >= leastRatio && figures.every((one) => one.most === undefined || one.median <= one.most);
  return {
    rounds,
    reached,
    figures: [
      ...figures,
      { what: 'ratio to quadratic', name: 'ratio_to_quadratic', median: ratio, unit: 'times' },
    ],
  };
}

type Memorial = { searched: Searched; quotation: string; from: string };

/** Texts of a thousand words whose frequencies fall as those of a language do (Zipf), the same on every run. */
function memorialOf(words: number): Memorial {
  let state = 7;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const word = (): string => `w${Math.floor(20_000 ** random())}`;
  const texts = Array.from({ length: words / 1000 }, () => Array.from({ length: 1000 }, word));
  const from = texts.length >> 1;
  const taken = texts[from]!.slice(200, 200 + quotedWords);
  return {
    searched: makeSearched(
      texts.map((text, index) => ({
        id: String(index),
        text: text.join(' '),
        current: true,
        original: true,
      })),
    ),
    quotation: taken.map((one, index) => (index % 10 === 9 ? 'other' : one)).join(' '),
    from: String(from),
  };
}

/** Where a quotation was found: the text, and from where to where in it. */
type Found = { id: string; from: number; to: number; share: number };

function judge({ searched, quotation, from }: Memorial): Found {
  const { verdict, similarity: share, passages } = judgeQuotation(quotation, searched);
  const [passage] = passages;
  if (verdict !== 'altered' || share < 0.85 || passage?.id !== from)
    throw new Error(`Judged ${verdict}, ${share}.`);
  return { ...passage, share };
}

/**
 * The same work on the same words, numbered like those: which text shares most with the quotation, how much of
 * it, and from where to where. The longest common subsequence as textbooks compute it (Wagner and Fischer 1974),
 * row by row, with the place where each began.
 */
function alignPlainly({ searched, quotation }: Memorial): Found {
  const { texts, starts, words } = searched;
  const quoted = comparedWords(quotation);
  numberWords(searched, quoted);
  const sought = numbersOf(quoted);
  const { length } = sought;
  let best = { text: 0, shared: 0, start: 0, end: 0 };
  for (let text = 0; text < texts.length; text++) {
    let [row, next] = [new Int32Array(length + 1), new Int32Array(length + 1)];
    let [began, begins] = [new Int32Array(length + 1), new Int32Array(length + 1)];
    for (let place = starts[text]!; place < endOf(searched, text); place++) {
      const word = words[place]!;
      for (let at = 1; at <= length; at++) {
        const [left, above] = [next[at - 1]!, row[at]!];
        if (sought[at - 1] === word) {
          next[at] = row[at - 1]! + 1;
          begins[at] = row[at - 1] === 0 ? place : began[at - 1]!;
        } else if (left > above) {
          next[at] = left;
          begins[at] = begins[at - 1]!;
        } else {
          next[at] = above;
          begins[at] = began[at]!;
        }
      }
      if (next[length]! > best.shared)
        best = { text, shared: next[length]!, start: begins[length]!, end: place };
      [row, next, began, begins] = [next, row, begins, began];
    }
  }
  return {
    id: texts[best.text]!.id,
    from: searched.from[best.start]!,
    to: searched.to[best.end]!,
    share: best.shared / length,
  };
}

/** Both find the same passage and the same share, or the ratio of their times would say nothing. */
function findTheSame(memorial: Memorial): void {
  const [plainly, judged] = [alignPlainly(memorial), judge(memorial)];
  const { id, from, to, share } = judged;
  if (plainly.id !== id || plainly.from !== from || plainly.to !== to || plainly.share !== share)
    throw new Error(`Aligned with ${JSON.stringify(plainly)}, judged ${JSON.stringify(judged)}.`);
}
