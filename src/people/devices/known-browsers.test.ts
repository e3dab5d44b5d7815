import { expect, test } from 'vitest';
import { instantAfter } from '#lib/instant.ts';
import { deviceOf } from '#people/devices/device.ts';
import { markHashOf, noteBrowser } from '#people/devices/known-browsers.ts';
import { addPerson } from '#people/people.ts';
import { endSession, endSessionOf, endSessions, findSession, startSession } from '#people/sessions.ts';
import type { Database } from '#schema/database.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T10:00:00.000Z';

async function known({ database }: { database: Database }) {
  const mother = await database.write((tx) => addPerson(tx, nora, now));
  const father = await database.write((tx) => addPerson(tx, elias, now));
  return {
    database,
    mother,
    father,
    /** Whether it is to be told that somebody signs in with the browser that has this mark. */
    isTold: (mark: string, person = mother, at = now) =>
      database.write((tx) => noteBrowser(tx, person.id, markHashOf(mark, person.id), at)),
    start: (mark: string) =>
      database.write((tx) => startSession(tx, mother.id, deviceOf(), now, markHashOf(mark, mother.id))),
  };
}

eachDatabase('a browser', (open) => {
  test('is told of when it is new, once, and not when it is the very first', async () => {
    const { isTold } = await known(await open());
    expect(await isTold('phone')).toBe(false);
    expect(await isTold('phone')).toBe(false);
    expect(await isTold('laptop')).toBe(true);
    expect(await isTold('laptop')).toBe(false);
  });

  test('is known for each person by itself, and nobody can read that two share it', async () => {
    const { database, father, isTold } = await known(await open());
    await isTold('the one in the kitchen');
    await isTold('his phone', father);
    expect(await isTold('the one in the kitchen', father)).toBe(true);
    const rows = await database.reader.selectFrom('known_browser').select('mark_hash').execute();
    expect(new Set(rows.map((row) => row.mark_hash)).size).toBe(3);
    expect(JSON.stringify(rows)).not.toContain('kitchen');
  });

  test('is new to somebody who was signed in before browsers were known', async () => {
    const { database, mother, isTold } = await known(await open());
    await database.write((tx) => startSession(tx, mother.id, deviceOf(), now));
    expect(await isTold('phone')).toBe(true);
  });

  test('is told of again once its person signed it out from elsewhere, and not after signing out there', async () => {
    const { database, mother, isTold, start } = await known(await open());
    for (const mark of ['phone', 'laptop', 'tablet']) await isTold(mark);
    await database.write(async (tx) => endSessionOf(tx, await startSession(tx, mother.id, deviceOf(), now)));
    expect(await isTold('phone')).toBe(false);

    const laptop = await start('laptop');
    const { session } = (await findSession(database.reader, laptop, now))!;
    await database.write((tx) => endSession(tx, mother.id, session.id, now));
    expect(await isTold('laptop')).toBe(true);
    expect(await isTold('laptop')).toBe(false);

    const phone = await findSession(database.reader, await start('phone'), now);
    await start('tablet');
    await database.write((tx) => endSessions(tx, mother.id, phone!.session.id, now));
    expect([await isTold('phone'), await isTold('tablet')]).toEqual([false, true]);

    await start('phone');
    await database.write((tx) => endSessions(tx, mother.id, undefined, now));
    expect(await isTold('phone')).toBe(true);
  });

  test('of which there were very many, the last twenty are known', async () => {
    const { database, isTold } = await known(await open());
    for (let day = 0; day < 30; day++)
      await isTold(`day ${day}`, undefined, instantAfter(now, { days: day }));
    const rows = await database.reader.selectFrom('known_browser').select('mark_hash').execute();
    expect(rows.length).toBeLessThanOrEqual(21);
    const after = instantAfter(now, { days: 30 });
    expect([await isTold('day 29', undefined, after), await isTold('day 0', undefined, after)]).toEqual([
      false,
      true,
    ]);
  });
});
