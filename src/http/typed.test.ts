import { expect, test } from 'vitest';
import { typedIn, typedInEncoded } from '#http/typed.ts';
import { unkeepableLine } from '#lib/exact-text.ts';
import { countWork } from '#test/worked.ts';

test('many megabytes are read letter for letter, while others have their turn', async () => {
  const text = `حبيبتي — café\n${'雪 %41+&='.repeat(300_000)}\n`;
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  for (const typed of [text, text.replaceAll('雪', '\n')]) {
    const sent = encodeURIComponent(typed.replaceAll('\n', '\r\n'));
    expect((await typedInEncoded(Buffer.from(sent))) === typed).toBe(true);
  }
  clearInterval(others);
  expect(turns).toBeGreaterThan(5);
});

test.each(['%D8%A8', '=', '+', '%', '%FF%0A', '%0D%0A', '%0D', '\xff\n', '%00'])(
  'four megabytes of %j hold nobody up',
  async (one) => {
    const encoded = Buffer.from(one.repeat(4_000_000 / one.length), 'latin1');
    const worked = countWork();
    await typedInEncoded(encoded);
    // It was several times as long for each of these.
    expect(worked()).toBeLessThan(3000);
  },
);

test.each([0, 1, 2499, 2500, 4998, 4999])('says that line %i is no UTF-8', async (bad) => {
  const lines = Array.from({ length: 5000 }, (_, at) => `line ${at}`);
  const sent = lines.map((line, at) => (at === bad ? `${line}%C3` : line)).join('%0A');
  for (const text of [await typedInEncoded(Buffer.from(sent)), typedIn(bytesOf(sent))]) {
    expect(unkeepableLine(text)).toBe(bad + 1);
    expect(text.replace('\ufffd\ud800', '')).toBe(lines.join('\n'));
  }
});

function bytesOf(encoded: string): Buffer {
  return Buffer.from(encoded.replaceAll('%C3', '\xc3').replaceAll('%0A', '\r\n'), 'latin1');
}
