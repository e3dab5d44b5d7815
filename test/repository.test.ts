import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { interfaceLanguages } from '#i18n/languages.ts';
import { readSentences, sayIn } from '#i18n/messages.ts';
import { decoded, tagsIn } from '#test/html.ts';
import { world } from '#test/world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// What npm and the program themselves put there; looked for without git, which nobody needs to have.
const notOurs =
  /^(?:node_modules|build|data|\.git|tools\/runtime\/installed)$|\.tsbuildinfo$|(?:^|\/)node_modules$/;
const files = filesIn('');
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.test(path)) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
const contentOf = (path: string) => readFileSync(join(root, path), 'utf8');
const sources = files.filter((path) => /^src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));

type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }> };

/** The values that a sentence takes, those inside its choices included. */
function valuesIn(parts: Part[]): Set<string> {
  // 0 is plain text, 7 the number of a plural; every other part is named by its value.
  const names = parts.filter(({ type }) => type !== 0 && type !== 7).map(({ value }) => String(value));
  const inner = parts.flatMap(({ options }) => Object.values(options ?? {}).flatMap(({ value }) => value));
  return new Set(inner.length > 0 ? [...names, ...valuesIn(inner)] : names);
}

describe('the sentences', () => {
  const english = readSentences('en');
  const code = sources.map(contentOf).join('\n');
  // `start.${step}.says` stands for every key of that shape.
  const templates = [
    ...code.matchAll(/`((?:[a-z-]+\.|\$\{[^}`]+\}\.)*(?:[a-z-]*\$\{[^}`]+\}|[a-z-]+)(?:\.[a-z-]+)*)`/g),
  ]
    .map(([, written = '']) => written)
    .filter((written) => written.includes('${') && written.includes('.'))
    .map((written) => ({
      written,
      shape: new RegExp(`^${written.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[a-z-]+')}$`),
    }));

  test('are all there that the program says', () => {
    const asked = [...code.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key = '']) => key);
    const refusals = [...code.matchAll(/'((?:error|problem|sign-in|you)\.[a-z.-]+)'/g)].map(
      ([, key = '']) => key,
    );
    expect(asked.length).toBeGreaterThan(150);
    expect([...asked, ...refusals].filter((key) => !(key in english))).toEqual([]);
  });

  test('are all said by the program', () => {
    const isSaid = (key: string) =>
      code.includes(`'${key}'`) ||
      code.includes(`'${key}?`) ||
      code.includes(`\`${key}?`) ||
      templates.some(({ shape }) => shape.test(key));
    expect(Object.keys(english).filter((key) => !isSaid(key))).toEqual([]);
  });

  test.each(interfaceLanguages)(
    'of %s stand in order, are no other language’s and take the same values',
    (language) => {
      const sentences = readSentences(language);
      expect(Object.keys(sentences)).toEqual(Object.keys(sentences).toSorted((a, b) => (a < b ? -1 : 1)));
      const values = (sentence: string) =>
        [
          ...valuesIn(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).getAst()),
        ].toSorted();
      for (const [key, sentence] of Object.entries(sentences)) {
        expect(english, key).toHaveProperty([key]);
        // Before a date English chooses between “on” and “in”; another language may have one word for both.
        const said = (one: string) => values(one).filter((name) => name !== 'known');
        expect([key, said(sentence)]).toEqual([key, said(english[key] ?? '')]);
        expect(sentence.trim(), key).toBe(sentence);
        expect(sentence, key).not.toMatch(
          /[<>]|\.\.\.|\b(?:passed away|fetus|foetus|user|content|loss of pregnancy)\b/i,
        );
        const filled = Object.fromEntries(values(sentence).map((name) => [name, '1']));
        expect(sayIn(language)(key, filled)).not.toMatch(/[{}]/);
        if (language === 'ar' && /\p{L}{2}/u.test(sentence.replaceAll(/\{[^}]*\}/g, '')))
          expect(sentence, key).toMatch(/\p{Script=Arabic}/u);
      }
    },
  );

  test('of every page for everybody are there in Arabic', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.database.write((tx) =>
      tx.updateTable('memorial').set({ language: 'ar', called: '', sentence: '', invented: 1 }).execute(),
    );
    const opened = await site.opened(memorial);
    for (const kind of ['due', 'learned', 'born', 'died', 'farewell', 'other']) {
      await site.database.write((tx) =>
        tx
          .insertInto('memorial_day')
          .values({
            id: kind,
            memorial_id: memorial.id,
            kind,
            date: '2023-02-14',
            words: '',
            place: '',
            shown: 1,
          })
          .execute(),
      );
    }
    await site.letter(memorial, mother, {
      text: '١'.repeat(3000),
      audience: 'everyone',
      memory: { year: 2023, month: 2 },
    });
    const { address } = await site.letter(memorial, mother, { text: '٢', audience: 'everyone' });
    const report = (form: Record<string, string>) =>
      site.request('/to/wren/report', { form: { about: '/ar/wren', ...form } });
    const answers = [
      ...(await Promise.all(
        [
          '/ar',
          '/ar/about',
          '/wren',
          `/wren/${address}`,
          '/ar/nothing',
          '/to/wren/report?about=/ar/wren',
          '/to/wren/report/thanks?about=/ar/wren',
        ].map((path) => site.request(path)),
      )),
      await report({ text: '', email: 'x' }),
      await report({ text: 'x'.repeat(5001), email: '' }),
      await report({ text: 'a\0', email: '' }),
      await site.request('/ar/wren', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }),
    ];
    expect(opened.language).toBe('ar');
    const shapes = Object.entries(english)
      .map(([key, sentence]) => ({
        key,
        shape: new RegExp(
          `^${sentence
            .split(/\{[^}]*\}/)
            .map((part) => RegExp.escape(part))
            .join('.*')}$`,
          's',
        ),
      }))
      .filter(({ key }) => /[a-z]{2}/i.test(english[key]!.replaceAll(/\{[^}]*\}/g, '')));
    for (const { text } of answers) {
      expect(text).toContain('<html lang="ar"');
      const attributes = ['alt', 'aria-label', 'title', 'content', 'placeholder'];
      const said = [...text.matchAll(/>([^<]+)</g)]
        .map(([, words = '']) => decoded(words))
        .concat(tagsIn(text).flatMap((tag) => attributes.map((name) => tag.attributes[name] ?? '')))
        // Pages join several sentences of ours with a dot.
        .flatMap((words) => words.split('·').map((sentence) => sentence.trim()));
      expect(
        said.flatMap((words) =>
          shapes
            .filter(({ shape }) => words !== '' && shape.test(words))
            .map(({ key }) => `${key}: ${words}`),
        ),
      ).toEqual([]);
    }
  });
});

describe('the program', () => {
  // Each with what it speaks to: whatever else asks another machine for something must be vetted where it connects.
  const speakers: Record<string, string> = {
    'src/serve.ts': "'node:http'",
    // To where the host named it, in their settings alone.
    'src/machine/ask.ts': 'fetch(',
    'src/mail/smtp.ts': "'nodemailer'",
    'src/mail/eml-files.ts': "'nodemailer'",
    'src/database/postgres.ts': "'pg'",
  };
  const asking = [
    /(?<![.\w'-])fetch\s*\(|globalThis\.fetch/,
    /\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b/,
    /(?:from |import\()'(?:node:)?(https?|http2|tls|dgram|dns(?:\/promises)?|undici|axios|got|nodemailer|pg)'/,
    /\{[^}]*\b(?:connect|createConnection|Socket)\b[^}]*\} from 'node:net'/,
  ];
  const asks = (code: string) => asking.some((way) => way.test(code.replaceAll(/^import type .*$/gm, '')));

  test('asks nothing of another machine but where it is named', () => {
    expect(sources.filter((path) => asks(contentOf(path))).toSorted()).toEqual(
      Object.keys(speakers).toSorted(),
    );
    for (const [path, speaks] of Object.entries(speakers)) expect(contentOf(path)).toContain(speaks);
  });

  test.each([
    "await fetch('https://elsewhere.example')",
    'globalThis.fetch(address)',
    "import { request } from 'node:https';",
    "import { createConnection } from 'node:net';",
    "const { lookup } = await import('node:dns/promises');",
    'new WebSocket(address)',
  ])('would be found asking: %s', (code) => {
    expect(asks(code)).toBe(true);
  });
});

describe('what is written about the program', () => {
  const documents = files.filter((path) => path.endsWith('.md'));

  test('names only what is there', () => {
    const gone = documents.flatMap((document) => {
      const text = contentOf(document).replaceAll(/^```[\s\S]*?^```/gm, '');
      const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, path = '']) =>
        join(document, '..', path),
      );
      const named = [
        ...text.matchAll(/`((?:src|docs|test|e2e|tools|browser|styles|locales|bench|\.ci)\/[\w./-]+)`/g),
      ].map(([, path = '']) => path);
      return [...links, ...named]
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${document}: ${path}`);
    });
    expect(documents.length).toBeGreaterThan(5);
    expect(gone).toEqual([]);
  });
});

describe('every file', () => {
  const texts = files.filter(
    (path) =>
      /\.(?:tsx?|js|json|md|css|svg|html|yml|yaml|sql)$|^\.ci\//.test(path) &&
      path !== 'package-lock.json' &&
      !path.endsWith('package-lock.json'),
  );

  test('holds no mail address that could be somebody’s', () => {
    const reserved =
      /@(?:[\w-]+\.)*(?:example|test|invalid|localhost)$|@(?:[\w-]+\.)*example\.(?:com|org|net)$|@(?:localhost|127\.0\.0\.1)$/;
    const found = texts.flatMap((path) =>
      [...contentOf(path).matchAll(/[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}\b/gi)]
        .map(([address]) => address)
        .filter((address) => !reserved.test(address.toLowerCase()) && !/@\d|@[23]x\./.test(address))
        .map((address) => `${path}: ${address}`),
    );
    expect(found).toEqual([]);
  });

  test('holds no place of the machine it was written on', () => {
    // In brackets, so that this line is not one of them.
    const places = /[/]Users\/|[/]work\/|C:[\\]Users/;
    expect(texts.filter((path) => places.test(contentOf(path)))).toEqual([]);
  });

  test('is named for what it holds, in words joined by hyphens', () => {
    const odd = files
      .filter((path) => /^(?:src|test|e2e|tools|browser)\//.test(path))
      .filter(
        (path) =>
          !/^(?:[a-z0-9-]+\/)+[a-z0-9.-]+$/.test(path) ||
          /\b(?:utils?|helpers?|manager|service|common|base)\.tsx?$/.test(path),
      );
    expect(odd).toEqual([]);
  });
});
