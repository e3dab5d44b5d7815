import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nobody } from '#audiences/viewer.ts';
import { mostOfFeed } from '#reading/feeds/feed-entries.tsx';
import { beginningOfWords, shownWhole } from '#reading/pages/memory.tsx';
import { emptyWords } from '#tributes/tribute.ts';
import { listNewest, listTributes } from '#tributes/tributes.ts';
import { eachDatabase } from '#test/databases.ts';
import { anyText } from '#test/strings.ts';
import { world } from '#test/world.ts';

const points = (text: string, most: number): string => Array.from(text).slice(0, most).join('');

test('what a page reads of a text is enough to begin it as if all had been read', () => {
  const piece = fc
    .tuple(anyText(40), fc.integer({ min: 1, max: 400 }))
    .map(([text, times]) => text.repeat(times));
  const long = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(long, (text) => {
      const read = { ...emptyWords('en', []), text: points(text, 2 * shownWhole) };
      expect(beginningOfWords('letter', read).text).toBe(beginningOfWords('letter', { ...read, text }).text);
    }),
    { examples: [['🤍'.repeat(3_000)], [`${'x'.repeat(1_499)}\n\n${'y'.repeat(5_000)}`]] },
  );
});

eachDatabase('letters of two million characters', (open) => {
  const huge = (letter: string) => letter.repeat(2_000_000 / letter.length);

  test('are read as far as a page and a feed show them, and whole on their own page', async () => {
    const site = await world({ open });
    const { mother, memorial } = await site.family();
    const opened = await site.opened(memorial);
    await site.letter(memorial, mother, { title: 'Snow', text: huge('snow\n'), audience: 'everyone' });
    await site.letter(memorial, mother, { title: 'Hearts', text: huge('🤍'), audience: 'everyone' });
    const { reader } = site.database;
    const part = { from: 0, count: 50, longest: 2 * shownWhole };
    for (const [tributes, most] of [
      [await listTributes(reader, nobody, opened, part), part.longest],
      [await listNewest(reader, nobody, opened, mostOfFeed), mostOfFeed.longest],
    ] as const) {
      const texts = tributes.map(({ words }) => words.text);
      // Whole characters, whatever a database counts.
      expect(texts.map((text) => Array.from(text).length)).toEqual([most, most]);
      expect(texts.join('')).not.toMatch(/\p{Surrogate}/u);
    }
    for (const path of ['/wren', '/wren/feed.atom', '/wren/feed.json']) {
      const { text } = await site.request(path);
      expect(text.match(/snow/g)!.length).toBeGreaterThan(100);
      expect(text.length).toBeLessThan(60_000);
    }
    const whole = await site.request('/wren/snow');
    expect(whole.text.match(/snow/g)!.length).toBeGreaterThan(400_000);
  });
});
