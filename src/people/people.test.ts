import { expect, test } from 'vitest';
import {
  addPerson,
  findNames,
  findPeopleCalled,
  findPerson,
  findPersonByEmail,
  savePerson,
} from '#people/people.ts';
import {
  namePasskey,
  noteUse,
  removePasskey,
  savePasskey,
  listPasskeys,
  findCredential,
} from '#people/passkeys/passkeys.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T10:00:00.000Z';

eachDatabase('people', (open) => {
  test('are found by id, mail address and name', async () => {
    const { database } = await open();
    const { reader } = database;
    const mother = await database.write((tx) => addPerson(tx, { name: nora.name, email: nora.email }, now));
    const father = await database.write((tx) => addPerson(tx, { name: elias.name, email: undefined }, now));
    expect(await findPerson(reader, mother.id)).toEqual(mother);
    expect(await findPerson(reader, father.id)).toEqual({
      id: father.id,
      name: elias.name,
      email: undefined,
      language: '',
    });
    expect(await findPersonByEmail(reader, nora.email)).toEqual(mother);
    expect(await findPersonByEmail(reader, '')).toBeUndefined();
    expect(await findPeopleCalled(reader, elias.name)).toEqual([father]);
    expect(await findPeopleCalled(reader, 'NORA@family.example')).toEqual([mother]);
    expect(await findPeopleCalled(reader, 'Nora%')).toEqual([]);
  });

  test('are called by name in the order in which they are asked for, whoever came first', async () => {
    const { database } = await open();
    const mother = await database.write((tx) => addPerson(tx, nora, now));
    const father = await database.write((tx) => addPerson(tx, elias, now));
    for (const asked of [
      [mother, father],
      [father, mother],
    ])
      expect([
        ...(await findNames(
          database.reader,
          asked.map(({ id }) => id),
        )),
      ]).toEqual(asked.map(({ id, name }) => [id, name]));
    expect(await findNames(database.reader, ['nobody'])).toEqual(new Map());
  });

  test('a mail address belongs to one person', async () => {
    const { database } = await open();
    await database.write((tx) => addPerson(tx, nora, now));
    await expect(
      database.write((tx) => addPerson(tx, { ...elias, email: nora.email }, now)),
    ).rejects.toThrow();
    const father = await database.write((tx) => addPerson(tx, elias, now));
    await expect(database.write((tx) => savePerson(tx, { ...father, email: nora.email }))).rejects.toThrow();
    await database.write((tx) => savePerson(tx, { ...father, name: 'Elias L.', email: undefined }));
    expect(await findPerson(database.reader, father.id)).toEqual({
      id: father.id,
      name: 'Elias L.',
      email: undefined,
      language: '',
    });
  });

  test('a passkey comes back as it was kept, and belongs to one person', async () => {
    const { database } = await open();
    const { reader } = database;
    const mother = await database.write((tx) => addPerson(tx, nora, now));
    const father = await database.write((tx) => addPerson(tx, elias, now));
    const key = {
      id: 'a-key',
      publicKey: new Uint8Array([0, 1, 254, 255]),
      counter: 4_294_967_295,
      transports: ['usb', 'nfc'],
    };
    expect(await database.write((tx) => savePasskey(tx, { ...key, personId: mother.id }, 'Key', now))).toBe(
      true,
    );
    expect(await database.write((tx) => savePasskey(tx, { ...key, personId: father.id }, 'Key', now))).toBe(
      false,
    );
    expect(await findCredential(reader, 'a-key')).toEqual({ ...key, personId: mother.id });
    await database.write((tx) => namePasskey(tx, father.id, 'a-key', 'His'));
    await database.write((tx) => removePasskey(tx, father.id, 'a-key'));
    expect(await listPasskeys(reader, mother.id)).toEqual([
      { id: 'a-key', name: 'Key', createdAt: now, lastUsedAt: undefined },
    ]);
    expect(await database.write((tx) => noteUse(tx, 'a-key', 7, now))).toBe(true);
    expect(await listPasskeys(reader, mother.id)).toMatchObject([{ lastUsedAt: now }]);
    await database.write((tx) => removePasskey(tx, mother.id, 'a-key'));
    expect(await database.write((tx) => noteUse(tx, 'a-key', 8, now))).toBe(false);
    expect(await findCredential(reader, 'a-key')).toBeUndefined();
  });
});
