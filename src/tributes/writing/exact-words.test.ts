import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { exactText, sha256Of } from '#lib/exact-text.ts';
import { isSeen } from '#lib/seen.ts';
import { letter } from '#test/cast.ts';
import { formTo, textOf } from '#test/html.ts';
import { anyText } from '#test/strings.ts';
import { type Visitor, type World, world } from '#test/world.ts';
import { findVersion } from '#tributes/versions/versions.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A letter of Nora's, begun and still empty, with the way its sheet is sent. */
async function sheetOfNora() {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  const begun = await site.letter(memorial, mother, { published: false });
  return { site, mother, memorial, path: `/home/tributes/${begun.id}`, begun };
}

/** Types into the sheet as it stands, and sends it as a browser does: every line break as CRLF. */
async function keep(
  site: World,
  mother: Visitor,
  path: string,
  typed: Record<string, string>,
  multipart: boolean,
): Promise<void> {
  const sheet = formTo((await site.request(path, { as: mother })).text, `${path}/draft`);
  const form = Object.fromEntries(
    Object.entries({ ...sheet.fields, ...typed }).map(([name, value]) => [
      name,
      value.replace(/\r\n?|\n/g, '\r\n'),
    ]),
  );
  const answer = await site.request(`${path}/draft`, { as: mother, form, multipart });
  expect(answer.status, answer.text.slice(0, 500)).toBe(303);
}

test('whatever is typed comes back letter for letter, in the sheet and in every page that shows it', async () => {
  const { site, mother, memorial, path } = await sheetOfNora();
  await fc.assert(
    fc.asyncProperty(anyText(), anyText(12), fc.boolean(), async (text, title, multipart) => {
      await keep(site, mother, path, { text, title }, multipart);
      const kept = exactText(text);
      const again = formTo((await site.request(path, { as: mother })).text, `${path}/draft`);
      expect(again.fields['text']).toBe(kept);
      const seen = isSeen(title) ? exactText(title).replaceAll('\n', ' ') : '';
      expect(again.fields['title']).toBe(seen);
      const preview = (await site.request(`${path}/preview`, { as: mother })).text;
      expect(textOf(preview, 'words')).toBe(kept);
    }),
    { numRuns: 60 },
  );
  expect((await site.request(`/home/memorials/${memorial.id}`, { as: mother })).status).toBe(200);
});

test.each([true, false])(
  'a letter full of delicate places is published exactly, and its fingerprint is of what was typed (multipart: %s)',
  async (multipart) => {
    const { site, mother, path, begun } = await sheetOfNora();
    await keep(site, mother, path, { ...letter }, multipart);
    const sheet = formTo(
      (await site.request(`${path}/publication`, { as: mother })).text,
      `${path}/publication`,
    );
    const answer = await site.request(`${path}/publication`, {
      as: mother,
      form: { ...sheet.fields, audience: 'everyone' },
    });
    expect(answer.location).toBe(`${path}/published`);
    const version = await findVersion(site.database.reader, begun.id, 1);
    expect(version).toMatchObject({ text: letter.text, title: letter.title, sha256: sha256Of(letter.text) });
    for (const page of ['/wren/a-year-of-you', '/ar/wren/a-year-of-you']) {
      expect(textOf((await site.request(page)).text, 'words')).toBe(letter.text);
    }
  },
);

test('any text that is published has the fingerprint of its LF form', async () => {
  const { site, mother, path, begun } = await sheetOfNora();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      anyText().filter((text) => text.trim() !== ''),
      async (text) => {
        await keep(site, mother, path, { text: `${number} ${text}` }, true);
        const sheet = formTo(
          (await site.request(`${path}/publication`, { as: mother })).text,
          `${path}/publication`,
        );
        await site.request(`${path}/publication`, {
          as: mother,
          form: { ...sheet.fields, audience: 'only-us' },
        });
        const kept = exactText(`${number} ${text}`);
        number++;
        expect(await findVersion(site.database.reader, begun.id, number)).toMatchObject({
          text: kept,
          sha256: sha256Of(kept),
        });
      },
    ),
    { numRuns: 30, endOnFailure: true },
  );
});
