import { expect, test } from 'vitest';
import { eachDatabase } from '#test/databases.ts';
import { translated } from '#test/translated.ts';
import { world } from '#test/world.ts';
import { binTribute } from '#tributes/bin/bin.ts';
import { withdrawTranslation } from '#translations/approve-translation.ts';
import { idOfWords, listPublicHeadings, markOf } from '#words/public-headings.ts';
import { listPublicWords } from '#words/public-words.ts';
import { listTranslations } from '#translations/translations.ts';

eachDatabase('public headings', (open) => {
  test('are those of all public words and of no others, and their mark changes when these do', async () => {
    const site = await world({ open });
    const { mother, father, memorial } = await site.family();
    const { reader, write } = site.database;
    const marks: string[] = [];
    /** Both ways of asking agree; answers what is public. */
    async function agree(): Promise<string[]> {
      const now = await site.memorialNow(memorial);
      const headings = await listPublicHeadings(reader, now);
      const words = await listPublicWords(reader, memorial.id);
      const byId = (a: { sha256: string }, b: { sha256: string }) => (a.sha256 < b.sha256 ? -1 : 1);
      expect(headings.toSorted(byId)).toEqual(
        words.map(({ text: _, captions: __, ...one }) => one).toSorted(byId),
      );
      expect(markOf(words)).toBe(markOf(headings));
      marks.push(markOf(headings));
      return headings.map(({ title, version, current }) => `${title} ${version}${current ? '' : ' earlier'}`);
    }
    await site.letter(memorial, mother, { title: 'Before', audience: 'everyone' });
    expect(await agree()).toEqual([]);
    await site.opened(memorial);
    const letter = await site.letter(memorial, mother, {
      title: 'The house',
      text: 'One.\n\nTwo.',
      audience: 'everyone',
    });
    for (const audience of ['only-me', 'only-us', 'link'] as const)
      await site.letter(memorial, father, { title: audience, text: audience, audience });
    await site.letter(memorial, mother, { title: 'A draft', published: false });
    const before = await agree();
    expect(before.toSorted()).toEqual(['Before 1', 'The house 1']);
    await translated(site, letter, mother, { title: 'البيت', text: 'واحد.\n\nاثنان.' });
    expect((await agree()).toSorted()).toEqual(['Before 1', 'The house 1', 'البيت 1']);
    const [translation] = await listTranslations(reader, letter.id);
    await write((tx) => withdrawTranslation(tx, translation!, site.clock.now()));
    expect((await agree()).toSorted()).toEqual(['Before 1', 'The house 1']);
    const now = await site.tributeNow(letter);
    await write((tx) => binTribute(tx, now, site.clock.now()));
    expect(await agree()).toEqual(['Before 1']);
    expect(new Set(marks).size).toBe(marks.length - 1);
  });
});

test('a name of words is one of no others', () => {
  const one = { tributeId: 'a', language: 'en', version: 1, original: true, current: true, sha256: '' };
  const names = [one, { ...one, original: false }, { ...one, version: 2 }, { ...one, tributeId: 'b' }].map(
    idOfWords,
  );
  expect(new Set(names).size).toBe(4);
});
