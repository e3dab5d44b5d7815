import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { interfaceLanguages, type Language } from '#i18n/languages.ts';
import { readSentences } from '#i18n/messages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const english = readSentences('en');

type Part = ReturnType<IntlMessageFormat['getAst']>[number];
type Choice = {
  name: string;
  kind: 'select' | 'plural' | 'ordinal';
  branches: string[];
  /** Whether what it says of all others says how many. */
  counts: boolean;
};

const partsOf = (sentence: string, language: Language): Part[] =>
  new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).getAst();

const kindOf = (part: Part): number => part.type;

/** The choices that a sentence makes, also those inside of others. */
function choicesIn(parts: readonly Part[]): Choice[] {
  return parts.flatMap((part) => {
    if (!('options' in part)) return [];
    const inner = Object.values(part.options).flatMap(({ value }) => choicesIn(value));
    const kind = !('pluralType' in part) ? 'select' : part.pluralType === 'ordinal' ? 'ordinal' : 'plural';
    // 1 and 2 are values by their names, 7 is the number itself.
    const counts = (part.options['other']?.value ?? []).some(
      (one) =>
        kindOf(one) === 7 || ([1, 2].includes(kindOf(one)) && 'value' in one && one.value === part.value),
    );
    return [{ name: part.value, kind, branches: Object.keys(part.options), counts }, ...inner];
  });
}

/** The forms that counts up to two hundred take in a language; nothing here is told of none. */
function formsOf(language: Language, type: 'cardinal' | 'ordinal'): Set<string> {
  const rules = new Intl.PluralRules(language, { type });
  return new Set(Array.from({ length: 200 }, (_, at) => rules.select(at + 1)));
}

// Each language has sets of its own (src/memorials/vocabulary.ts); the neutral one they all have.
const isOwnSet = (key: string): boolean =>
  /^(?:words\.(?!neutral\.)|word-set\.(?!neutral$|example$))/.test(key);

describe('the sentences of every language', () => {
  test.each(interfaceLanguages)('%s has the same ones', (language) => {
    const shared = (sentences: object) => Object.keys(sentences).filter((key) => !isOwnSet(key));
    expect(shared(readSentences(language))).toEqual(shared(english));
  });

  test.each(interfaceLanguages)(
    '%s chooses by the forms that it has, and by what English does',
    (language) => {
      const wrong: string[] = [];
      for (const [key, sentence] of Object.entries(readSentences(language))) {
        const choices = choicesIn(partsOf(sentence, language));
        const theirs = choicesIn(partsOf(english[key] ?? '', 'en'));
        const selects = (all: Choice[]) =>
          [...new Set(all.filter(({ kind }) => kind === 'select').map(({ name }) => name))]
            // Before a date English chooses between “on” and “in”; elsewhere one word may do for both.
            .filter((name) => name !== 'known')
            .toSorted()
            .join();
        if (selects(choices) !== selects(theirs) && !isOwnSet(key))
          wrong.push(`${key}: chooses by other values`);
        for (const { name, kind, branches, counts } of choices) {
          if (!branches.includes('other')) wrong.push(`${key}: {${name}} has no “other”`);
          if (kind === 'select') {
            const known = theirs.filter((one) => one.name === name).flatMap((one) => one.branches);
            const odd = branches.filter((branch) => known.length > 0 && !known.includes(branch));
            if (odd.length > 0) wrong.push(`${key}: {${name}} is never ${odd.join(', ')}`);
            continue;
          }
          const type = kind === 'plural' ? 'cardinal' : 'ordinal';
          const all = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
          const odd = branches.filter(
            (branch) => !/^=\d+$/.test(branch) && !(all as string[]).includes(branch),
          );
          if (odd.length > 0) wrong.push(`${key}: {${name}} has no form ${odd.join(', ')} in ${language}`);
          const exact = (form: string): boolean =>
            (form === 'one' && branches.includes('=1')) || (form === 'two' && branches.includes('=2'));
          const lacking = [...formsOf(language, type)].filter(
            (form) => !branches.includes(form) && !exact(form),
          );
          if (counts && lacking.length > 0) wrong.push(`${key}: {${name}} lacks ${lacking.join(', ')}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

type Term = { term: string; word: string; forms: string[]; note: string; in: string[] };

describe('the terms of every language', () => {
  const file = (language: Language) => join(root, 'locales/terms', `${language}.json`);
  const termsOf = (language: Language) => JSON.parse(readFileSync(file(language), 'utf8')) as Term[];
  const bare = (text: string) => text.normalize('NFC').toLowerCase();

  test('are lists of the same terms in the same order', () => {
    const names = (language: Language) => termsOf(language).map(({ term }) => term);
    for (const language of interfaceLanguages) expect(names(language), language).toEqual(names('en'));
  });

  test.each(interfaceLanguages)('%s says each where it says that it does', (language) => {
    const sentences = readSentences(language);
    const wrong = termsOf(language).flatMap(({ term, word, forms, note, in: keys }) => [
      ...(word.trim() === '' || note.trim() === '' ? [`${term}: is not told`] : []),
      ...keys
        .filter((key) => ![word, ...forms].some((form) => bare(sentences[key] ?? '').includes(bare(form))))
        .map((key) => `${term}: ${key} does not say “${word}”`),
    ]);
    expect(wrong).toEqual([]);
  });
});

type Node = { type: string; [name: string]: unknown };

/** Every literal that people would read: text in JSX, and in the attributes that are read aloud. */
function wordsOfJsx(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const one of node) wordsOfJsx(one, found);
  else if (node !== null && typeof node === 'object') {
    const { type, ...rest } = node as Node;
    if (type === 'JSXText') found.push(String(rest['value']));
    if (type === 'JSXExpressionContainer') found.push(...literalsOf(rest['expression']));
    if (type === 'JSXAttribute') {
      const { name } = rest['name'] as { name: string };
      if (readAloud.has(name)) found.push(...literalsOf(rest['value']));
      // What else stands in an attribute is no text, but there may be elements within.
      wordsOfElements(rest['value'], found);
      return found;
    }
    for (const one of Object.values(rest)) wordsOfJsx(one, found);
  }
  return found;
}

function wordsOfElements(node: unknown, found: string[]): void {
  if (Array.isArray(node)) for (const one of node) wordsOfElements(one, found);
  else if (node !== null && typeof node === 'object') {
    if ((node as Node).type === 'JSXElement') wordsOfJsx(node, found);
    else for (const one of Object.values(node)) wordsOfElements(one, found);
  }
}

const readAloud = new Set([
  'alt',
  'title',
  'label',
  'legend',
  'hint',
  'placeholder',
  'summary',
  'aria-label',
]);

/** The strings that an expression can come to. */
function literalsOf(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  const { type, ...rest } = node as Node;
  if (type === 'Literal') return typeof rest['value'] === 'string' ? [rest['value']] : [];
  if (type === 'TemplateLiteral')
    return (rest['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  if (type === 'ConditionalExpression')
    return [...literalsOf(rest['consequent']), ...literalsOf(rest['alternate'])];
  if (type === 'LogicalExpression') return [...literalsOf(rest['left']), ...literalsOf(rest['right'])];
  if (type === 'JSXExpressionContainer') return literalsOf(rest['expression']);
  return [];
}

/** In a script or a mail: what is put on a page or said as a sentence. */
function sentencesOfCode(code: string): string[] {
  const literals = [...code.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '').matchAll(/'((?:[^'\\\n]|\\.)*)'/g)];
  return literals
    .map(([, text = '']) => text)
    .filter((text) => /^\p{Lu}\p{Ll}*(?: \p{L}+)+|\p{L}{2,} \p{L}+ \p{L}{2,}/u.test(text));
}

describe('no words for people stand in the code', () => {
  const filesOf = (pattern: string) =>
    globSync(pattern, { cwd: root })
      .filter((path) => !/\.test\.tsx?$/.test(path))
      .map((path) => path.replaceAll('\\', '/'));
  const wordsIn = (path: string): string[] => {
    const { program } = parseSync(path, readFileSync(join(root, path), 'utf8'));
    return wordsOfJsx(program).filter((text) => /\p{L}{2}/u.test(text));
  };
  /** The name of a format, a code, or a language's own words for itself: no language says them otherwise. */
  const allowed = new Set<string>([]);

  test('in the pages', () => {
    const pages = filesOf('src/**/*.tsx');
    const found = pages.flatMap((path) => wordsIn(path).map((text) => `${path}: ${text.trim()}`));
    expect(pages.length).toBeGreaterThan(80);
    expect(found.filter((one) => !allowed.has(one))).toEqual([]);
  });

  test('in the mails, nor in the scripts of the browser', () => {
    const files = [...filesOf('src/**/*mail*.ts'), ...filesOf('browser/*.ts')];
    const found = files.flatMap((path) =>
      sentencesOfCode(readFileSync(join(root, path), 'utf8')).map((text) => `${path}: ${text}`),
    );
    expect(files.length).toBeGreaterThan(20);
    // Said to whoever reads the log, not to people.
    expect(
      found.filter((one) => !allowed.has(one) && !one.endsWith('Nobody knows what this tells.')),
    ).toEqual([]);
  });

  test('as this would see', () => {
    const page = `const page = <p title={a ? 'Not now' : b}>Dear {say('x')} <i>{ok && 'reader'}</i> <b class="two words">{1}</b></p>;`;
    expect(wordsOfJsx(parseSync('page.tsx', page).program).filter((text) => /\p{L}{2}/u.test(text))).toEqual([
      'Not now',
      'Dear ',
      'reader',
    ]);
    expect(sentencesOfCode("line.textContent = 'Try it again';")).toEqual(['Try it again']);
  });

  test('the private space names no language itself', () => {
    const named = filesOf('src/**/*.{ts,tsx}')
      .filter((path) => !/^src\/(?:i18n|cli|schema)\//.test(path))
      .filter((path) =>
        /language="en"|sayIn\('\w+'\)|\w+InWords\([^)\n]*'en'|calledIn\([^)\n]*'en'|languages: '|'en-GB'/.test(
          readFileSync(join(root, path), 'utf8'),
        ),
      );
    // Where no route can be asked there is nobody whose language could be known.
    expect(named).toEqual(['src/http/bare-answer.ts']);
  });
});
