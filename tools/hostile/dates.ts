import { randomUUID } from 'node:crypto';
import { decoded } from '#test/html.ts';
import { headerOf, pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { type Child, childForm, childOf, keep, publish, writeLetter } from './family.ts';
import type { Person } from './people.ts';
import type { Trial } from './trial.ts';
type Typed = { year?: string; month?: string; day?: string; time?: string };

/** The fields of a date as a form has them. */
export function dated(field: string, typed: Typed): Record<string, string> {
  return Object.fromEntries(
    ['year', 'month', 'day', 'time'].map((part) => [`${field}-${part}`, typed[part as keyof Typed] ?? '']),
  );
}

/** Keeps a day of a child, shown to everybody. */
function keepDay(
  trial: Trial,
  parent: Person,
  child: Child,
  kind: string,
  typed: Typed,
  more: Record<string, string> = {},
) {
  const form = {
    ...childForm,
    called: 'Linden',
    ...dated(`day-${kind}`, typed),
    [`day-${kind}-asked`]: 'yes',
    [`day-${kind}-shown`]: 'yes',
    ...more,
  };
  return trial.attack(parent, { path: `${child.home}/child`, form }, `${kind} ${JSON.stringify(typed)}`);
}

/** What everybody reads on a child's page. */
async function readPage(trial: Trial, child: Child): Promise<string> {
  return decoded(
    pageOf(await trial.ask(trial.place.stranger(), { path: `/${child.address}` })).replaceAll(
      /<[^>]*>/g,
      ' ',
    ),
  ).replaceAll(/[\u2066-\u2069]/g, '');
}

export const addressed = (): string => `dated-${randomUUID().slice(0, 8)}`;

/** Days that are in some years and not in others, refused by their field; those that are there stand on the page. */
export const leapGroup: Attack = async (trial, { nora }) => {
  const child = await childOf(trial, nora, 'Linden', addressed());
  const letter = await writeLetter(trial, nora, child, { word: '', text: 'a letter' });
  let right = 0;
  for (const year of ['2023', '1900', '2100', '2001', '2000', '2024', '1904', '0004']) {
    const typed = { year, month: '2', day: '29' };
    const exists = new Date(Date.UTC(Number(year) + 8000, 1, 29)).getUTCMonth() === 1;
    const days = () => trial.place.rows.all('select * from memorial_day');
    const before = JSON.stringify(await days());
    const answer = await keepDay(trial, nora, child, 'born', typed);
    trial.came(answer, [exists ? 303 : 422], `29 February ${year}`);
    if (!exists) {
      trial.must(/id="day-born-error"/.test(pageOf(answer)), `29 February ${year} has no sentence beside it`);
      const after = JSON.stringify(await days());
      trial.must(after === before, `a day that is not there was kept: ${after} instead of ${before}`);
    } else
      trial.must(/29 February/.test(await readPage(trial, child)), `29 February ${year} is not on the page`);
    if (answer.status === (exists ? 303 : 422)) right++;
    const memory = await keep(trial, nora, letter.path, { text: 'a letter', ...dated('memory', typed) });
    trial.came(memory, [exists ? 303 : 422], `a memory of 29 February ${year}`);
  }
  for (const [month, day] of [
    ['4', '31'],
    ['2', '30'],
    ['13', '1'],
    ['0', '1'],
    ['-1', '1'],
    ['1', '0'],
    ['1', '32'],
    ['1', '-1'],
    ['1', '1.5'],
    ['1', '١٢٣'],
    ['x', 'y'],
  ]) {
    const answer = await keepDay(trial, nora, child, 'born', { year: '2024', month: month!, day: day! });
    trial.came(answer, [422], `${day}.${month}.2024`);
    if (answer.status === 422) right++;
  }
  return arrived(right, 19, 'days were kept or refused as the calendar has them');
};

/** Years with fewer digits and more. */
export const yearsGroup: Attack = async (trial, { nora }) => {
  const child = await childOf(trial, nora, 'Linden', addressed());
  let right = 0;
  const years: [typed: string, shown: string | undefined][] = [
    ['0', undefined],
    ['0000', undefined],
    ['24', undefined],
    ['99', undefined],
    ['-1', undefined],
    ['-2024', undefined],
    ['+2024', undefined],
    ['2024.5', undefined],
    ['1e3', undefined],
    ['10000', undefined],
    ['275761', undefined],
    ['²⁰²⁴', undefined],
    ['0001', '1'],
    ['9999', '9999'],
    ['٢٠٢٤', '2024'],
    ['２０２４', '2024'],
    [' 2024 ', '2024'],
  ];
  for (const [year, shown] of years) {
    const answer = await keepDay(trial, nora, child, 'due', { year });
    trial.came(answer, [shown ? 303 : 422], `the year ${JSON.stringify(year)}`);
    if (shown)
      trial.must(
        new RegExp(`\\b${shown}\\b`).test(await readPage(trial, child)),
        `the year ${year} is not on the page`,
      );
    if (answer.status === (shown ? 303 : 422)) right++;
  }
  for (const path of ['feed.atom', 'feed.json'])
    trial.must(
      (await trial.ask(trial.place.stranger(), { path: `/${child.address}/${path}` })).status === 200,
      path,
    );
  const letter = await writeLetter(trial, nora, child, { word: '', text: 'a letter' });
  for (const at of [
    { year: '10000', month: '1', day: '1' },
    { year: '9999', month: '12', day: '31' },
    { year: '24', month: '1', day: '1' },
    { year: '0', month: '1', day: '1' },
  ]) {
    const form = { when: 'at', ...dated('at', { ...at, time: '23:59' }), zone: 'Pacific/Pago_Pago' };
    const answer = await publish(trial, nora, letter.path, 'only-us', form);
    trial.came(answer, [422], `set for the year ${at.year}`);
    if (answer.status === 422) right++;
  }
  return arrived(right, years.length + 4, 'years were kept or refused, and the kept ones stand on the page');
};

/** A day known by its year alone, one that has not come, days in an order that is not the usual one. */
export const orderGroup: Attack = async (trial, { nora }) => {
  const child = await childOf(trial, nora, 'Linden', addressed());
  let right = 0;
  const kept = async (
    kind: string,
    typed: Typed,
    shown: RegExp | undefined,
    leads: RegExp = /./,
  ): Promise<void> => {
    const answer = await keepDay(trial, nora, child, kind, typed);
    const isKept = answer.status === 303;
    trial.came(answer, [shown ? 303 : 422], `${kind} ${JSON.stringify(typed)}`);
    if (shown)
      trial.must(
        shown.test(await readPage(trial, child)),
        `${kind} ${JSON.stringify(typed)} is not on the page as it is`,
      );
    if (isKept)
      trial.must(leads.test(headerOf(answer, 'location') ?? ''), `${kind}: nothing is said of the order`);
    if (isKept === (shown !== undefined)) right++;
  };
  await kept('born', { year: '2023' }, /(?<!\w )2023/);
  await kept('born', { year: '2023', month: '2' }, /February 2023/);
  await kept('died', { year: '2022', month: '12', day: '31' }, /31 December 2022/, /days=as-written/);
  await kept('farewell', { year: '1999' }, /1999/, /days=as-written/);
  await kept('due', { year: '2999', month: '1', day: '1' }, /1 January 2999/);
  await kept('learned', { year: '2024', month: '2', day: '14', time: '00:00' }, /14 February 2024 at 00:00/);
  await kept('learned', { year: '2024', month: '2', day: '14', time: '23:59' }, /23:59/);
  for (const typed of [
    { month: '2' },
    { day: '3' },
    { month: '2', day: '3' },
    { time: '10:00' },
    { year: '2024', day: '3' },
    { year: '2024', time: '10:00' },
    { year: '2024', month: '2', time: '10:00' },
    { year: '2024', month: '2', day: '3', time: '24:00' },
    { year: '2024', month: '2', day: '3', time: '10:60' },
    { year: '2024', month: '2', day: '3', time: '10' },
  ])
    await kept('died', typed, undefined);
  return arrived(right, 17, 'days were kept as exactly as they are known, or refused; none was put right');
};

/** A birthday that three years in four do not have: it stays the day that it is. */
export const commonYearsGroup: Attack = async (trial, { nora }) => {
  const { clock } = trial.place;
  const child = await childOf(trial, nora, 'Linden', addressed());
  await keepDay(trial, nora, child, 'born', { year: '2024', month: '2', day: '29' });
  let same = 0;
  for (const day of [
    '2027-02-28T12:00:00Z',
    '2027-02-28T23:59:59Z',
    '2027-03-01T00:00:01Z',
    '2028-02-29T12:00:00Z',
    '2100-03-01T12:00:00Z',
  ]) {
    await clock.set(day);
    const page = await readPage(trial, child);
    trial.inputs++;
    trial.must(/29 February 2024/.test(page), `on ${day} the day is another`);
    if (/29 February 2024/.test(page)) same++;
  }
  await clock.shift(0);
  const letter = await writeLetter(trial, nora, child, { word: '', text: 'a letter' });
  const form = {
    when: 'at',
    ...dated('at', { year: '2027', month: '2', day: '29', time: '10:00' }),
    zone: 'Europe/Berlin',
  };
  const answer = await publish(trial, nora, letter.path, 'only-us', form);
  trial.inputs++;
  trial.came(answer, [422], `a letter set for 29 February 2027`);
  return arrived(
    same,
    5,
    'times the page said 29 February 2024, in common years too; reminders are not built yet',
  );
};
