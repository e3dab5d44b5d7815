import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { cameraPhotograph } from '#test/camera.ts';
import { decoded } from '#test/html.ts';
import { world } from '#test/world.ts';
import { findDrafts } from '#tributes/writing/drafts.ts';

test('a page without scripts that is sent twice keeps its photograph once', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  const begun = await site.letter(memorial, mother, { published: false });
  const bytes = await cameraPhotograph({ width: 300, height: 200, orientation: 1 });
  const hospital = () => new File([bytes as Uint8Array<ArrayBuffer>], 'hospital.jpg', { type: 'image/jpeg' });
  const sent = (revision: number, editor = randomUUID()) => ({
    as: mother,
    form: { revision: String(revision), editor, title: '', text: 'To you', language: 'en' },
    files: { photographs: hospital() },
  });
  const again = sent(begun.revision);
  for (let times = 0; times < 2; times++) {
    const answer = await site.request(`/home/tributes/${begun.id}/draft`, again);
    expect(answer.status).toBe(303);
  }
  const { draft, beside } = await findDrafts(site.database.reader, begun.id);
  expect(draft).toMatchObject({ text: 'To you', photographs: [{ after: expect.any(Number) }] });
  expect(beside).toEqual([]);

  // Chosen again on a page that knows of the first, it is wanted twice.
  await site.request(`/home/tributes/${begun.id}/draft`, sent(begun.revision + 1));
  expect((await findDrafts(site.database.reader, begun.id)).draft?.photographs).toHaveLength(2);
});

test('what stands beside a draft says when it came, from which device, and how it begins', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  const { id } = await site.letter(memorial, mother, { published: false });
  const path = `/home/tributes/${id}`;
  const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1';
  const keep = (text: string, agent: string) =>
    site.request(`${path}/draft`, {
      as: mother,
      form: { title: '', text, language: 'en', revision: '0', editor: randomUUID() },
      headers: { 'user-agent': agent },
    });
  await keep('In the night, on the train.', phone);
  await keep('At the kitchen table.', 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0');
  const read = (agent: string) => site.request(path, { as: mother, headers: { 'user-agent': agent } });
  const page = decoded((await read(phone)).text);
  expect(page).toMatch(/“\W*In the night, on the train\.\W*”/);
  expect(page).toMatch(/“\W*At the kitchen table\.\W*”/);
  expect(page).toMatch(/at \d\d:\d\d UTC\W* · \W*this device, or one like it \(\W*Safari on \W*an iPhone/);
  expect(page).toMatch(/at \d\d:\d\d UTC\W* · \W*Firefox on \W*a Windows computer/);
});

describe('beginning', () => {
  test('what was begun and never written in is gone on with; anything typed begins another', async () => {
    const site = await world();
    const { mother, father, memorial } = await site.family();
    const begin = async (as = mother, fields: Record<string, string> = {}) =>
      (
        await site.request(`/home/memorials/${memorial.id}/tributes`, {
          as,
          form: { form: randomUUID(), ...fields },
        })
      ).location ?? '';
    const keep = (path: string, typed: Record<string, string>) =>
      site.request(`${path}/draft`, { as: mother, form: { title: '', text: '', language: 'en', ...typed } });
    const first = await begin();
    expect(await begin()).toBe(first);
    const others = [
      await begin(father),
      await begin(mother, { kind: 'chapter' }),
      await begin(mother, { kind: 'letter', 'only-for-me': 'yes' }),
    ];
    expect(new Set([first, ...others]).size).toBe(4);
    expect(await begin(mother, { kind: 'chapter' })).toBe(others[1]);
    await keep(first, { revision: '1', text: 'To you' });
    const second = await begin();
    expect(second).not.toBe(first);
    // Kept beside, it is words too; in the bin, it is not wanted.
    await keep(second, { revision: '0', text: 'From the other phone' });
    const third = await begin();
    expect(third).not.toBe(second);
    await site.request(`${third}/bin`, { as: mother, form: { form: randomUUID() } });
    expect(await begin()).not.toBe(third);
  });
});

describe('keeping', () => {
  const typed = { title: '', text: 'To you', language: 'en', revision: '1' };

  async function begun() {
    const site = await world();
    const { mother, memorial } = await site.family();
    const { id } = await site.letter(memorial, mother, {
      published: false,
      text: '',
      memory: { year: 2023 },
    });
    return { site, mother, id, memorial, path: `/home/tributes/${id}` };
  }

  test('by its button, the page that comes back says so', async () => {
    const { site, mother, path } = await begun();
    const { location } = await site.request(`${path}/draft`, { as: mother, form: typed });
    const page = decoded((await site.request(location ?? '', { as: mother })).text);
    expect(page).toMatch(/role="status">Saved</);
    expect(decoded((await site.request(path, { as: mother })).text)).not.toMatch(/role="status">Saved</);
  });

  test('a day that does not exist is refused alone: the words are kept, and what was typed stands there', async () => {
    const { site, mother, id, path } = await begun();
    const form = {
      ...typed,
      editor: randomUUID(),
      'memory-day': '31',
      'memory-month': '11',
      'memory-year': '2023',
    };
    const page = await site.request(`${path}/draft`, { as: mother, form });
    expect(page.status).toBe(422);
    expect(decoded(page.text)).toContain('Everything is saved but');
    expect(page.text).toContain('value="31"');
    // The sentence above the sheet has the focus, and leads to the field it is about.
    expect(page.text).toMatch(/role="alert" tabindex="-1" autofocus/);
    expect(decoded(page.text)).toContain(
      '<a href="#memory">When it happened: This day does not exist in that month.</a>',
    );
    expect(page.text).toContain('id="memory" name="memory-day"');
    const { draft } = await findDrafts(site.database.reader, id);
    expect(draft).toMatchObject({ text: 'To you', memory: { year: 2023 } });

    const asked = { as: mother, headers: { accept: 'application/json' } };
    const again = await site.request(`${path}/draft`, { ...asked, form: { ...form, text: 'To you, Wren' } });
    expect(again.status).toBe(422);
    expect(JSON.parse(again.text)).toEqual({
      kept: 'draft',
      revision: 3,
      errors: { memory: expect.stringContaining('exist') },
    });
    expect((await findDrafts(site.database.reader, id)).draft?.text).toBe('To you, Wren');
  });

  test('Arabic in a letter that is called English is asked about, and runs from right to left', async () => {
    const { site, mother, path } = await begun();
    const form = { ...typed, text: 'صغيرتي، كان الثلج يتساقط.' };
    await site.request(`${path}/draft`, { as: mother, form });
    const page = decoded((await site.request(path, { as: mother })).text);
    expect(page).toContain('Is this written in Arabic?');
    expect(page).toMatch(/<textarea[^>]* lang="en" dir="rtl"/);
    expect(decoded((await site.request(`${path}/preview`, { as: mother })).text)).toMatch(
      /class="words" lang="en" dir="rtl"/,
    );
    await site.request(`${path}/draft`, { as: mother, form: { ...form, language: 'ar', revision: '2' } });
    expect((await site.request(path, { as: mother })).text).not.toContain('Is this written in Arabic?');
  });

  test('the preview leads back to the words, and on to who sees them', async () => {
    const { site, mother, path } = await begun();
    await site.request(`${path}/draft`, { as: mother, form: typed });
    const page = (await site.request(`${path}/preview`, { as: mother })).text;
    expect(page).toContain(`href="${path}"`);
    expect(page).toContain(`href="${path}/publication"`);
  });

  test('the child’s page shows its writer, and nobody else, what is being written', async () => {
    const { site, mother, path, memorial } = await begun();
    await site.request(`${path}/draft`, { as: mother, form: typed });
    const child = `/home/memorials/${memorial.id}`;
    const page = (await site.request(child, { as: mother })).text;
    expect(page).toContain(`href="${path}"`);
    const aunt = await site.joins(memorial.familyId, 'keeper', { name: 'Ines Vale' });
    expect((await site.request(child, { as: aunt })).text).not.toContain('To you');
  });
});
