import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The labelled set itself: that it is what rules.md says, as far as that is seen without a judge. */
const folder = new URL('quotations/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

type Text = {
  id: string;
  piece: string;
  title: string;
  captions?: string[];
  version: number;
  current: boolean;
  translator?: string;
};
type Quotation = { id: string; text: string; in: string; about: string; expected: string; texts: string[] };

const memorial = JSON.parse(read('memorial.json')) as { texts: Text[]; ofAnotherMemorial: string[] };
const quotations = JSON.parse(read('quotations.json')) as Quotation[];
const texts = new Map(
  memorial.texts.map((text) => [text.id, { ...text, words: read(`letters/${text.id}.txt`) }]),
);
const languages = ['en', 'fr', 'es', 'de', 'ar', 'ja'];
const verdicts = ['exact', 'shortened', 'altered', 'translation', 'earlier', 'stitched', 'not-found'];

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
const wordsOf = (text: string, language: string) =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(plain(text))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
const runsOf = (text: string, language: string) => {
  const words = wordsOf(text, language);
  return words.slice(5).map((_, at) => words.slice(at, at + 6).join(' '));
};
const labelled = (...expected: string[]) => quotations.filter((one) => expected.includes(one.expected));

describe('the letters', () => {
  test('are those that memorial.json names, in six languages', () => {
    const named = [...texts.keys(), ...memorial.ofAnotherMemorial].map((id) => `${id}.txt`);
    expect(readdirSync(new URL('letters/', folder)).toSorted()).toEqual(named.toSorted());
    expect(new Set(memorial.texts.map(({ piece }) => piece)).size).toBeGreaterThanOrEqual(14);
    expect(new Set([...texts.keys()].map((id) => id.split('.')[1]))).toEqual(new Set(languages));
  });

  test('have earlier versions that differ, and translators with names', () => {
    const earlier = memorial.texts.filter(({ current }) => !current);
    expect(earlier.length).toBeGreaterThanOrEqual(6);
    for (const { id, version } of earlier) {
      const current = texts.get(id.replace(/\.\d+$/, ''))!;
      expect(current.version).toBeGreaterThan(version);
      expect(current.words).not.toBe(texts.get(id)!.words);
    }
    expect(memorial.texts.filter(({ translator }) => translator).length).toBeGreaterThanOrEqual(6);
  });
});

describe('the quotations', () => {
  test('are at least 330, each once, of every language and verdict', () => {
    expect(quotations.length).toBeGreaterThanOrEqual(330);
    expect(new Set(quotations.map(({ id }) => id)).size).toBe(quotations.length);
    expect(new Set(quotations.map(({ text }) => text)).size).toBe(quotations.length);
    for (const language of languages)
      expect(quotations.filter((one) => one.in === language).length, language).toBeGreaterThanOrEqual(50);
    expect(new Set(quotations.map(({ expected }) => expected))).toEqual(new Set(verdicts));
    for (const verdict of verdicts) expect(labelled(verdict).length, verdict).toBeGreaterThanOrEqual(15);
  });

  test('name the texts they are taken from, and no others', () => {
    for (const { id, expected, texts: from } of quotations) {
      expect(from.length > 0, id).toBe(expected !== 'not-found');
      expect(
        from.filter((name) => !texts.has(name)),
        id,
      ).toEqual([]);
    }
    const first = ({ texts: [from = ''] }: Quotation) => texts.get(from)!;
    expect(labelled('exact').filter((one) => !first(one).current || first(one).translator)).toEqual([]);
    expect(labelled('translation').filter((one) => !first(one).current || !first(one).translator)).toEqual(
      [],
    );
    expect(labelled('earlier').filter((one) => first(one).current)).toEqual([]);
  });

  test('called verbatim stand in their text as they are', () => {
    const verbatim = quotations.filter(({ about }) => about.startsWith('verbatim'));
    expect(verbatim.length).toBeGreaterThan(80);
    expect(verbatim.filter((one) => !texts.get(one.texts[0]!)!.words.includes(one.text))).toEqual([]);
    expect(
      verbatim.filter(({ expected }) => !['exact', 'translation', 'earlier'].includes(expected)),
    ).toEqual([]);
  });

  test('called altered, shortened, stitched or not found stand nowhere as they are', () => {
    const all = [...texts.values()].map(({ words }) => plain(words));
    const found = labelled('altered', 'shortened', 'stitched')
      .filter(({ text }) => all.some((words) => words.includes(plain(text))))
      .map(({ id }) => id);
    expect(found).toEqual([]);
  });

  test('called earlier do not stand in a current text', () => {
    const current = [...texts.values()].filter((text) => text.current).map(({ words }) => plain(words));
    expect(
      labelled('earlier').filter(({ text }) => current.some((words) => words.includes(plain(text)))),
    ).toEqual([]);
  });

  test('called not found share no six words in a row with any text', () => {
    const runs = new Set([...texts.values()].flatMap(({ id, words }) => runsOf(words, id.split('.')[1]!)));
    expect(runs.size).toBeGreaterThan(3000);
    const sharing = labelled('not-found').filter((one) =>
      runsOf(one.text, one.in).some((run) => runs.has(run)),
    );
    expect(sharing.map(({ id }) => id)).toEqual([]);
  });

  test('are counted in rules.md as they are', () => {
    const count = (language: string, verdict: string) =>
      quotations.filter((one) => one.in === language && one.expected === verdict).length;
    const rows = languages.map((language) => {
      const cells = verdicts.map((verdict) => count(language, verdict));
      return `| ${language} | ${cells.join(' | ')} | ${cells.reduce((sum, cell) => sum + cell)} |`;
    });
    const rules = read('rules.md');
    expect(rows.filter((row) => !rules.includes(row))).toEqual([]);
  });
});

test('the second set is in the same form, and names the texts it is taken from', () => {
  const second = JSON.parse(read('second/memorial.json')) as { texts: Text[] };
  const asked = JSON.parse(read('second/quotations.json')) as Quotation[];
  const named = new Map(second.texts.map((text) => [text.id, text]));
  expect(readdirSync(new URL('second/letters/', folder)).toSorted()).toEqual(
    [...named.keys()].map((id) => `${id}.txt`).toSorted(),
  );
  expect(asked.length).toBeGreaterThanOrEqual(60);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  expect(new Set(asked.map(({ in: language }) => language))).toEqual(new Set(languages));
  expect(new Set(asked.map(({ expected }) => expected))).toEqual(new Set(verdicts));
  const firsts = new Set(quotations.map(({ text }) => text));
  for (const { id, text, about, expected, texts: from } of asked) {
    expect(firsts.has(text), id).toBe(false);
    expect(from.length > 0 && from.every((one) => named.has(one)), id).toBe(expected !== 'not-found');
    if (about === 'verbatim') expect(read(`second/letters/${from[0]}.txt`), id).toContain(text);
  }
});

test('titles and captions are quoted in the same form, from titles and captions that are there', () => {
  const asked = JSON.parse(read('titles-and-captions.json')) as Quotation[];
  const around = new Map<string, string>(
    memorial.texts.flatMap(({ id, title, captions = [] }) => [
      [`${id}#title`, title] as const,
      ...captions.map((caption, at) => [`${id}#caption-${at + 1}`, caption] as const),
    ]),
  );
  expect(asked.length).toBeGreaterThanOrEqual(50);
  expect(new Set(asked.map(({ in: language }) => language))).toEqual(new Set(languages));
  expect(new Set(asked.map(({ expected }) => expected))).toEqual(new Set(verdicts));
  const firsts = new Set(quotations.map(({ text }) => text));
  for (const { id, text, about, expected, texts: from } of asked) {
    expect(firsts.has(text), id).toBe(false);
    expect(from.length > 0, id).toBe(expected !== 'not-found');
    expect(
      from.filter((one) => !around.has(one) && !texts.has(one)),
      id,
    ).toEqual([]);
    if (about.startsWith('verbatim')) expect(around.get(from[0]!), id).toContain(text);
  }
});
