import { expect, test } from 'vitest';
import { deviceOf } from '#people/devices/device.ts';
import { eachDatabase } from '#test/databases.ts';
import { world } from '#test/world.ts';
import { findDrafts, listDrafts, saveDraft } from '#tributes/writing/drafts.ts';
import { emptyWords } from '#tributes/tribute.ts';
import { findOwnTribute } from '#tributes/tributes.ts';

eachDatabase('drafts', (open) => {
  test('being written are their writer’s alone, the latest first, what stands beside apart', async () => {
    const site = await world({ open });
    const { mother, father, memorial } = await site.family();
    const { reader, write } = site.database;
    const [older, newer] = [
      await site.letter(memorial, mother, { text: 'older', published: false }),
      await site.letter(memorial, mother, { text: 'newer', published: false }),
    ];
    await site.letter(memorial, father, { text: 'his', published: false });
    site.clock.advance({ minutes: 1 });
    const { draft } = await findDrafts(reader, newer.id);
    await write((tx) => saveDraft(tx, { ...draft!, updatedAt: site.clock.now() }, mother.id));
    await write((tx) =>
      saveDraft(
        tx,
        {
          ...emptyWords('en', []),
          id: 'beside',
          tributeId: older.id,
          beside: true,
          beganFrom: 0,
          device: deviceOf(),
          updatedAt: site.clock.now(),
          text: 'from the phone',
        },
        mother.id,
      ),
    );
    expect((await listDrafts(reader, mother.id)).map(({ text, tribute }) => [text, tribute.id])).toEqual([
      ['newer', newer.id],
      ['older', older.id],
    ]);
    expect((await findDrafts(reader, older.id)).beside).toMatchObject([
      { id: 'beside', text: 'from the phone', beside: true },
    ]);
    expect(await findOwnTribute(reader, father.id, older.id)).toBeUndefined();
    await expect(
      write((tx) =>
        saveDraft(
          tx,
          {
            ...emptyWords('en', []),
            id: 'beside',
            tributeId: newer.id,
            beside: false,
            beganFrom: 0,
            device: deviceOf(),
            updatedAt: '',
            text: 'over it',
          },
          mother.id,
        ),
      ),
    ).rejects.toThrow();
    expect((await findDrafts(reader, older.id)).beside).toMatchObject([{ text: 'from the phone' }]);
  });
});
