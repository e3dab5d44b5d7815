import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '#test/strings.ts';
import { inTurns, valueInTurns } from '#ui/in-turns.ts';

const asText = (words: string) => String(<p title={words}>{words}</p>);
const long = 60_000;

describe('words on a page', () => {
  test('are escaped by the template as ever while they are few', () => {
    expect(inTurns('<b>')).toBe('<b>');
  });

  test('are escaped letter for letter as the template does it when they are many', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(40), async (some) => {
        const words = (some + '<&">\'x👩‍👩‍👧').repeat(Math.ceil(long / (some.length + 6)));
        const shown = inTurns(words);
        expect(shown).toBeInstanceOf(Promise);
        const page = await (<p title={valueInTurns(words)}>{shown}</p>).toString();
        expect(String(page) === asText(words)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  test('let everybody else have their turn, ten megabytes of nothing but signs too', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    const shown = await inTurns('<'.repeat(10_000_000));
    clearInterval(others);
    expect(shown.toString().length).toBe(40_000_000);
    expect(turns).toBeGreaterThan(10);
  });
});
