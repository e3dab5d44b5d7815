import { expect, test } from 'vitest';
import { instantAfter } from '#lib/instant.ts';
import { addPerson } from '#people/people.ts';
import {
  confirmSession,
  endSession,
  endSessionOf,
  endSessions,
  findSession,
  keepSession,
  listSessions,
  startSession,
} from '#people/sessions.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T10:00:00.000Z';
const onPhone = { browser: 'Safari', machine: 'iphone' };
const onLaptop = { browser: 'Edge', machine: 'windows' };
const onTablet = { browser: 'Safari', machine: 'ipad' };
const days = (count: number): string => instantAfter(now, { days: count });

eachDatabase('a session', (open) => {
  test('lasts ninety days after it was last in use', async () => {
    const { database } = await open();
    const { reader } = database;
    const person = await database.write((tx) => addPerson(tx, nora, now));
    const secret = await database.write((tx) => startSession(tx, person.id, onPhone, now));
    expect(secret).toMatch(/^[\w-]{43}$/);
    const found = await findSession(reader, secret, days(89));
    expect(found).toMatchObject({ person, session: { device: onPhone, lastSeenAt: now } });
    expect(await findSession(reader, secret, days(90))).toBeUndefined();
    await database.write((tx) => keepSession(tx, found!.session.id, days(89)));
    expect(await findSession(reader, secret, days(178))).toBeDefined();
    expect(await findSession(reader, secret, days(179))).toBeUndefined();
  });

  test('is kept as a hash only', async () => {
    const { database } = await open();
    const person = await database.write((tx) => addPerson(tx, nora, now));
    const secret = await database.write((tx) => startSession(tx, person.id, onPhone, now));
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
      await database.write((tx) => startSession(tx, mother.id, onPhone, now)),
      await database.write((tx) => startSession(tx, mother.id, onLaptop, instantAfter(now, { minutes: 1 }))),
      await database.write((tx) => startSession(tx, mother.id, onTablet, instantAfter(now, { minutes: 2 }))),
    ];
    const devices = async (): Promise<string[]> =>
      (await listSessions(reader, mother.id, now)).map(({ device }) => device.machine);
    expect(await devices()).toEqual(['ipad', 'windows', 'iphone']);
    const { session } = (await findSession(reader, phone, now))!;
    await database.write((tx) => endSession(tx, father.id, session.id, now));
    await database.write((tx) => endSessions(tx, father.id, undefined, now));
    expect(await devices()).toHaveLength(3);
    await database.write((tx) => endSession(tx, mother.id, session.id, now));
    expect(await findSession(reader, phone, now)).toBeUndefined();
    const kept = (await findSession(reader, laptop, now))!;
    await database.write((tx) => endSessions(tx, mother.id, kept.session.id, now));
    expect(await findSession(reader, tablet, now)).toBeUndefined();
    await database.write((tx) => endSessionOf(tx, laptop));
    expect(await devices()).toEqual([]);
  });

  test('is confirmed when it begins and whenever that is proved anew, which ends the secret before', async () => {
    const { database } = await open();
    const { reader } = database;
    const person = await database.write((tx) => addPerson(tx, nora, now));
    const before = await database.write((tx) => startSession(tx, person.id, onPhone, now));
    const { session } = (await findSession(reader, before, now))!;
    expect(session.confirmedAt).toBe(now);
    await database.write((tx) => keepSession(tx, session.id, days(1)));
    expect((await findSession(reader, before, now))?.session.confirmedAt).toBe(now);
    const after = await database.write((tx) => confirmSession(tx, session.id, days(2)));
    expect(await findSession(reader, before, days(2))).toBeUndefined();
    const found = await findSession(reader, after, days(2));
    expect(found?.session).toMatchObject({ id: session.id, createdAt: now, confirmedAt: days(2) });
    await database.write((tx) => endSession(tx, person.id, session.id, days(2)));
    const late = await database.write((tx) => confirmSession(tx, session.id, days(2)));
    expect(await findSession(reader, late, days(2))).toBeUndefined();
  });

  test('leaves nothing behind once it is over', async () => {
    const { database } = await open();
    const person = await database.write((tx) => addPerson(tx, nora, now));
    await database.write((tx) => startSession(tx, person.id, onPhone, now));
    await database.write((tx) => startSession(tx, person.id, onPhone, days(90)));
    expect(await database.reader.selectFrom('session').select('id').execute()).toHaveLength(1);
  });
});
