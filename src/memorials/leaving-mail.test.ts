import { expect, test } from 'vitest';
import { elias, ines, nora, wren } from '#test/cast.ts';
import { world } from '#test/world.ts';

async function asked() {
  const site = await world();
  const family = await site.family(nora, elias);
  await site.joins(family.id, 'keeper', ines);
  const leaving = `/home/memorials/${family.memorial.id}/leaving`;
  return {
    site,
    ...family,
    agree: () => site.request(leaving, { as: family.father, form: {} }),
    ask: () => site.request(leaving, { as: family.mother, form: {} }),
    keep: () => site.request(`${leaving}?_method=delete`, { as: family.father, form: {} }),
  };
}

test('the other parent is told by mail that a page is to go away, until when, and where it can be kept', async () => {
  const { site, memorial, ask, agree } = await asked();
  await ask();
  await site.work();
  const mails = await site.mails();
  expect(mails.map(({ to }) => to)).toEqual([elias.email]);
  const [{ subject, text, html }] = mails as [(typeof mails)[number]];
  expect(subject).toBe('Nora Lind has asked for a page to go away');
  expect(text).toContain('17 February 2024 at 10:00 UTC');
  expect(text).toContain('Nothing has changed yet');
  expect(text).toContain(`/home/memorials/${memorial.id}/leaving\n`);
  for (const part of [subject, text, html]) expect(part).not.toContain(wren.called);
  await agree();
  await site.work();
  const begun = (await site.mails()).at(-1);
  expect([begun?.to, begun?.subject]).toEqual([nora.email, 'A page goes away on Friday, 15 March 2024']);
  expect(begun?.text).toContain(`/home/memorials/${memorial.id}\n`);
});

test('a family that tells its days in a zone reads the deadline on its clock', async () => {
  const { site, memorial, ask } = await asked();
  const zone = 'Europe/Berlin';
  await site.database.write((tx) =>
    tx.updateTable('memorial').set({ zone }).where('id', '=', memorial.id).execute(),
  );
  await ask();
  await site.work();
  const [mail] = await site.mails();
  expect(mail?.text).toContain('17 February 2024 at 11:00, Berlin time');
  expect(mail?.text).not.toContain('UTC');
});

test('asked twice, one is told once; kept before the mail left, not at all', async () => {
  const { site, ask, keep } = await asked();
  await ask();
  await ask();
  await site.work();
  expect(await site.mails()).toHaveLength(1);
  await keep();
  await ask();
  await keep();
  await site.work();
  expect(await site.mails()).toHaveLength(1);
});
