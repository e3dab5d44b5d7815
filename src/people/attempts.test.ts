import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { instantAfter } from '#lib/instant.ts';
import { addAttempt, mayAsk, type Purpose, useCode, useLink } from '#people/attempts.ts';
import { addPerson } from '#people/people.ts';
import type { Database } from '#schema/database.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';

const now = '2024-02-14T10:00:00.000Z';
const after = (minutes: number): string => instantAfter(now, { minutes });
const wrongCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function known({ database }: { database: Database }) {
  const person = await database.write((tx) => addPerson(tx, nora, now));
  return {
    database,
    person,
    ask: (at = now, purpose?: Purpose) => database.write((tx) => addAttempt(tx, person.id, at, purpose)),
    link: (secret: string, at = now) => database.write((tx) => useLink(tx, secret, at)),
    code: (id: string, code: string, at = now, purpose?: Purpose) =>
      database.write((tx) => useCode(tx, { id, code }, at, purpose)),
  };
}

eachDatabase('a way in', (open) => {
  test('a link lets its person in, once', async () => {
    const { person, ask, link } = await known(await open());
    const { secret } = await ask();
    expect(await link('never made')).toBeUndefined();
    expect(await link(secret)).toBe(person.id);
    expect(await link(secret)).toBeUndefined();
  });

  test('six digits let their person in, once, and not after the link was used', async () => {
    const { person, ask, link, code } = await known(await open());
    const first = await ask();
    expect(first.code).toMatch(/^\d{6}$/);
    expect(await code(first.id, first.code)).toBe(person.id);
    expect(await code(first.id, first.code)).toBeUndefined();
    expect(await link(first.secret)).toBeUndefined();
    const second = await ask();
    await link(second.secret);
    expect(await code(second.id, second.code)).toBeUndefined();
  });

  test('both work for ten minutes', async () => {
    const { person, ask, link, code } = await known(await open());
    const first = await ask();
    expect(await link(first.secret, after(10))).toBeUndefined();
    expect(await code(first.id, first.code, after(10))).toBeUndefined();
    expect(await link(first.secret, '2024-02-14T10:09:59.999Z')).toBe(person.id);
  });

  test('a newer one ends the older, of the same person only', async () => {
    const { database, person, ask, link, code } = await known(await open());
    const father = await database.write((tx) => addPerson(tx, elias, now));
    const his = await database.write((tx) => addAttempt(tx, father.id, now));
    const older = await ask();
    const newer = await ask();
    await database.write((tx) => addAttempt(tx, undefined, now));
    expect(await link(older.secret)).toBeUndefined();
    expect(await code(older.id, older.code)).toBeUndefined();
    expect(await link(newer.secret)).toBe(person.id);
    expect(await link(his.secret)).toBe(father.id);
  });

  test('after five wrong tries the right digits are too late, while the link goes on', async () => {
    const { person, ask, link, code } = await known(await open());
    const attempt = await ask();
    for (let tried = 0; tried < 5; tried++)
      expect(await code(attempt.id, wrongCode(attempt.code))).toBeUndefined();
    expect(await code(attempt.id, attempt.code)).toBeUndefined();
    expect(await link(attempt.secret)).toBe(person.id);
  });

  test('twenty wrong tries within a day end all digits for that day, and no link', async () => {
    const { person, ask, link, code } = await known(await open());
    for (let mail = 0; mail < 5; mail++) {
      const attempt = await ask(after(mail * 15));
      for (let tried = 0; tried < 4; tried++)
        await code(attempt.id, wrongCode(attempt.code), after(mail * 15));
    }
    const later = await ask(after(120));
    expect(await code(later.id, later.code, after(120))).toBeUndefined();
    expect(await link(later.secret, after(120))).toBe(person.id);
    const nextDay = await ask(after(60 * 26));
    expect(await code(nextDay.id, nextDay.code, after(60 * 26))).toBe(person.id);
  });

  test('digits of one attempt open no other', async () => {
    const { database, ask, code } = await known(await open());
    const father = await database.write((tx) => addPerson(tx, elias, now));
    const his = await database.write((tx) => addAttempt(tx, father.id, now));
    const hers = await ask();
    expect(await code(hers.id, his.code === hers.code ? 'another' : his.code)).toBeUndefined();
    expect(await code(randomUUIDv7(), hers.code)).toBeUndefined();
    expect(await code('', hers.code)).toBeUndefined();
  });

  test('an address that nobody has gets a way that leads nowhere', async () => {
    const { database, link, code } = await known(await open());
    const nowhere = await database.write((tx) => addAttempt(tx, undefined, now));
    expect(await code(nowhere.id, nowhere.code)).toBeUndefined();
    expect(await link(nowhere.secret)).toBeUndefined();
  });

  test('digits that confirm something confirm that alone, and let nobody in', async () => {
    const { person, ask, code, link } = await known(await open());
    const address = (about: string) => ({ purpose: 'address', about }) as const;
    const asked = await ask(now, address('new@family.example'));
    expect(await link(asked.secret)).toBeUndefined();
    expect(await code(asked.id, asked.code)).toBeUndefined();
    expect(await code(asked.id, asked.code, now, address('other@family.example'))).toBeUndefined();
    const session = { purpose: 'step-up', about: 'new@family.example' } as const;
    expect(await code(asked.id, asked.code, now, session)).toBeUndefined();
    expect(await code(asked.id, asked.code, now, address('new@family.example'))).toBe(person.id);
    const signIn = await ask();
    expect(await code(signIn.id, signIn.code, now, address('new@family.example'))).toBeUndefined();
    expect(await code(signIn.id, signIn.code)).toBe(person.id);
  });

  test('whoever asks for mails in somebody’s name, and guesses, keeps them from confirming nothing', async () => {
    const { database, person, ask, code } = await known(await open());
    const purpose = { purpose: 'step-up', about: 'a session' } as const;
    const hers = await ask(now, purpose);
    for (let mail = 0; mail < 5; mail++) {
      const attempt = await ask();
      for (let tried = 0; tried < 5; tried++) await code(attempt.id, wrongCode(attempt.code));
    }
    expect(await mayAsk(database.reader, person.id, now)).toBe(false);
    expect(await mayAsk(database.reader, person.id, now, purpose)).toBe(true);
    expect(await code(hers.id, hers.code, now, purpose)).toBe(person.id);
  });

  test('five mails within an hour are enough', async () => {
    const { database, person, ask } = await known(await open());
    for (let mail = 0; mail < 5; mail++) {
      expect(await mayAsk(database.reader, person.id, after(mail))).toBe(true);
      await ask(after(mail));
    }
    expect(await mayAsk(database.reader, person.id, after(5))).toBe(false);
    expect(await mayAsk(database.reader, undefined, after(5))).toBe(true);
    expect(await mayAsk(database.reader, person.id, after(60))).toBe(true);
  });

  test('a clock that ran ahead for a day keeps nobody out once it is right again', async () => {
    const { database, person, ask, code } = await known(await open());
    const day = 24 * 60;
    for (let mail = 0; mail < 5; mail++) {
      const attempt = await ask(after(day + mail));
      for (let tried = 0; tried < 5; tried++)
        await code(attempt.id, wrongCode(attempt.code), after(day + mail));
    }
    expect(await mayAsk(database.reader, person.id, after(day + 5))).toBe(false);
    expect(await mayAsk(database.reader, person.id, now)).toBe(true);
    const attempt = await ask();
    expect(await code(attempt.id, attempt.code)).toBe(person.id);
  });

  test('neither link nor digits can be read in the database, and yesterday’s are gone', async () => {
    const { database, ask } = await known(await open());
    const { secret, code } = await ask();
    const rows = await database.reader.selectFrom('sign_in_attempt').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.map((row) => row.code_hash)).not.toContain(code);
    await ask(after(60 * 25));
    expect(await database.reader.selectFrom('sign_in_attempt').select('id').execute()).toHaveLength(1);
  });

  test('twenty tries at once are five', async () => {
    const { ask, code, link, database } = await known(await open());
    const attempt = await ask();
    await Promise.all(Array.from({ length: 20 }, () => code(attempt.id, wrongCode(attempt.code))));
    const { tries } = await database.reader
      .selectFrom('sign_in_attempt')
      .select('tries')
      .executeTakeFirstOrThrow();
    expect(tries).toBe(5);
    const letIn = await Promise.all(Array.from({ length: 5 }, () => link(attempt.secret)));
    expect(letIn.filter((id) => id !== undefined)).toHaveLength(1);
  });
});
