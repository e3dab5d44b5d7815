import { describe, expect, test } from 'vitest';
import { eachDatabase } from '#test/databases.ts';
import { elias, ines } from '#test/cast.ts';
import { formTo } from '#test/html.ts';
import { asksDefne, offersTo, translatesOneself } from '#test/translating.ts';
import { type World, world } from '#test/world.ts';
import { binTribute, bringBack } from '#tributes/bin/bin.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { findTranslation } from '#translations/translations.ts';

const secret = 'Only for those who may.';

/** A letter that only the family has, which Defne translates by a link. */
async function settled(site: World, options: Parameters<World['letter']>[2] = {}) {
  const family = await site.family();
  const { mother, memorial } = family;
  const tribute = await site.letter(memorial, mother, { text: `${secret}\n\nTwo.`, ...options });
  const asked = await asksDefne(site, tribute, mother);
  return { ...family, tribute, ...asked, sheet: `/sign-in/translations/${asked.translation.id}` };
}

const setTribute = (
  site: World,
  tribute: Tribute,
  row: { audience?: string; published_at?: string | null },
) => site.database.write((tx) => tx.updateTable('tribute').set(row).where('id', '=', tribute.id).execute());

eachDatabase('a translator who was let in', (open) => {
  test('has the one piece, and nothing once it is not to be shown to them', async () => {
    const site = await world({ open });
    const {
      memorial,
      tribute,
      translation,
      defne,
      secret: link,
      sheet,
      mother,
      father,
    } = await settled(site);
    const finds = async (): Promise<boolean> => {
      const { text, status } = await site.request(sheet, { as: defne });
      const byLink = await site.request(`/sign-in/translation/${link}`);
      expect([status === 200, byLink.status === 200]).toEqual([text.includes(secret), text.includes(secret)]);
      return status === 200;
    };
    expect(await finds()).toBe(true);
    // They are signed in nowhere, and their cookie opens nothing else.
    expect((await site.request('/home', { as: defne })).status).toBe(303);
    expect((await site.request(`/with/${memorial.id}`, { as: defne })).text).not.toContain(secret);

    const { published_at } = (await site.database.reader
      .selectFrom('tribute')
      .select('published_at')
      .where('id', '=', tribute.id)
      .executeTakeFirst())!;
    await setTribute(site, tribute, { published_at: null });
    expect(await finds()).toBe(false);
    await setTribute(site, tribute, { published_at });
    await site.database.write((tx) => binTribute(tx, tribute, site.clock.now()));
    expect(await finds()).toBe(false);
    await site.database.write((tx) => bringBack(tx, tribute));
    await setTribute(site, tribute, { published_at });
    expect(await finds()).toBe(true);
    for (const gone of [
      { rests_since: site.clock.now() },
      { paused_since: site.clock.now() },
      { leaves_at: '2999-01-01T00:00:00.000Z' },
    ] as const) {
      const none = { rests_since: null, paused_since: null, leaves_at: null };
      const set = (row: typeof none | typeof gone) =>
        site.database.write((tx) =>
          tx.updateTable('memorial').set(row).where('id', '=', memorial.id).execute(),
        );
      await set(gone);
      expect(await finds()).toBe(false);
      await set(none);
    }
    // By leave of the mother: of what she may not see herself, a link of hers shows nothing.
    await site.database.write((tx) =>
      tx.updateTable('member').set({ role: 'relative' }).where('person_id', '=', mother.id).execute(),
    );
    expect(await finds()).toBe(false);
    const renewed = await site.request(`/home/translations/${translation.id}/link`, {
      as: father,
      form: {},
    });
    const again = /\/sign-in\/translation\/[\w-]+/.exec(renewed.text)![0];
    expect(await finds()).toBe(false);
    await site.request(again, { as: defne, method: 'POST' });
    expect((await site.request(sheet, { as: defne })).text).toContain(secret);
    await site.request(`/home/translations/${translation.id}/link`, { as: father, method: 'DELETE' });
    expect((await site.request(sheet, { as: defne })).status).toBe(404);
  });

  test('a relative translates what they may see, and a parent approves it', async () => {
    const site = await world({ open });
    const { tribute, father, id, memorial } = await settled(site, { audience: 'circle' });
    await site.opened(memorial, 'wren', undefined, 'circle');
    const liv = await site.joins(id, 'relative', { ...elias, name: 'Liv', email: 'liv@family.example' });
    const list = await site.request(`/home/tributes/${tribute.id}/translations`, { as: liv });
    expect(list.text).toContain('Defne is translating.');
    expect(list.text).not.toContain('Ask them');
    const begun = await site.request(`/home/tributes/${tribute.id}/translations/own`, {
      as: liv,
      form: { 'own-language': 'Norwegian Bokmål' },
    });
    const typed = { 'text-0': 'Ett.', 'text-1': 'To.', revision: '0', of: '1', offer: 'yes' };
    await site.request(`${begun.location}/draft`, { as: liv, form: typed });
    const path = begun.location!.replace('/words', '');
    expect((await site.request(path, { as: liv })).status).toBe(404);
    const read = await site.request(path, { as: father });
    expect(read.text).toContain('Ett.');
    await site.request(`${path}/approval`, {
      as: father,
      form: formTo(read.text, `${path}/approval`).fields,
    });
    const approved = await findTranslation(site.database.reader, path.split('/').at(-1)!);
    expect(approved).toMatchObject({ version: 1, translator: 'Liv', language: 'nb' });
    // What is for fewer than a relative is no longer theirs to translate.
    await setTribute(site, tribute, { audience: 'only-us' });
    expect((await site.request(begun.location!, { as: liv })).status).toBe(404);
  });
});

describe('what parents decide', () => {
  test('is nobody else’s: not a keeper’s, nor of another family', async () => {
    const site = await world();
    const { tribute, translation, defne, id, mother } = await settled(site);
    await offersTo(site, translation, defne, { 'text-0': 'Bir.', 'text-1': 'İki.' });
    const keeper = await site.joins(id, 'keeper', ines);
    const others = await site.family({ ...elias, email: 'a@b.example' }, { ...ines, email: 'c@d.example' });
    const path = `/home/translations/${translation.id}`;
    const form = { revision: '1' };
    const before = await site.rows();
    for (const [as, finds] of [
      [keeper, true],
      [others.mother, false],
    ] as const) {
      expect((await site.request(`/home/tributes/${tribute.id}/translations`, { as })).status).toBe(
        finds ? 200 : 404,
      );
      for (const [to, method] of [
        [path, 'GET'],
        [`${path}/words`, 'GET'],
        [`${path}/approval`, 'POST'],
        [`${path}/return`, 'POST'],
        [`${path}/publication`, 'POST'],
        [`${path}/publication`, 'DELETE'],
        [`${path}/link`, 'POST'],
        [`${path}/link`, 'DELETE'],
      ] as const) {
        const sent = method === 'GET' ? {} : { form: { ...form, note: '' } };
        expect([to, method, (await site.request(to, { as, method, ...sent })).status]).toEqual([
          to,
          method,
          404,
        ]);
      }
      const asked = { name: 'Somebody', email: '', language: 'de' };
      const invites = await site.request(`/home/tributes/${tribute.id}/translations`, { as, form: asked });
      expect(invites.status).toBe(404);
    }
    expect(await site.rows()).toBe(before);
    expect((await site.request(path, { as: mother })).status).toBe(200);
  });

  test('is told that nobody else sees it as long as that is so', async () => {
    const site = await world();
    const { translation, defne, sheet } = await settled(site);
    const told = async () =>
      (await site.request(sheet, { as: defne })).text.includes('Only you can see this');
    expect(await told()).toBe(true);
    await offersTo(site, translation, defne, { 'text-0': 'Bir.', 'text-1': 'İki.' });
    expect(await told()).toBe(false);
  });

  test('comes once, from a button that is pressed twice', async () => {
    const site = await world();
    const { translation, defne, mother } = await settled(site);
    await offersTo(site, translation, defne, { 'text-0': 'Bir.', 'text-1': 'İki.' });
    const path = `/home/translations/${translation.id}`;
    const { fields } = formTo((await site.request(path, { as: mother })).text, `${path}/approval`);
    const answers = [];
    for (const _ of [1, 2])
      answers.push(await site.request(`${path}/approval`, { as: mother, form: fields }));
    expect(answers.map(({ location }) => location)).toEqual([path, path]);
    expect(await findTranslation(site.database.reader, translation.id)).toMatchObject({ version: 1 });
  });

  test('is never of words that a parent may not see', async () => {
    const site = await world();
    const { tribute, mother, father } = await settled(site, { audience: 'only-me' });
    const own = await translatesOneself(site, tribute, mother);
    for (const path of [`/home/tributes/${tribute.id}/translations`, `/home/translations/${own.id}`])
      expect((await site.request(path, { as: father })).status).toBe(404);
    // The letter is everyone's later on; what was translated of it before is not.
    await site.database.write((tx) =>
      tx
        .updateTable('tribute')
        .set({ audience: 'only-us', version: 1 })
        .where('id', '=', tribute.id)
        .execute(),
    );
    expect((await site.request(`/home/translations/${own.id}`, { as: father })).text).not.toContain(secret);
  });
});
