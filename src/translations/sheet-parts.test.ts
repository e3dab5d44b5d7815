import { describe, expect, test } from 'vitest';
import { formTo, tagsIn } from '#test/html.ts';
import { press } from '#test/press.ts';
import { asksDefne } from '#test/translating.ts';
import { world } from '#test/world.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { approveTranslation } from '#translations/approve-translation.ts';
import { listVersionsOf } from '#translations/translations.ts';
import { mostFields, partOf, partWith } from '#translations/sheet-parts.ts';
import { keepTranslation, offerTranslation } from '#translations/translate.ts';
import { besideOriginal, fieldsBeside } from '#translations/translation.ts';
import { findTranslation } from '#translations/translations.ts';

test('a sheet of many fields goes on over parts, and one that is not there is the nearest', () => {
  const all = Array.from({ length: mostFields + 1 }, (_, at) => ({ field: `text-${at}` }));
  expect(partOf(all, 1)).toMatchObject({ number: 1, count: 2 });
  expect(partOf(all, 2).fields).toEqual([{ field: `text-${mostFields}` }]);
  expect([partOf(all, -1).number, partOf(all, 99).number, partOf([], 1).count]).toEqual([1, 2, 1]);
  expect(partWith(all, new Set([`text-${mostFields}`]))).toBe(2);
  expect(partWith(all, new Set())).toBe(1);
});

test('of a refrain, the first goes with the first', () => {
  const done = ['Bir.', 'İki.', 'Üç.'].map((text) => ({ original: 'Snow.', text }));
  const rows = besideOriginal('Snow.\n\nWind.\n\nSnow.\n\nSnow.', done);
  expect(rows.map(({ text }) => text)).toEqual(['Bir.', '', 'İki.', 'Üç.']);
});

describe('a poem of 100,000 lines', () => {
  const stanza = (at: number) =>
    ['There was snow', 'on the stair', 'and on the door', `of day ${at}`].join('\n');
  const poem = Array.from({ length: 25_000 }, (_, at) => stanza(at)).join('\n\n');

  async function asked() {
    const site = await world();
    const { mother, memorial } = await site.family();
    const tribute = await site.letter(memorial, mother, { title: 'Snow', text: poem });
    const { translation, defne } = await asksDefne(site, tribute, mother);
    const original = (await findVersion(site.database.reader, tribute.id, 1))!;
    const now = async () => (await findTranslation(site.database.reader, translation.id))!;
    return {
      site,
      mother,
      memorial,
      tribute,
      defne,
      original,
      now,
      sheet: `/sign-in/translations/${translation.id}`,
    };
  }

  test(
    'is translated part by part, and nothing of another part is touched',
    { timeout: 120_000 },
    async () => {
      const { site, defne, original, now, sheet } = await asked();
      const first = await site.request(sheet, { as: defne });
      expect(first.status).toBe(200);
      expect(first.text.length).toBeLessThan(1_000_000);
      expect(tagsIn(first.text).filter(({ name }) => name === 'textarea')).toHaveLength(mostFields);
      const write = async (part: number, typed: Record<string, string>) => {
        const { text } = await site.request(`${sheet}?part=${part}`, { as: defne });
        return press(site, defne, formTo(text, `${sheet}/draft`), typed);
      };
      const last = fieldsBeside(original, await now()).at(-1)!.field;
      const parts = Math.ceil(25_001 / mostFields);
      const kept = await write(parts, { [last]: 'Son.', go: String(parts - 1) });
      expect([kept.status, kept.location]).toEqual([303, `${sheet}?part=${parts - 1}&kept`]);
      await write(1, { 'around-title': 'Kar', 'text-0': 'Kar vardı.' });
      const { paragraphs } = await now();
      expect([paragraphs.length, paragraphs[0]?.text, paragraphs.at(-1)?.text]).toEqual([
        25_000,
        'Kar vardı.',
        'Son.',
      ]);
      // Offered too early, the first that has no words is shown, on whichever part that stands.
      const early = await write(parts, { offer: 'yes' });
      expect(early.status).toBe(422);
      expect(formTo(early.text, `${sheet}/draft`).fields).toHaveProperty('text-1', '');
    },
  );

  test('is offered, read and approved whole', { timeout: 120_000 }, async () => {
    const { site, mother, memorial, original, now } = await asked();
    const begun = await now();
    const texts = Object.fromEntries(
      fieldsBeside(original, begun).map(({ field }) => [field, `Kar, ${field}`]),
    );
    const typed = { texts, fits: new Set<string>(), revision: 0, ofVersion: 1, editor: '' };
    await site.database.write(async (tx) => {
      const kept = await keepTranslation(tx, begun, original, typed);
      if ('refused' in kept) throw new Error(kept.refused);
      expect(await offerTranslation(tx, kept, original, memorial, site.clock.now())).toBe('offered');
    });
    const page = await site.request(`/home/translations/${begun.id}`, { as: mother });
    expect([page.status, page.text.includes('Kar, text-24999')]).toEqual([200, true]);
    expect(page.text.length).toBeLessThan(6_000_000);
    await site.database.write(async (tx) =>
      approveTranslation(tx, await now(), { id: mother.id, revision: 1 }, site.clock.now()),
    );
    const [version] = await listVersionsOf(site.database.reader, await now());
    expect(version?.text.split('\n\n')).toHaveLength(25_000);
  });
});
