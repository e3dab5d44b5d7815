import { describe, expect, test } from 'vitest';
import { asksDefne, offersTo } from '#test/translating.ts';
import { type Visitor, world } from '#test/world.ts';

describe('the sheet', () => {
  test('shows no original that its translator was never shown, whichever a page says it stood beside', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    const tribute = await site.letter(memorial, mother, { text: 'First words.' });
    await site.database.write(async (tx) => {
      const { tribute_id, number, ...version } = (await tx
        .selectFrom('tribute_version')
        .selectAll()
        .where('tribute_id', '=', tribute.id)
        .executeTakeFirst())!;
      await tx
        .insertInto('tribute_version')
        .values({ ...version, tribute_id, number: number + 1, text: 'Second words.' })
        .execute();
      await tx.updateTable('tribute').set({ version: 2 }).where('id', '=', tribute.id).execute();
    });
    const { translation, defne } = await asksDefne(site, await site.tributeNow(tribute), mother);
    const answer = await offersTo(site, translation, defne, { 'text-0': 'Typed.', of: '1' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Typed.');
    expect(answer.text).not.toContain('First words.');
  });

  test('is in no log, no referrer and no cache', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    const tribute = await site.letter(memorial, mother);
    const { defne, translation, secret: link } = await asksDefne(site, tribute, mother);
    const sheet = `/sign-in/translations/${translation.id}`;
    for (const path of [sheet, `/sign-in/translation/${link}`, `/sign-in/translation/${link}x`]) {
      const { headers } = await site.request(path, { as: defne });
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    const cookie = [...defne.cookies].find(([, value]) => value === link);
    expect(cookie?.[0]).toMatch(/^__Host-/);
    // Nobody's link, and one that was, say the same.
    const asNobody = (path: string, as?: Visitor) => site.request(path, as && { as });
    expect((await asNobody(`${sheet}x`, defne)).text).toBe(
      (await asNobody('/sign-in/translation/never')).text,
    );
    expect((await asNobody(sheet)).status).toBe(404);
  });

  test('shows the photographs whose words are translated, and none that is covered', async () => {
    const site = await world();
    const { mother, memorial, id } = await site.family();
    const [open, covered] = [
      await site.photograph(id, mother, 'a window'),
      await site.photograph(id, mother, 'a hand'),
    ];
    const placed = [
      { photographId: open.id, after: 0, caption: 'The window', alternative: 'Snow' },
      { photographId: covered.id, after: 0, caption: 'Your hand', alternative: '', cover: 'When you can' },
    ];
    const tribute = await site.letter(memorial, mother, { words: { photographs: placed } });
    const { defne, translation } = await asksDefne(site, tribute, mother);
    const sheet = `/sign-in/translations/${translation.id}`;
    const { text } = await site.request(sheet, { as: defne });
    for (const said of ['The window', 'Snow', 'Your hand', 'When you can']) expect(text).toContain(said);
    const picture = (photograph: string) => `${sheet}/photographs/${photograph}/480.jpeg`;
    expect([text.includes(picture(open.id)), text.includes(picture(covered.id))]).toEqual([true, false]);
    const statusOf = async (path: string, as?: Visitor) => (await site.request(path, as && { as })).status;
    expect(await statusOf(picture(open.id), defne)).toBe(200);
    expect(await statusOf(picture(covered.id), defne)).toBe(404);
    expect(await statusOf(picture(open.id))).toBe(404);
    await site.request(`/home/translations/${translation.id}/link`, { as: mother, method: 'DELETE' });
    expect(await statusOf(picture(open.id), defne)).toBe(404);
  });

  test('can be closed in a browser that others use, and opened again by its link', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    const tribute = await site.letter(memorial, mother);
    const { defne, translation, secret } = await asksDefne(site, tribute, mother);
    const sheet = `/sign-in/translations/${translation.id}`;
    await offersTo(site, translation, defne, { 'text-0': 'Kept.' });
    await site.request(sheet, { as: defne, method: 'DELETE' });
    expect((await site.request(sheet, { as: defne })).status).toBe(404);
    await site.request(`/sign-in/translation/${secret}`, { as: defne, method: 'POST' });
    expect((await site.request(sheet, { as: defne })).text).toContain('Kept.');
  });
});
