import { defineConfig } from 'oxlint';
import { dependencyRule } from './tools/dependency-rule.ts';

export default defineConfig({
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['build/**', 'data/**', 'docs/**'],
  env: { builtin: true },
  rules: {
    eqeqeq: 'error',
    'no-console': 'error',
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'node/no-process-env': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/only-throw-error': ['error', { allowThrowingAny: false, allowThrowingUnknown: true }],
    // Rules of the two categories that were wrong here more often than right.
    'consistent-return': 'off', // TypeScript sees a missing return, and knows when it cannot happen.
    'no-unmodified-loop-condition': 'off', // It does not see what another function changes.
    'import/no-named-as-default-member': 'off', // pg is CommonJS.
    'import/no-unassigned-import': 'off', // Elements and styles are imported for what they do.
    'typescript/no-unsafe-type-assertion': 'off', // A row of SQL or of JSON has the shape that we wrote.
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/require-module-specifiers': 'off',
    'unicorn/require-post-message-target-origin': 'off', // Our messages go to threads, not to windows.
  },
  overrides: [
    ...dependencyRule(),
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: ['src/config.ts', 'vitest.config.ts', 'test/**', 'e2e/**', 'tools/**', 'bench/**'],
      rules: { 'node/no-process-env': 'off' },
    },
    // What they take apart are closures, and lists in groups stay readable.
    {
      files: ['tools/hostile/**', 'src/serve.test.ts'],
      rules: { 'typescript/unbound-method': 'off', 'unicorn/no-useless-spread': 'off' },
    },
    // hono's JSX is a promise as often as a string, and its types say neither.
    {
      files: ['src/tributes/words.test.tsx', 'src/ui/in-turns.test.tsx'],
      rules: {
        'typescript/no-unnecessary-type-conversion': 'off',
        'typescript/await-thenable': 'off',
        'typescript/no-base-to-string': 'off',
      },
    },
    // These run on Node 20.
    { files: ['tools/runtime/**'], rules: { 'unicorn/no-array-sort': 'off' } },
    { files: ['src/cli/**', 'src/main.ts', 'tools/**', 'bench/**'], rules: { 'no-console': 'off' } },
  ],
});
