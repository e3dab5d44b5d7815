// Who may import whom. The linter's overrides are made from these lists; ARCHITECTURE.md tells the reasons.
import type { OxlintConfig } from 'oxlint';

type Override = NonNullable<OxlintConfig['overrides']>[number];
type Pattern = { regex: string; message: string };

const ground = ['database', 'jobs', 'files', 'mail', 'machine', 'http', 'front', 'ui', 'i18n'];

/** The domain, in its order: an area knows those before it and nothing of those after it. */
const areas = [
  'people',
  'families',
  'audiences',
  'photographs',
  'memorials',
  'tributes',
  'translations',
  'words',
  'quotations',
  'press',
  'visitors',
  'days',
  'notices',
  'fediverse',
  'books',
  'archives',
  'reading',
  'hosting',
];

/** From the bottom to the top: a folder or file of src/ may import those on its own step and below. */
const steps = [
  ['lib'],
  ground,
  ['schema'],
  ['config'],
  ...areas.map((area) => [area]),
  ['routes', 'reactions', 'schedule'],
  ['snowdrop'],
  ['serve'],
  ['main', 'cli'],
];

/** Roles that cut across the areas: `areas` are their plain files, `pages` their pages, forms and routes. */
type Role = 'areas' | 'pages';

/** The folders or files that may name an outside library, or one of Node's that must stay in one place. */
export const homes: Record<string, readonly string[]> = {
  '@electric-sql/pglite': [],
  '@fastify/busboy': ['http'],
  '@hono/node-server': ['main', 'serve', 'snowdrop'],
  '@logtape/logtape': ['lib', 'serve', 'main', 'cli'],
  '@simplewebauthn/server': ['people'],
  diff: ['tributes', 'quotations'],
  eld: ['quotations'],
  hono: ['http', 'front', 'ui', 'pages', 'routes', 'snowdrop', 'serve', 'main'],
  'intl-messageformat': ['i18n'],
  kysely: ['database', 'jobs', 'schema', 'migrations', 'areas'],
  'node:sqlite': ['database'],
  nodemailer: ['mail'],
  pg: ['database'],
  'qrcode-generator': ['reading'],
  sharp: ['photographs'],
  thumbhash: ['photographs'],
  zod: ['http', 'i18n', 'jobs', 'machine', 'config', 'areas', 'pages', 'cli'],
};

/** Everything that may stand in src/. */
export const units = steps.flat();
const rule = 'no-restricted-imports';

/** The rule as overrides for oxlint: of several that match a file, the last one counts. */
export function dependencyRule(): Override[] {
  return [...steps.flatMap(unitOverrides), ...areas.flatMap(pageOverrides), migrations(), ...around()];
}

function unitOverrides(step: readonly string[], level: number): Override[] {
  return step.map((unit) =>
    override(
      [`src/${unit}/**`, `src/${unit}.ts`, `src/${unit}.tsx`],
      [...layering(unit, level), ...libraries([unit, areas.includes(unit) ? 'areas' : ''])],
    ),
  );
}

function pageOverrides(area: string): Override[] {
  const level = steps.findIndex((step) => step.includes(area));
  const role: Role = 'pages';
  return [
    override(
      [`src/${area}/**/*.tsx`, `src/${area}/pages/**`],
      [...layering(area, level), ...libraries([area, role])],
    ),
  ];
}

/** What every file of a unit must leave alone, whatever its role. */
function layering(unit: string, level: number): Pattern[] {
  const later = steps.slice(level + 1).flat();
  const others = areas.filter((area) => area !== unit);
  return [
    forbid(
      `^#(${later.join('|')})[/.]`,
      `${unit} may import only what stands before it in tools/dependency-rule.ts.`,
    ),
    forbid(`^#(${others.join('|')})/pages/`, 'The pages of an area are its own.'),
    forbid('^#test/', 'Only tests import from test/.'),
    forbid('(^|/)\\.\\.(/|$)', 'Write the path from the root of src, as in #tributes/publishing/publish.ts.'),
    ...(areas.includes(unit)
      ? []
      : [forbid('^\\./.+/', 'Write the path from the root of src, as in #ui/document.tsx.')]),
  ].filter(({ regex }) => !regex.includes('()'));
}

function libraries(places: readonly string[]): Pattern[] {
  return Object.entries(homes)
    .filter(([, allowed]) => !allowed.some((place) => places.includes(place)))
    .map(([name, allowed]) => forbidLibrary(name, allowed.join(', ') || 'test/'));
}

/** A migration must mean the same for ever: code that it shared with the program would change under it. */
function migrations(): Override {
  const alone = 'A migration imports kysely and nothing else.';
  const others = units.filter((unit) => unit !== 'schema');
  return override(
    ['src/schema/migrations/**'],
    [
      forbid(`^#(test|${others.join('|')})[/.]`, alone),
      forbid('^#schema/[^/]+$', alone),
      forbid('^node:', alone),
      forbid('(^|/)\\.\\.(/|$)', alone),
      ...libraries(['migrations']),
    ],
  );
}

/** What is not the program itself. */
function around(): Override[] {
  const onlyInTest = forbidLibrary('@electric-sql/pglite', 'test/');
  return [
    // A test may follow a story through areas that stand after its own.
    override(['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**', 'tools/**', 'bench/**'], [onlyInTest]),
    override(
      ['browser/**'],
      [forbid('^#|(^|/)src/', 'What browsers get imports nothing from src.'), onlyInTest],
    ),
  ];
}

function forbidLibrary(name: string, where: string): Pattern {
  return forbid(`^${name}(/|$)`, `${name} is named only in: ${where} (tools/dependency-rule.ts).`);
}

function forbid(regex: string, message: string): Pattern {
  return { regex, message };
}

function override(files: string[], patterns: Pattern[]): Override {
  return { files, rules: { [rule]: ['error', { patterns }] } };
}
