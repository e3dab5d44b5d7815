// npm run hostile -- [--json] [--postgres] [GROUP …]: hostile inputs at a running site, group by group.
import { parseArgs } from 'node:util';
import { lineForMachines, tableOf } from './report.ts';
import { runGroups } from './run-groups.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, postgres: { type: 'boolean', default: false } },
});
const only = positionals.map(Number);
const server = process.env['SNOWDROP_TEST_DATABASE_URL'];
if (only.some((number) => !(number >= 1 && number <= 48)) || (values.postgres && !server)) {
  console.error(
    'Say the numbers of groups from 1 to 48, or none for all. With --json, a last line for machines; with --postgres, on the server that SNOWDROP_TEST_DATABASE_URL names.',
  );
  process.exit(64);
}
const report = await runGroups({
  ...(values.postgres && server ? { server } : {}),
  ...(only.length > 0 ? { only } : {}),
});
console.log(tableOf(report));
const line = lineForMachines(report);
if (values.json) console.log(JSON.stringify(line));
process.exitCode = line.failed > 0 ? 1 : 0;
