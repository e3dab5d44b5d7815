import { readFileSync } from 'node:fs';
import { judgeQuotation } from '#quotations/judge-quotation.ts';
import type { Verdict } from '#quotations/judgement.ts';
import { makeSearched, type Quotable } from '#quotations/searched.ts';

/** The set that the judge was made with, the one that was labelled before it had seen it, and one of titles and captions. */
const sets = {
  first: './quotations.json',
  second: './second/quotations.json',
  around: './titles-and-captions.json',
} as const;
type QuotationSet = keyof typeof sets;

type Text = {
  id: string;
  piece: string;
  title: string;
  captions?: string[];
  current: boolean;
  translator?: string;
};
type Labelled = {
  id: string;
  text: string;
  in: string;
  about: string;
  expected: Verdict;
  texts: string[];
};
export type Measured = Labelled & { verdict: Verdict; found: string[]; similarity: number; right: boolean };

/** Judges one set of the labelled quotations of test/quotations by the words of their memorial. */
export function measureQuotations(set: QuotationSet): Measured[] {
  const file = new URL(sets[set], new URL('../../test/quotations/', import.meta.url));
  const read = (path: string): string => readFileSync(new URL(path, file), 'utf8');
  const { texts } = JSON.parse(read('memorial.json')) as { texts: Text[] };
  const labelled = JSON.parse(readFileSync(file, 'utf8')) as Labelled[];
  const pieces = new Map(texts.map((text) => [text.id, text.piece]));
  const quotable = texts.flatMap(({ id, title, captions = [], current, translator }): Quotable[] => {
    const of = { current, original: translator === undefined };
    return [
      { ...of, id, text: read(`letters/${id}.txt`) },
      { ...of, id: `${id}#title`, text: title, around: 'title' },
      ...captions.map((text, at) => ({
        ...of,
        id: `${id}#caption-${at + 1}`,
        text,
        around: 'caption' as const,
      })),
    ];
  });
  const searched = makeSearched(quotable);
  return labelled.map((one) => {
    const { verdict, similarity, passages } = judgeQuotation(one.text, searched);
    const found = [...new Set(passages.map(({ id }) => id))];
    return { ...one, verdict, similarity, found, right: isRight(one, verdict, found, pieces) };
  });
}

// By the rules of test/quotations/rules.md; of what was altered another version of the same text is right too.
function isRight(one: Labelled, verdict: Verdict, found: string[], pieces: Map<string, string>): boolean {
  if (verdict !== one.expected) return false;
  const same = (a: string, b: string) =>
    a === b ||
    (verdict === 'altered' &&
      pieces.get(versionOf(a)) === pieces.get(versionOf(b)) &&
      partOf(a) === partOf(b) &&
      languageOf(a) === languageOf(b));
  return found.every((id) => one.texts.some((text) => same(text, id)));
}

const versionOf = (id: string): string => id.split('#')[0] ?? '';
const partOf = (id: string): string => id.split('#')[1] ?? '';
const languageOf = (id: string): string => versionOf(id).split('.')[1] ?? '';
