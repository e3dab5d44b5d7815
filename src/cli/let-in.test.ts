import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { letIn } from '#cli/let-in.ts';
import { CannotDo } from '#cli/told.ts';
import { addPerson } from '#people/people.ts';
import { elias, nora } from '#test/cast.ts';
import { openOwn, ownSettings, siteDatabases } from '#test/own-site.ts';

const said: string[] = [];
beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
beforeEach(() => void (said.length = 0));

test.each(siteDatabases)('the address signs in once, made while the site runs, on %s', async (database) => {
  const config = await ownSettings(database);
  const { site, fetch } = await openOwn(config);
  await site.database.write((tx) => addPerson(tx, { name: nora.name, email: nora.email }, site.now()));
  expect(await letIn(nora.name.split(' '), config)).toBe(0);
  const address = said.join(' ').match(/http\S+/)?.[0] ?? '';
  const open = (): Response | Promise<Response> =>
    fetch(
      new Request(address, {
        method: 'POST',
        headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
      }),
    );
  const first = await open();
  expect(first.status).toBe(303);
  expect(first.headers.get('set-cookie')).toMatch(/^snowdrop=/);
  const second = await open();
  expect(second.status).toBe(422);
  expect(second.headers.get('set-cookie')).toBeNull();
});

test('several of a name are told apart by their mail address, and one without it by what the list says', async () => {
  const config = await ownSettings();
  const { site } = await openOwn(config);
  const named = (email: string | undefined) =>
    site.database.write((tx) => addPerson(tx, { name: nora.name, email }, site.now()));
  await named(nora.email);
  const { id } = await named(undefined);
  await expect(letIn([nora.name], config)).rejects.toThrow(nora.email);
  expect(said).toEqual([]);
  expect(await letIn([nora.email], config)).toBe(0);
  expect(await letIn([id], config)).toBe(0);
});

test('nobody of that name, and no site at all, are said in words', async () => {
  const config = await ownSettings();
  await expect(letIn([elias.name], config)).rejects.toThrow('There is no site in');
  await openOwn(config);
  await expect(letIn([elias.name], config)).rejects.toThrow(`Nobody here is called “${elias.name}”`);
  await expect(letIn([], config)).rejects.toThrow(CannotDo);
});
