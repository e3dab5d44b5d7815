import { expect, test } from 'vitest';
import { instantAfter } from '#lib/instant.ts';
import { addPerson } from '#people/people.ts';
import {
  endOtherSessions,
  endSession,
  endSessionOf,
  findSession,
  keepSession,
  listSessions,
  startSession,
} from '#people/sessions.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T10:00:00.000Z';
const days = (count: number): string => instantAfter(now, { days: count });

eachDatabase('a session', (open) => {
  test('lasts ninety days after it was last in use', async () => {
    const { database } = await open();
    const { reader } = database;
    const person = await database.write((tx) => addPerson(tx, nora, now));
    const secret = await database.write((tx) => startSession(tx, person.id, 'Safari on an iPhone', now));
    expect(secret).toMatch(/^[\w-]{43}$/);
    const found = await findSession(reader, secret, days(89));
    expect(found).toMatchObject({ person, session: { device: 'Safari on an iPhone', lastSeenAt: now } });
    expect(await findSession(reader, secret, days(90))).toBeUndefined();
    await database.write((tx) => keepSession(tx, found!.session.id, days(89)));
    expect(await findSession(reader, secret, days(178))).toBeDefined();
    expect(await findSession(reader, secret, days(179))).toBeUndefined();
  });

  test('is kept as a hash only', async () => {
    const { database } = await open();
    const person = await database.write((tx) => addPerson(tx, nora, now));
    const secret = await database.write((tx) => startSession(tx, person.id, 'A browser', now));
    const [row] = await database.reader.selectFrom('session').selectAll().execute();
    expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(await findSession(database.reader, row!.token_hash, now)).toBeUndefined();
  });

  test('is ended by its person, at once, and by nobody else', async () => {
    const { database } = await open();
    const { reader } = database;
    const mother = await database.write((tx) => addPerson(tx, nora, now));
    const father = await database.write((tx) => addPerson(tx, elias, now));
    const [phone, laptop, tablet] = [
      await database.write((tx) => startSession(tx, mother.id, 'phone', now)),
      await database.write((tx) => startSession(tx, mother.id, 'laptop', instantAfter(now, { minutes: 1 }))),
      await database.write((tx) => startSession(tx, mother.id, 'tablet', instantAfter(now, { minutes: 2 }))),
    ];
    const devices = async (): Promise<string[]> =>
      (await listSessions(reader, mother.id, now)).map(({ device }) => device);
    expect(await devices()).toEqual(['tablet', 'laptop', 'phone']);
    const { session } = (await findSession(reader, phone, now))!;
    await database.write((tx) => endSession(tx, father.id, session.id));
    await database.write((tx) => endOtherSessions(tx, father.id, 'none'));
    expect(await devices()).toHaveLength(3);
    await database.write((tx) => endSession(tx, mother.id, session.id));
    expect(await findSession(reader, phone, now)).toBeUndefined();
    const kept = (await findSession(reader, laptop, now))!;
    await database.write((tx) => endOtherSessions(tx, mother.id, kept.session.id));
    expect(await findSession(reader, tablet, now)).toBeUndefined();
    await database.write((tx) => endSessionOf(tx, laptop));
    expect(await devices()).toEqual([]);
  });

  test('leaves nothing behind once it is over', async () => {
    const { database } = await open();
    const person = await database.write((tx) => addPerson(tx, nora, now));
    await database.write((tx) => startSession(tx, person.id, 'phone', now));
    await database.write((tx) => startSession(tx, person.id, 'phone', days(90)));
    expect(await database.reader.selectFrom('session').select('id').execute()).toHaveLength(1);
  });
});
