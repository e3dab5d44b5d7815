import type { Report, Told } from './run-groups.ts';

/** The report as a table for people. */
export function tableOf({ told, leaks, planted }: Report): string {
  const lines = told.map((one) => lineOf(one));
  const secrets = `${planted} secrets were planted and looked for in every answer, mail, line and row: ${leaks.length} came out.`;
  return [...lines, '', secrets, ...leaks.map((leak) => `   ! ${leak}`)].join('\n');
}

function lineOf(one: Told): string {
  const { group, inputs, knows, problems, measured, longest } = one;
  const { number, kind, name } = group;
  const state = hasFailed(one) ? 'FAILED' : isNotYet(one) ? 'not yet' : isMeasured(one) ? 'slow' : 'stands';
  const head = `${String(number).padStart(2)}  ${kind.padEnd(6)}  ${state.padEnd(7)}  ${name}`;
  const how = isNotYet(one)
    ? knows
    : `${inputs} inputs; ${knows || 'none is known to have arrived'}; others waited ${Math.round(longest.ms)} ms at most${longest.as && ` (${longest.as})`}`;
  const wrong = problems.map((problem) => `${' '.repeat(19)}! ${problem}`);
  const slow = measured.map((wait) => `${' '.repeat(19)}~ ${wait}`);
  return [head, `${' '.repeat(21)}${how}`, ...wrong, ...slow].join('\n');
}

const isNotYet = ({ group }: Told): boolean => 'notYet' in group;
const hasFailed = ({ problems }: Told): boolean => problems.length > 0;
const isMeasured = ({ measured }: Told): boolean => measured.length > 0;

/**
 * The report as one line for machines: how many of the groups failed, which of them and why, and which were
 * too slow on a machine that had too much to do to be judged by it. A secret that came out is a failure of none
 * of them and stands at the end, with 0 for its number.
 */
export function lineForMachines({ told, leaks }: Report) {
  const failed = told
    .filter(hasFailed)
    .map(({ group, problems }) => ({ group: group.number, why: problems }));
  if (leaks.length > 0) failed.push({ group: 0, why: leaks });
  return {
    groups: told.length,
    run: told.filter((one) => !isNotYet(one) && one.knows !== '').length,
    not_yet: told.filter(isNotYet).map(({ group, knows }) => ({ group: group.number, why: knows })),
    failed: failed.length,
    inputs: told.reduce((sum, { inputs }) => sum + inputs, 0),
    failed_groups: failed,
    measured_groups: told
      .filter(isMeasured)
      .map(({ group, measured }) => ({ group: group.number, why: measured })),
  };
}
