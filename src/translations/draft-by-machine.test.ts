import { describe, expect, test } from 'vitest';
import type { Drafter } from '#machine/drafter.ts';
import { formTo } from '#test/html.ts';
import { asksDefne, offersTo } from '#test/translating.ts';
import { ines } from '#test/cast.ts';
import { world } from '#test/world.ts';
import { findTranslation } from '#translations/translations.ts';

/** Writes a tilde before each text, and notes what it was given. */
function tildes() {
  const given: unknown[] = [];
  const drafter: Drafter = {
    host: 'machine.example',
    draft(texts, languages) {
      given.push([texts, languages]);
      return Promise.resolve({ drafts: texts.map((text) => `~${text}`) });
    },
  };
  return { given, drafter };
}

async function settled(drafter: Drafter | undefined) {
  const site = await world({ drafter });
  const { mother, memorial, id } = await site.family();
  const letter = { title: 'A year of you', text: 'One.\n\n\nTwo.' };
  const tribute = await site.letter(memorial, mother, letter);
  const asked = await asksDefne(site, tribute, mother);
  const path = `/home/translations/${asked.translation.id}`;
  const now = async () => (await findTranslation(site.database.reader, asked.translation.id))!;
  return { site, mother, id, ...asked, path, now };
}

describe('a draft by a machine', () => {
  test('is not there where the host has set up none', async () => {
    const { site, mother, path } = await settled(undefined);
    expect((await site.request(path, { as: mother })).text).not.toContain('machine');
    await site.request(`${path}/machine-draft`, { as: mother, form: {} });
    expect((await site.request(path, { as: mother })).text).not.toContain('~');
  });

  test('is asked for by a parent alone, who is told where the words go', async () => {
    const { given, drafter } = tildes();
    const { site, mother, id, defne, translation, path, now } = await settled(drafter);
    const keeper = await site.joins(id, 'keeper', ines);
    for (const as of [keeper, defne]) await site.request(`${path}/machine-draft`, { as, form: {} });
    expect(given).toEqual([]);
    const page = await site.request(path, { as: mother });
    expect(page.text).toContain('machine.example');
    await site.request(`${path}/machine-draft`, {
      as: mother,
      form: formTo(page.text, `${path}/machine-draft`).fields,
    });
    expect(given).toEqual([[['A year of you', 'One.', 'Two.'], { from: 'en', to: 'tr' }]]);
    expect((await now()).paragraphs).toEqual([
      { original: 'One.', text: '~One.', byMachine: true },
      { original: '\nTwo.', text: '\n~Two.', byMachine: true },
    ]);
    // It is the translator's, and no parent reads it.
    const after = await site.request(path, { as: mother });
    expect(after.text).not.toContain('~');
    expect(after.text).not.toContain('machine-draft');
    expect((await site.request(`/sign-in/translations/${translation.id}`, { as: defne })).text).toContain(
      'A machine wrote this.',
    );
  });

  test('can be offered by nobody before a person has made every part of it theirs', async () => {
    const { drafter } = tildes();
    const { site, mother, translation, defne, path, now } = await settled(drafter);
    await site.request(`${path}/machine-draft`, { as: mother, form: {} });
    const asItIs = { 'around-title': '~A year of you', 'text-0': '~One.', 'text-1': '~Two.', revision: '1' };
    expect((await offersTo(site, translation, defne, asItIs)).status).toBe(422);
    // One is changed, one is read and taken as it is, one is forgotten.
    const nearly = { ...asItIs, 'text-0': 'Bir.', 'fits-text-1': 'yes' };
    expect((await offersTo(site, translation, defne, nearly)).status).toBe(422);
    expect((await now()).offeredAt).toBeUndefined();
    const whole = { 'fits-around-title': 'yes', revision: String((await now()).revision) };
    expect((await offersTo(site, translation, defne, whole)).status).toBe(303);
    expect(await now()).toMatchObject({
      paragraphs: [
        { original: 'One.', text: 'Bir.' },
        { original: '\nTwo.', text: '\n~Two.' },
      ],
    });
    expect(JSON.stringify(await now())).not.toContain('byMachine');
  });

  test('changes nothing where the machine gives none, or somebody has begun to write', async () => {
    const none: Drafter = { host: 'machine.example', draft: () => Promise.resolve({ refused: 'language' }) };
    const { site, mother, translation, defne, path, now } = await settled(none);
    const { location } = await site.request(`${path}/machine-draft`, { as: mother, form: {} });
    expect((await site.request(location!, { as: mother })).text).toContain(
      'does not know one of these two languages',
    );
    expect((await now()).revision).toBe(0);
    await offersTo(site, translation, defne, { 'text-0': 'Bir.' });
    const late = await site.request(`${path}/machine-draft`, { as: mother, form: {} });
    expect(late.location).toBe(`${path}?changed-since`);
    expect((await now()).paragraphs[0]).toEqual({ original: 'One.', text: 'Bir.' });
  });
});
