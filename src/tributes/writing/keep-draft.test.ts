import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deviceOf } from '#people/devices/device.ts';
import { eachDatabase } from '#test/databases.ts';
import { world } from '#test/world.ts';
import { keepDraft } from '#tributes/writing/keep-draft.ts';
import { settleBeside } from '#tributes/writing/settle-beside.ts';
import { findDrafts } from '#tributes/writing/drafts.ts';
import { emptyWords } from '#tributes/tribute.ts';

eachDatabase('what was typed', (open) => {
  /** A letter that Nora just began, and the pages it is open on. */
  async function begunLetter() {
    const site = await world({ open });
    const { mother, memorial } = await site.family();
    const begun = await site.letter(memorial, mother, { published: false });
    const save = (editor: string, beganFrom: number, text: string) =>
      site.database.write((tx) => {
        const words = { ...emptyWords('en', []), text };
        return keepDraft(tx, begun, { words, beganFrom, editor, device: deviceOf() }, site.clock.now());
      });
    const settle = (id: string, choice: 'use' | 'leave') =>
      site.database.write((tx) => settleBeside(tx, begun, id, choice, site.clock.now()));
    const texts = async () => {
      const { draft, beside } = await findDrafts(site.database.reader, begun.id);
      return { draft: draft?.text, beside: beside.map(({ text }) => text) };
    };
    return { save, settle, texts, revision: begun.revision, phone: randomUUID(), laptop: randomUUID() };
  }

  test('goes on from save to save', async () => {
    const { save, texts, revision, phone } = await begunLetter();
    const first = await save(phone, revision, 'One');
    expect(first).toEqual({ kept: 'draft', revision: revision + 1 });
    expect(await save(phone, first.revision, 'One, two')).toEqual({ kept: 'draft', revision: revision + 2 });
    expect(await texts()).toEqual({ draft: 'One, two', beside: [] });
  });

  test('goes on though the answer to a save was lost', async () => {
    const { save, texts, revision, phone } = await begunLetter();
    await save(phone, revision, 'One');
    expect(await save(phone, revision, 'One, two')).toEqual({ kept: 'draft', revision: revision + 2 });
    expect(await texts()).toEqual({ draft: 'One, two', beside: [] });
  });

  test('is kept beside what another page wrote since, save after save', async () => {
    const { save, texts, revision, phone, laptop } = await begunLetter();
    await save(laptop, revision, 'On the laptop');
    expect(await save(phone, revision, 'On')).toEqual({ kept: 'beside', revision });
    expect(await save(phone, revision, 'On the phone')).toEqual({ kept: 'beside', revision });
    expect(await texts()).toEqual({ draft: 'On the laptop', beside: ['On the phone'] });
  });

  test('a lost answer gives no page a right to what another wrote after it', async () => {
    const { save, texts, revision, phone, laptop } = await begunLetter();
    const first = await save(phone, revision, 'On the phone');
    await save(laptop, first.revision, 'On the laptop, later');
    expect(await save(phone, revision, 'On the phone, on')).toEqual({ kept: 'beside', revision });
    expect(await texts()).toEqual({ draft: 'On the laptop, later', beside: ['On the phone, on'] });
  });

  describe('chosen from beside', () => {
    test('it becomes the draft, what was the draft stands beside, and each page goes on in its own', async () => {
      const { save, settle, texts, revision, phone, laptop } = await begunLetter();
      const { revision: saved } = await save(laptop, revision, 'On the laptop');
      await save(phone, revision, 'On the phone');
      await settle(phone, 'use');
      expect(await texts()).toEqual({ draft: 'On the phone', beside: ['On the laptop'] });
      expect((await save(laptop, saved, 'On the laptop, on')).kept).toBe('beside');
      expect((await save(phone, revision, 'On the phone, on')).kept).toBe('draft');
      expect(await texts()).toEqual({ draft: 'On the phone, on', beside: ['On the laptop, on'] });
    });

    test('chosen twice, it is chosen once', async () => {
      const { save, settle, texts, revision, phone, laptop } = await begunLetter();
      await save(laptop, revision, 'On the laptop');
      await save(phone, revision, 'On the phone');
      await settle(phone, 'use');
      await settle(phone, 'use');
      expect(await texts()).toEqual({ draft: 'On the phone', beside: ['On the laptop'] });
      await settle(laptop, 'leave');
      await settle(laptop, 'leave');
      expect(await texts()).toEqual({ draft: 'On the phone', beside: [] });
    });
  });
});
