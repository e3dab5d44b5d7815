import { expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { textOf } from '#test/html.ts';
import { emptyWords, type Words } from '#tributes/tribute.ts';
import { LetterWords } from '#tributes/words.tsx';
import { countWork } from '#test/worked.ts';

const gallery: Gallery = (id) => ({
  sources: [],
  src: `/${id}`,
  width: 4,
  height: 3,
  alternative: '',
  placeholder: '',
});

async function shown(words: Partial<Words>): Promise<string> {
  const all = { ...emptyWords('en', []), ...words };
  return String(await (<LetterWords say={sayIn('en')} words={all} gallery={gallery} />).toString());
}
const exactly = (page: string): string | undefined =>
  textOf(page.replaceAll(/<figure>.*?<\/figure>/gs, ''), 'words');

test.each([
  ['a million line breaks', '\n'.repeat(1_000_000)],
  ['a hundred thousand lines', Array.from({ length: 100_000 }, (_, at) => `${at} snow`).join('\n')],
  ['verses without end', 'one\ntwo\n\n'.repeat(30_000)],
  ['two megabytes in one line', 'snow & <snow> '.repeat(140_000)],
])('%s are the exact words, in a moment', async (_, text) => {
  const worked = countWork();
  const page = await shown({ text });
  // It was three seconds for a million.
  expect(worked()).toBeLessThan(1500);
  expect(exactly(page) === text).toBe(true);
});

test('photographs stand where they were put, in a letter beyond counting too', async () => {
  const paragraphs = Array.from({ length: 25_000 }, (_, at) => `paragraph ${at}`);
  const placed = (photographId: string, after: number) => ({
    photographId,
    after,
    caption: '',
    alternative: '',
  });
  const photographs = [placed('first', 0), placed('middle', 12_000), placed('last', 99_999)];
  const page = await shown({ text: paragraphs.join('\n\n'), photographs });
  const between = page.split(/<figure>.*?<\/figure>/s);
  expect(between).toHaveLength(4);
  expect(between[1]?.match(/paragraph \d+/g)?.at(-1)).toBe('paragraph 11999');
  expect(between[2]).toMatch(/^<p class="long">paragraph 12000\n\nparagraph 12001\n/);
  expect(exactly(page)).toBe(paragraphs.join('\n\n'));
});

test('a poem of some thousand lines hangs line by line', async () => {
  const page = await shown({ text: 'a line\n'.repeat(3000) });
  expect(page.match(/<span class="line">/g)).toHaveLength(3001);
});
