// npm run matrix [-- --json] [-- --rule=true]: who finds what, asked of a whole site and held against expected.md.
import { parseArgs } from 'node:util';
import { figuresOf, problemsOf, tablesOf } from './report.ts';
import { replaceRule } from './without-rule.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, rule: { type: 'string' } } });
if (values.rule !== undefined && values.rule !== 'true') {
  console.error('The rule can be replaced by “true” only: --rule=true. Such a run must report leaks.');
  process.exit(64);
}
const isReplaced = values.rule === 'true' ? replaceRule() : () => true;
const { walkMatrix } = await import('./matrix.ts');
const matrix = await walkMatrix({ brief: values.rule === 'true' });
if (!isReplaced()) throw new Error('The rule was not replaced.');

const figures = figuresOf(matrix);
const problems = problemsOf(matrix);
if (!values.json) {
  console.log(tablesOf(matrix));
  const also = matrix.also.map(({ what, cells }) => `${what} (${cells.length})`).join(', ');
  console.log(
    `\ny found, - not found, (y) (-) not built yet, ! leak, ? wrongly hidden\nAlso walked: ${also}.\n`,
  );
}
for (const problem of problems) (values.json ? console.error : console.log)(problem);
console.log(JSON.stringify(figures));
process.exitCode = problems.length > 0 ? 1 : 0;
