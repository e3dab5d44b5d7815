// @module-tag landing: It waits a minute for the site to let go of a reader who never reads.
import { expect, test } from 'vitest';
import { lineForMachines, tableOf } from './hostile/report.ts';
import { runGroups } from './hostile/run-groups.ts';

test('48 groups of hostile inputs at a running site', async () => {
  const report = await runGroups();
  const line = lineForMachines(report);
  console.log(JSON.stringify(line));
  if (line.failed > 0) console.log(tableOf(report));
  expect(report.leaks).toEqual([]);
  expect(report.told.filter(({ problems }) => problems.length > 0).map(({ group }) => group.number)).toEqual(
    [],
  );
  expect(line).toMatchObject({ groups: 48, failed: 0 });
  expect(line.run + line.not_yet.length).toBe(48);
});
