import { expect, test } from 'vitest';
import type { Audience } from '#audiences/audience.ts';
import { nobody } from '#audiences/viewer.ts';
import { viewerOf } from '#audiences/viewer-of.ts';
import { sha256Of } from '#lib/exact-text.ts';
import type { PartialDate } from '#lib/partial-date.ts';
import { deviceOf } from '#people/devices/device.ts';
import { letter } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, world } from '#test/world.ts';
import { publishTribute, withdrawTribute } from '#tributes/publishing/publish.ts';
import { findDrafts, saveDraft } from '#tributes/writing/drafts.ts';
import { countSave, findOwnTribute, findTributeAt, listTributes } from '#tributes/tributes.ts';
import { addVersion, findVersion } from '#tributes/versions/versions.ts';
import { emptyWords, type Tribute, type Words } from '#tributes/tribute.ts';

async function told(open: Open) {
  const site = await world({ open });
  const wrens = await site.family();
  const memorial = await site.opened(wrens.memorial);
  const { reader, write } = site.database;
  const keep = (tribute: Tribute, words: Partial<Words>) =>
    write(async (tx) => {
      const { draft } = await findDrafts(tx, tribute.id);
      const base = {
        ...emptyWords('en', []),
        id: draft?.id ?? `draft of ${tribute.id}`,
        tributeId: tribute.id,
        beside: false,
        beganFrom: 0,
        device: deviceOf(),
        updatedAt: site.clock.now(),
      };
      await saveDraft(tx, { ...base, ...words }, tribute.writerId);
    });
  const publish = async (tribute: Tribute, audience: Audience = 'everyone', revision?: number) => {
    const now = await site.tributeNow(tribute);
    return write((tx) =>
      publishTribute(tx, memorial, now, { audience, revision: revision ?? now.revision }, site.clock.now()),
    );
  };
  return { site, ...wrens, memorial, reader, write, keep, publish };
}

eachDatabase('letters', (open) => {
  test('come in the order they happened, as exactly as that is known', async () => {
    const { site, mother, memorial, reader } = await told(open);
    const memories: (PartialDate | undefined)[] = [
      { year: 2024 },
      undefined,
      { year: 2023, month: 2, day: 14 },
      { year: 2023, month: 2 },
      { year: 2023 },
      { year: 2023, month: 10 },
      { year: 900 },
      { year: 2024, month: 2, day: 14 },
    ];
    for (const memory of memories) {
      site.clock.advance({ hours: 1 });
      await site.letter(memorial, mother, {
        ...(memory ? { memory } : {}),
        text: JSON.stringify(memory ?? 'published now'),
        audience: 'everyone',
      });
    }
    const texts = (await listTributes(reader, nobody, memorial)).map(({ words }) => words.text);
    expect(texts).toEqual(
      [
        { year: 900 },
        { year: 2023, month: 2, day: 14 },
        { year: 2023, month: 2 },
        { year: 2023, month: 10 },
        { year: 2023 },
        { year: 2024, month: 2, day: 14 },
        'published now',
        { year: 2024 },
      ].map((one) => JSON.stringify(one)),
    );
  });

  test('keep their words letter for letter, in drafts and in versions', async () => {
    const { site, mother, memorial, reader, keep, publish } = await told(open);
    const begun = await site.letter(memorial, mother, { published: false });
    const words: Partial<Words> = {
      ...letter,
      language: 'ar',
      memory: { year: 2023, month: 2, day: 14 },
      signed: [{ personId: mother.id, as: 'Mama “<&>”' }],
      photographs: [{ photographId: 'p', after: 3, caption: "it's\n", alternative: '\u202e' }],
    };
    await keep(begun, words);
    const { draft } = await findDrafts(reader, begun.id);
    expect(draft).toMatchObject(words);
    await keep(begun, { ...words, photographs: [] });
    await publish(begun);
    expect(await findVersion(reader, begun.id, 1)).toMatchObject({
      ...words,
      photographs: [],
      number: 1,
      sha256: sha256Of(letter.text),
    });
    expect((await findDrafts(reader, begun.id)).draft).toBeUndefined();
  });

  test('have versions that stay citable, while readers have the newest', async () => {
    const { site, mother, memorial, reader, keep, publish } = await told(open);
    const begun = await site.letter(memorial, mother, {
      title: 'First title',
      text: 'one',
      audience: 'everyone',
    });
    for (const text of ['two', 'three']) {
      site.clock.advance({ days: 1 });
      await keep(begun, { text, title: 'Another title' });
      expect((await findTributeAt(reader, nobody, memorial, begun.address))?.words.text).not.toBe(text);
      await publish(begun);
    }
    expect((await findTributeAt(reader, nobody, memorial, 'first-title'))?.words).toMatchObject({
      number: 3,
      text: 'three',
      publishedAt: '2024-02-16T10:00:00.000Z',
    });
    expect(await site.tributeNow(begun)).toMatchObject({
      address: 'first-title',
      firstPublishedAt: '2024-02-14T10:00:00.000Z',
      version: 3,
    });
    for (const [number, text] of [
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ] as const)
      expect(await findVersion(reader, begun.id, number)).toMatchObject({ text, sha256: sha256Of(text) });
    await expect(
      site.database.write(async (tx) => addVersion(tx, (await findVersion(tx, begun.id, 1))!, mother.id)),
    ).rejects.toThrow();
  });

  test('have no address made of a title that fewer people saw', async () => {
    const { site, mother, memorial, keep, publish } = await told(open);
    const begun = await site.letter(memorial, mother, { title: 'What the doctor said' });
    const addresses: string[] = [];
    for (const [title, audience] of [
      ['What the doctor said', 'link'],
      // Whoever has the link knows the title before.
      ['What I was told', 'link'],
      // Everyone would read in the address what only some were told.
      ['What I was told', 'everyone'],
      // Everyone has this address: it stays, whoever sees the letter.
      ['Told', 'only-us'],
      ['Told', 'everyone'],
    ] as const) {
      await keep(begun, { title, text: `${title}, for ${audience}` });
      await publish(begun, audience);
      addresses.push((await site.tributeNow(begun)).address);
    }
    const [before, after] = ['what-the-doctor-said', 'what-i-was-told'];
    expect(addresses).toEqual([before, before, after, after, after]);
  });

  test('saved as they were, or with another audience, have no new version', async () => {
    const { site, mother, memorial, reader, keep, publish } = await told(open);
    const begun = await site.letter(memorial, mother, { title: 'T', text: 'one', audience: 'everyone' });
    const version = (await findVersion(reader, begun.id, 1))!;
    await keep(begun, {
      title: version.title,
      text: version.text,
      language: version.language,
      memory: version.memory,
      signed: version.signed,
      photographs: version.photographs,
    });
    await publish(begun, 'only-us');
    await site.database.write(async (tx) =>
      withdrawTribute(tx, (await findOwnTribute(tx, mother.id, begun.id))!, site.clock.now()),
    );
    await publish(begun);
    expect(await site.tributeNow(begun)).toMatchObject({ version: 1, audience: 'everyone' });
  });

  test('are published only as they were looked at, and only when they say something', async () => {
    const { site, mother, memorial, keep, publish } = await told(open);
    const begun = await site.letter(memorial, mother, { published: false });
    for (const text of ['', '  \n\n\t']) {
      await keep(begun, { text });
      expect(await publish(begun)).toEqual({ refused: 'says-nothing' });
    }
    await keep(begun, { text: 'Dear Wren' });
    for (const revision of [begun.revision - 1, begun.revision + 1, -1])
      expect(await publish(begun, 'everyone', revision)).toEqual({ refused: 'changed-since' });
    expect(await site.tributeNow(begun)).toEqual(begun);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => publish(begun, 'everyone', begun.revision)),
    );
    expect(answers.filter((answer) => 'published' in answer)).toHaveLength(1);
  });

  test('have addresses of their own within their page', async () => {
    const { site, mother, memorial } = await told(open);
    const addresses = [];
    for (const title of [
      'A year',
      'A year!',
      'a  YEAR',
      '',
      '',
      'Words',
      'Day 14',
      'Day 14',
      '❤️',
      'x'.repeat(300),
    ])
      addresses.push((await site.letter(memorial, mother, { title, text: `words of ${title}` })).address);
    expect(addresses.slice(0, 9)).toEqual([
      'a-year',
      'a-year-2',
      'a-year-3',
      'letter-1',
      'letter-2',
      'words-2',
      'day-14',
      'day-2',
      'letter-3',
    ]);
    expect(addresses[9]).toBe('x'.repeat(60));
    expect(new Set(addresses).size).toBe(10);
  });

  test('taken back are with their writer as a draft, and a change that was begun is not lost', async () => {
    const { site, mother, father, memorial, reader, write, keep } = await told(open);
    const plain = await site.letter(memorial, mother, {
      text: 'one',
      audience: 'everyone',
      memory: { year: 2023 },
    });
    const changed = await site.letter(memorial, mother, { text: 'two', audience: 'everyone' });
    await keep(changed, { text: 'two and a half' });
    for (const one of [plain, changed])
      await write(async (tx) =>
        withdrawTribute(tx, (await findOwnTribute(tx, mother.id, one.id))!, site.clock.now()),
      );
    expect((await findDrafts(reader, plain.id)).draft).toMatchObject({ text: 'one', memory: { year: 2023 } });
    expect((await findDrafts(reader, changed.id)).draft).toMatchObject({ text: 'two and a half' });
    expect(await findVersion(reader, changed.id, 1)).toMatchObject({ text: 'two' });
    for (const viewer of [nobody, await viewerOf(reader, father), await viewerOf(reader, mother)])
      expect(await listTributes(reader, viewer, memorial)).toEqual([]);
  });

  test('count each save once, however many come at once', async () => {
    const { site, mother, memorial, write } = await told(open);
    const begun = await site.letter(memorial, mother, { published: false });
    const counted = await Promise.all(
      Array.from({ length: 10 }, () => write((tx) => countSave(tx, begun.id, begun.revision))),
    );
    expect(counted.filter(Boolean)).toHaveLength(1);
    expect((await site.tributeNow(begun)).revision).toBe(begun.revision + 1);
  });
});
