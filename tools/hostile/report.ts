import type { Report, Told } from './run-groups.ts';

/** The report as a table for people. */
export function tableOf({ told, leaks, planted }: Report): string {
  const lines = told.map((one) => lineOf(one));
  const secrets = `${planted} secrets were planted and looked for in every answer, mail, line and row: ${leaks.length} came out.`;
  return [...lines, '', secrets, ...leaks.map((leak) => `   ! ${leak}`)].join('\n');
}

function lineOf({ group, inputs, knows, problems, longest }: Told): string {
  const { number, kind, name } = group;
  const state = problems.length > 0 ? 'FAILED' : 'notYet' in group ? 'not yet' : 'stands';
  const head = `${String(number).padStart(2)}  ${kind.padEnd(6)}  ${state.padEnd(7)}  ${name}`;
  const how =
    'notYet' in group
      ? knows
      : `${inputs} inputs; ${knows || 'none is known to have arrived'}; others waited ${Math.round(longest.ms)} ms at most${longest.as && ` (${longest.as})`}`;
  return [head, `${' '.repeat(21)}${how}`, ...problems.map((one) => `${' '.repeat(19)}! ${one}`)].join('\n');
}

/** The report as one line for machines. */
export function lineForMachines({ told, leaks }: Report) {
  const isNotYet = ({ group }: Told): boolean => 'notYet' in group;
  const failed = told.filter(({ problems }) => problems.length > 0).length;
  return {
    groups: told.length,
    run: told.filter((one) => !isNotYet(one) && one.knows !== '').length,
    not_yet: told.filter(isNotYet).map(({ group, knows }) => ({ group: group.number, why: knows })),
    failed: failed + (leaks.length > 0 ? 1 : 0),
    inputs: told.reduce((sum, { inputs }) => sum + inputs, 0),
  };
}
