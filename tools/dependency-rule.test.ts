import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import config from '../oxlint.config.ts';
import { homes, units } from './dependency-rule.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');

const refused: [file: string, line: string][] = [
  ['src/lib/up.ts', "export { a } from '#database/a.ts';"],
  ['src/mail/up.ts', "export { a } from '#schema/a.ts';"],
  ['src/schema/up.ts', "export { a } from '#people/a.ts';"],
  ['src/families/up.ts', "export { a } from '#tributes/a.ts';"],
  ['src/families/up-in-type.ts', "export type { A } from '#tributes/a.ts';"],
  ['src/families/up-later.ts', "export const a = (): Promise<unknown> => import('#tributes/a.ts');"],
  ['src/families/up-by-path.ts', "export { a } from '../tributes/a.ts';"],
  ['src/families/pages/up.tsx', "export { a } from '#tributes/a.ts';"],
  ['src/families/routes.tsx', "export { a } from '#tributes/a.ts';"],
  ['src/tributes/private.ts', "export { a } from '#families/pages/a.tsx';"],
  ['src/schedule.ts', "export { a } from '#families/pages/a.tsx';"],
  ['src/reactions.ts', "export { a } from '#snowdrop.ts';"],
  ['src/routes.ts', "export { a } from './families/pages/a.tsx';"],
  ['src/hosting/top.ts', "export { a } from '#main.ts';"],
  ['src/people/world.ts', "export { a } from '#test/world.ts';"],
  ['src/schema/migrations/0002-a.ts', "export { a } from '#lib/a.ts';"],
  ['src/schema/migrations/0003-a.ts', "export { a } from '#schema/tables.ts';"],
  ['src/schema/migrations/0004-a.ts', "export { a } from 'node:crypto';"],
  ['src/tributes/library.ts', "export { default } from 'sharp';"],
  ['src/tributes/library-part.ts', "export { a } from 'nodemailer/lib/mime-node';"],
  ['src/tributes/bin/sql.tsx', "export { sql } from 'kysely';"],
  ['src/tributes/pages/sql.tsx', "export { sql } from 'kysely';"],
  ['src/tributes/web.ts', "export { Hono } from 'hono';"],
  ['src/schema/sqlite.ts', "export { DatabaseSync } from 'node:sqlite';"],
  ['src/database/pglite.test.ts', "export { PGlite } from '@electric-sql/pglite';"],
  ['browser/program.ts', "export { a } from '#lib/a.ts';"],
  ['browser/program-by-path.ts', "export { a } from '../src/lib/a.ts';"],
];

const allowed: [file: string, line: string][] = [
  ['src/mail/down.ts', "export { a } from '#lib/a.ts';"],
  ['src/jobs/beside.ts', "export { a } from '#database/a.ts';"],
  ['src/tributes/down.ts', "export { a } from '#families/a.ts';"],
  ['src/tributes/own.ts', "export { a } from '#tributes/pages/a.tsx';"],
  ['src/press/open.ts', "export { a } from '#tributes/bin/a.ts';"],
  ['src/tributes/bin/page.tsx', "export { Hono } from 'hono';"],
  ['src/tributes/pages/down.tsx', "export { a } from '#tributes/a.ts'; export { Hono } from 'hono';"],
  ['src/tributes/routes.tsx', "export { z } from 'zod'; export { Hono } from 'hono';"],
  ['src/tributes/tributes.ts', "export { sql } from 'kysely'; export { a } from 'node:crypto';"],
  ['src/families/story.test.ts', "export { a } from '#tributes/a.ts'; export { b } from '#test/world.ts';"],
  ['src/schema/migrations/0005-a.ts', "export { sql } from 'kysely';"],
  ['src/schema/migrations/index.ts', "export { a } from '#schema/migrations/0005-a.ts';"],
  ['src/photographs/library.ts', "export { a } from 'sharp';"],
  ['src/main.ts', "export { a } from '#snowdrop.ts'; export { b } from '#config.ts';"],
  ['src/snowdrop.ts', "export { a } from '#schema/migrations/index.ts';"],
  [
    'test/databases.ts',
    "export { PGlite } from '@electric-sql/pglite'; export { DatabaseSync } from 'node:sqlite';",
  ],
  ['browser/beside.ts', "export { a } from './program.ts';"],
];

test('the linter reports every import against the rule, and no other', async () => {
  const cases = [...refused, ...allowed];
  const reported = await lint(Object.fromEntries(cases), 'no-restricted-imports');
  expect(reported).toEqual(new Set(refused.map(([file]) => file)));
});

test('the environment is read in one file', async () => {
  const line = 'export const home = process.env.HOME;';
  const reported = await lint(
    { 'src/people/a.ts': line, 'src/config.ts': line, 'test/a.ts': line },
    'no-process-env',
  );
  expect(reported).toEqual(new Set(['src/people/a.ts']));
});

test('every folder and file of src has its place in the order', async () => {
  const found = (await readdir(join(root, 'src'))).map(
    (name) => parse(name.replace(/\.test\.tsx?$/, '')).name,
  );
  expect(units).toEqual(expect.arrayContaining(found));
});

test('every library of the program has a home', async () => {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const builds = /^(@types\/.*|@fontsource.*|@simplewebauthn\/browser|typescript|vite)$/;
  expect(Object.keys(homes)).toEqual(
    expect.arrayContaining(Object.keys(dependencies).filter((name) => !builds.test(name))),
  );
});

/** Writes these files into a folder of their own and resolves to those that the linter reports for `rule`. */
async function lint(files: Record<string, string>, rule: string): Promise<Set<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'snowdrop-rule-'));
  try {
    // Types would need the libraries installed there; the rules asked about here need none.
    const options = { typeAware: false };
    await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, options }));
    for (const [file, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), `${content}\n`);
    }
    const { diagnostics } = JSON.parse(await runOxlint(folder)) as {
      diagnostics: { code: string; filename: string }[];
    };
    const ofRule = diagnostics.filter(({ code }) => code.includes(`(${rule})`));
    return new Set(ofRule.map(({ filename }) => filename.replaceAll('\\', '/')));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runOxlint(folder: string): Promise<string> {
  const args = [oxlint, '-c', '.oxlintrc.json', '--format=json'];
  // It ends with 1 when it has something to report.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  return stdout;
}
