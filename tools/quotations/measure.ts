import { readFileSync } from 'node:fs';
import { judgeQuotation } from '#quotations/judge-quotation.ts';
import type { Verdict } from '#quotations/judgement.ts';
import { makeSearched, type Quotable } from '#quotations/searched.ts';

/** The set that the judge was made with, and the one that was labelled before it had seen it. */
const sets = { first: './', second: './second/' } as const;
type QuotationSet = keyof typeof sets;

type Text = { id: string; piece: string; current: boolean; translator?: string };
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
  const folder = new URL(sets[set], new URL('../../test/quotations/', import.meta.url));
  const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
  const { texts } = JSON.parse(read('memorial.json')) as { texts: Text[] };
  const labelled = JSON.parse(read('quotations.json')) as Labelled[];
  const pieces = new Map(texts.map((text) => [text.id, text.piece]));
  const quotable = texts.map(({ id, current, translator }): Quotable => ({
    id,
    current,
    original: translator === undefined,
    text: read(`letters/${id}.txt`),
  }));
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
    a === b || (verdict === 'altered' && pieces.get(a) === pieces.get(b) && languageOf(a) === languageOf(b));
  return found.every((id) => one.texts.some((text) => same(text, id)));
}

const languageOf = (id: string): string => id.split('.')[1] ?? '';
