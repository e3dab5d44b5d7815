// npm run quotations -- [--json]: what the judge of quotations says of those whose verdicts were written first.
import { parseArgs } from 'node:util';
import { verdicts } from '#quotations/judgement.ts';
import { measureQuotations } from './measure.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const whole = (['second', 'first'] as const).flatMap(measureQuotations);
const around = measureQuotations('around');
const measured = [...whole, ...around];
console.table(
  Object.fromEntries(
    verdicts.map((expected) => {
      const asked = measured.filter((one) => one.expected === expected);
      const answered = verdicts.map((verdict) => [
        verdict,
        asked.filter((one) => one.verdict === verdict).length,
      ]);
      return [expected, Object.fromEntries(answered)];
    }),
  ),
);
for (const one of measured.filter(({ right }) => !right))
  console.log(
    `${one.id} (${one.about}): expected ${one.expected}, answered ${one.verdict} of ${one.found.join(', ')}`,
  );
const line = {
  quotations: whole.length,
  right: whole.filter(({ right }) => right).length,
  titles_and_captions: around.length,
  titles_and_captions_right: around.filter(({ right }) => right).length,
  altered_called_exact: measured.filter(
    ({ expected, verdict }) =>
      expected === 'altered' && ['exact', 'translation', 'earlier'].includes(verdict),
  ).length,
};
if (values.json) console.log(JSON.stringify(line));
