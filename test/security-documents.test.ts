import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const contentOf = (path: string) => readFileSync(join(root, path), 'utf8');
const folder = 'docs/security';
const documents = ['SECURITY.md', ...readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)];

/** The requirements of levels 1 and 2 of OWASP ASVS 5.0.0, by section: the level of each, in order from 1. */
const levels: Record<string, string> = {
  '1.1': '22',
  '1.2': '111112222',
  '1.3': '11222222222',
  '1.4': '222',
  '1.5': '12',
  '2.1': '122',
  '2.2': '112',
  '2.3': '1222',
  '2.4': '2',
  '3.2': '11',
  '3.3': '1222',
  '3.4': '112222',
  '3.5': '11122',
  '3.7': '22',
  '4.1': '122',
  '4.2': '2',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112',
  '5.3': '11',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '1122',
  '6.4': '1122',
  '6.5': '22222',
  '6.6': '222',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '22',
  '7.6': '22',
  '8.1': '12',
  '8.2': '112',
  '8.3': '1',
  '8.4': '2',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '22',
  '10.3': '2222',
  '10.4': '11111222222',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '22',
  '11.2': '222',
  '11.3': '112',
  '11.4': '1222',
  '11.5': '2',
  '11.6': '2',
  '12.1': '122',
  '12.2': '11',
  '12.3': '2222',
  '13.1': '2',
  '13.2': '22222',
  '13.3': '22',
  '13.4': '12222',
  '14.1': '22',
  '14.2': '1222',
  '14.3': '122',
  '15.1': '122',
  '15.2': '122',
  '15.3': '1222222',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '222',
  '17.1': '2',
  '17.2': '2222',
  '17.3': '22',
};

/** A heading as a link names it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

describe('what is written about security', () => {
  test('names only files that are there, and each where it can be found by this test', () => {
    const ours =
      /^(?:src|docs|test|e2e|tools|browser|styles|locales|bench|\.ci)\/|^[\w.-]+\.(?:md|json|js|ts)$|^\.npmrc$/;
    let named = 0;
    const gone = documents.flatMap((document) => {
      const text = contentOf(document);
      const marked = [...text.matchAll(/`([^`\n]+)`/g)]
        .map(([, one = '']) => one)
        .filter((one) => ours.test(one));
      const bare = text
        .replaceAll(/`[^`\n]+`|\]\([^)]*\)/g, '')
        .matchAll(/(?<![\w/])(?:src|docs|test|e2e|tools|browser|locales)\/[\w./-]+/g);
      named += marked.length;
      return [
        ...marked.filter((path) => !existsSync(join(root, path))).map((path) => `${document}: ${path}`),
        ...[...bare].map(([path]) => `${document}: ${path} is not marked as a path`),
      ];
    });
    expect(documents.length).toBeGreaterThan(3);
    expect(named).toBeGreaterThan(200);
    expect(gone).toEqual([]);
  });

  test('leads to headings that are there', () => {
    const lost = documents.flatMap((document) =>
      [...contentOf(document).matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)]
        .filter(([, path = '', anchor]) => {
          const target = path === '' ? document : join(document, '..', path);
          return ![...contentOf(target).matchAll(/^#+ (.+)$/gm)].some(
            ([, title = '']) => anchorOf(title) === anchor,
          );
        })
        .map(([link]) => `${document}: ${link}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('the list of OWASP ASVS 5.0', () => {
  const list = contentOf(`${folder}/asvs-5.0.md`);
  const rows = [...list.matchAll(/^\| (\d+\.\d+\.\d+) \| (.*) \|$/gm)].map(([, number = '', rest = '']) => {
    const [level = '', asks = '', here = '', where = ''] = rest.split(' | ');
    return { number, level, asks, here, where };
  });

  test('has every requirement of levels 1 and 2, once and in order', () => {
    const wanted = Object.entries(levels).flatMap(([section, each]) =>
      each.split('').map((level, at) => `${section}.${at + 1} ${level}`),
    );
    expect(wanted.filter((one) => one.endsWith(' 1'))).toHaveLength(70);
    expect(wanted.filter((one) => one.endsWith(' 2'))).toHaveLength(183);
    expect(rows.map(({ number, level }) => `${number} ${level}`)).toEqual(wanted);
  });

  test('says of each how it stands here, and where or why', () => {
    const stands = ['met', 'not applicable', 'deviation'];
    expect(rows.filter(({ here, asks, where }) => !stands.includes(here) || !asks || !where)).toEqual([]);
    const unproved = rows.filter(
      ({ here, where }) =>
        here === 'met' && !/`[\w.-]*\/[^`]*`|`\w+\.(?:config\.)?(?:json|ts)`|\]\(|^the same/.test(where),
    );
    expect(unproved).toEqual([]);
  });

  test('counts what it says', () => {
    for (const level of ['1', '2']) {
      const of = rows.filter((row) => row.level === level);
      const count = (here: string) => of.filter((row) => row.here === here).length;
      expect(list).toContain(
        `| level ${level} | ${count('met')} | ${count('not applicable')} | ${count('deviation')} | ${of.length} |`,
      );
    }
  });
});
