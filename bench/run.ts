// npm run bench -- NAME [--json]: how long things take here, as medians of many rounds in one run.
import { parseArgs } from 'node:util';
import { memorial } from './memorial.ts';
import { quotations } from './quotations.ts';
import type { Measured } from './measure.ts';

const benches: Record<string, () => Promise<Measured>> = { memorial, quotations };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [name = '', ...more] = positionals;
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!bench || more.length > 0) {
  console.error(`Say one of: ${Object.keys(benches).join(', ')}. With --json, one line for machines.`);
  process.exit(64);
}
const measured = await bench();
const named = measured.figures.filter((figure) => figure.name !== undefined);
if (values.json)
  console.log(
    JSON.stringify(
      named.length > 0
        ? Object.fromEntries(named.map((figure) => [figure.name, figure.median]))
        : { bench: name, ...measured },
    ),
  );
else {
  console.table(
    Object.fromEntries(
      measured.figures.map(({ what, median, most, unit, ofReference }) => [
        what,
        { median, unit, 'to reach': most ?? '', 'of the reference': ofReference ?? '' },
      ]),
    ),
  );
}
process.exitCode = measured.reached ? 0 : 1;
