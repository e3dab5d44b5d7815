import { arrived, type Attack } from './attack.ts';
import { addressed, dated } from './dates.ts';
import { childOf, publish, writeLetter } from './family.ts';

const moments: [local: string, zone: string, due: string][] = [
  ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
  ['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z'],
  ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
  ['2027-10-03T02:15', 'Australia/Lord_Howe', '2027-10-02T15:30:00.000Z'],
  ['2027-06-01T12:00', 'Asia/Kathmandu', '2027-06-01T06:15:00.000Z'],
  ['2027-06-01T12:00', 'Asia/Katmandu', '2027-06-01T06:15:00.000Z'],
  ['2027-06-01T00:30', 'Pacific/Kiritimati', '2027-05-31T10:30:00.000Z'],
  ['2027-06-01T00:30', 'Pacific/Pago_Pago', '2027-06-01T11:30:00.000Z'],
  ['2028-02-29T00:00', 'Africa/Casablanca', ''],
];

/** Times that clocks skip or show twice, zones of three quarters of an hour, and a day and an hour apart. */
export const zonesGroup: Attack = async (trial, { nora }) => {
  const child = await childOf(trial, nora, 'Linden', addressed());
  const letter = await writeLetter(trial, nora, child, { word: '', text: 'a letter' });
  // All of these moments are to come, whenever this runs.
  await trial.place.clock.set('2027-01-01T00:00:00Z');
  const id = letter.path.split('/').at(-1);
  let right = 0;
  const set = (local: string, zone: string) => {
    const [year, month, day, time] = [
      local.slice(0, 4),
      local.slice(5, 7),
      local.slice(8, 10),
      local.slice(11),
    ];
    return publish(trial, nora, letter.path, 'only-us', {
      when: 'at',
      ...dated('at', { year, month, day, time }),
      zone,
    });
  };
  for (const [local, zone, due] of moments) {
    trial.inputs++;
    const answer = await set(local, zone);
    const [row] = await trial.place.rows.all<{ due_at: string }>(
      `select due_at from schedule where tribute_id = '${id}'`,
    );
    trial.came(answer, [303], `${local} in ${zone}`);
    trial.must(due === '' || row?.due_at === due, `${local} in ${zone} is ${row?.due_at}`);
    if (answer.status === 303) right++;
    await trial.ask(nora, { path: `${letter.path}/schedule?_method=delete`, form: {} });
  }
  for (const zone of [
    '',
    '+02:00',
    'Mars/Olympus',
    '../../etc/localtime',
    'Europe/Berlin\0',
    'europe',
    'Z'.repeat(10_000),
    '__proto__',
    'Europe/Berlin[u-ca=hebrew]',
  ]) {
    trial.inputs++;
    const answer = await set('2027-06-01T12:00', zone);
    trial.came(answer, [422], `the zone ${JSON.stringify(zone.slice(0, 30))}`);
    if (answer.status === 422) right++;
  }
  trial.inputs++;
  trial.must(
    (await set('2011-12-30T12:00', 'Pacific/Apia')).status === 422,
    'a day that never was in Apia is to come',
  );
  await trial.place.clock.shift(0);
  return arrived(
    right,
    moments.length + 9,
    'moments stand in the database as they should, or were refused by their field',
  );
};
