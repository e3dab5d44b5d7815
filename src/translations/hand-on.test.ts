import { expect, test } from 'vitest';
import { nobody } from '#audiences/viewer.ts';
import { hashSecret } from '#lib/secret.ts';
import { elias, nora } from '#test/cast.ts';
import { eachDatabase } from '#test/databases.ts';
import { formTo } from '#test/html.ts';
import { press } from '#test/press.ts';
import { asksDefne, translatesOneself } from '#test/translating.ts';
import { type Open, type Visitor, type World, world } from '#test/world.ts';
import { listApproved } from '#translations/approved.ts';
import { given, type Hands, namedBeneath } from '#translations/hands.ts';
import { stateOf } from '#translations/translation.ts';
import { findByLink, findTranslation } from '#translations/translations.ts';

const words = { 'around-title': 'Sana', 'text-0': 'Bir.', 'text-1': 'İki.' };

/** A letter that Defne was asked to translate and has begun; then the mother opens what there is of it. */
async function begun(open?: Open) {
  const site = await world(open ? { open } : {});
  const family = await site.family();
  const { mother, memorial } = family;
  await site.opened(memorial);
  const tribute = await site.letter(memorial, mother, {
    title: 'To you',
    text: 'One.\n\nTwo.',
    audience: 'everyone',
  });
  const { translation, defne, secret } = await asksDefne(site, tribute, mother);
  const { reader } = site.database;
  const now = async () => (await findTranslation(reader, translation.id))!;
  const home = `/home/translations/${translation.id}`;
  const sheet = `/sign-in/translations/${translation.id}`;
  const formOn = async (path: string) =>
    formTo((await site.request(home, { as: mother })).text, `${home}/${path}`);
  /** Hands it on by the form on its page, and opens the link that is shown as somebody who was never here. */
  async function handOnTo(name: string, more: Record<string, string> = {}): Promise<Visitor> {
    const answer = await press(site, mother, await formOn('translator'), { name, ...more });
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    const [, link = ''] = /(\/sign-in\/translation\/[\w-]+)/.exec(answer.text) ?? [];
    const next = site.stranger();
    expect((await site.request(link, { as: next, method: 'POST' })).location).toBe(sheet);
    return next;
  }
  const keep = async (as: Visitor, typed: Record<string, string>, translator: string) =>
    press(site, as, formTo((await site.request(sheet, { as })).text, `${sheet}/draft`), {
      translator,
      ...typed,
    });
  const approve = async () => {
    const answer = await press(site, mother, await formOn('approval'));
    expect(answer.status).toBe(303);
  };
  const approved = async () => {
    const current = await site.memorialNow(memorial);
    return (await listApproved(reader, nobody, current, tribute.id)).map(
      ({ number, translator, text, current: isCurrent }) => ({ number, translator, text, isCurrent }),
    );
  };
  return {
    site,
    ...family,
    tribute,
    translation,
    defne,
    secret,
    now,
    home,
    sheet,
    handOnTo,
    keep,
    approve,
    approved,
  };
}

eachDatabase('a translation is handed on', (open) => {
  test('what was written stays, with the name of whoever wrote it beside that of whoever goes on', async () => {
    const { site, defne, secret, now, sheet, handOnTo, keep, approve, approved } = await begun(open);
    await keep(defne, { 'around-title': 'Sana', 'text-0': 'Bir.' }, 'Defne');
    const maud = await handOnTo('Maud');
    // Its last translator has it no more: neither by the link nor on the page that is still open.
    expect(await findByLink(site.database.reader, hashSecret(secret), site.clock.now())).toBeUndefined();
    const late = await site.request(`${sheet}/draft`, {
      as: defne,
      form: { ...words, revision: '1', of: '1' },
    });
    expect(late.status).toBe(404);
    const page = (await site.request(sheet, { as: maud })).text;
    expect(page).toContain('Bir.');
    expect(page).toContain('Defne began this.');
    expect(stateOf(await now())).toBe('draft');
    await keep(maud, { 'text-1': 'İki.', offer: 'yes' }, 'Maud');
    await approve();
    expect(await approved()).toEqual([
      { number: 1, translator: 'Defne ve Maud', text: 'Bir.\n\nİki.', isCurrent: true },
    ]);
  });

  test('what was approved stays with readers until another is, and can be cited after that', async () => {
    const { site, mother, tribute, defne, now, home, handOnTo, keep, approve, approved } = await begun(open);
    await keep(defne, { ...words, offer: 'yes' }, 'Defne');
    await approve();
    const hakan = await handOnTo('Hakan', { from: 'nothing' });
    expect(await approved()).toMatchObject([{ number: 1, translator: 'Defne', isCurrent: true }]);
    expect((await site.request(home, { as: mother })).text).toContain(
      'Readers have what was approved before.',
    );
    await keep(
      hakan,
      { 'around-title': 'Sana', 'text-0': 'Biri.', 'text-1': 'İkisi.', offer: 'yes' },
      'Hakan',
    );
    expect(stateOf(await now())).toBe('offered');
    await approve();
    expect(await approved()).toEqual([
      { number: 1, translator: 'Defne', text: 'Bir.\n\nİki.', isCurrent: false },
      { number: 2, translator: 'Hakan', text: 'Biri.\n\nİkisi.', isCurrent: true },
    ]);
    const cited = await site.request(`/wren/${tribute.address}/in/tr/versions/1`);
    expect([cited.status, cited.text.includes('Bir.'), cited.text.includes('Defne')]).toEqual([
      200,
      true,
      true,
    ]);
  });
});

test('what nobody has approved is never thrown away by asking for another', async () => {
  const { defne, now, handOnTo, keep, approve } = await begun();
  await keep(defne, { ...words, offer: 'yes' }, 'Defne');
  await approve();
  await keep(defne, { 'text-1': 'İki, ve kar.' }, 'Defne');
  await handOnTo('Hakan', { from: 'nothing' });
  expect((await now()).paragraphs.map(({ text }) => text)).toEqual(['Bir.', 'İki, ve kar.']);
});

test('one that is offered or given back is handed on as well, and no note goes with it', async () => {
  const { site, mother, defne, now, home, sheet, handOnTo, keep } = await begun();
  await keep(defne, { ...words, offer: 'yes' }, 'Defne');
  await site.request(`${home}/return`, {
    as: mother,
    form: { note: 'The snow is hers.', revision: String((await now()).revision) },
  });
  const maud = await handOnTo('Maud', { email: 'maud@new.example' });
  expect(stateOf(await now())).toBe('draft');
  expect((await site.request(sheet, { as: maud })).text).not.toContain('The snow is hers.');
  await keep(maud, { offer: 'yes' }, 'Maud');
  expect(stateOf(await now())).toBe('offered');
  await handOnTo('Hakan');
  expect(namedBeneath(await now())).toBe('Defne ve Hakan');
});

test('a parent goes on with it themselves, and nobody else of the family can hand it on', async () => {
  const { site, id, mother, memorial, defne, now, home, keep, tribute } = await begun();
  await keep(defne, words, 'Defne');
  const ada = await site.joins(id, 'keeper', { name: 'Ada' });
  const others = await site.family(
    { ...nora, email: 'nell@other.example' },
    { ...elias, email: 'edgar@other.example' },
  );
  for (const as of [ada, others.mother, defne])
    for (const path of ['translator', 'translator/own']) {
      const { status } = await site.request(`${home}/${path}`, { as, form: { name: 'Ada' } });
      // Whoever was let in by a link is signed in nowhere.
      expect(status).toBe(as === defne ? 401 : 404);
    }
  expect((await now()).translator).toBe('Defne');
  const own = await site.request(`${home}/translator/own`, { as: mother, form: {} });
  expect(own.location).toBe(`${home}/words`);
  expect((await site.request(`${home}/words`, { as: mother })).text).toContain('Bir.');
  // And from somebody of the family to somebody outside.
  const adas = await translatesOneself(site, tribute, ada, 'fr');
  await offersWords(site, adas.id, ada);
  const answer = await site.request(`/home/translations/${adas.id}/translator`, {
    as: mother,
    form: { name: 'Maud', email: '' },
  });
  expect(answer.status).toBe(200);
  expect((await site.request(`/home/translations/${adas.id}/words`, { as: ada })).status).toBe(404);
  expect(memorial.id).toBe(tribute.memorialId);
});

async function offersWords(site: World, id: string, as: Visitor): Promise<void> {
  const form = { ...words, translator: 'Ada', revision: '0', of: '1', offer: 'yes' };
  await site.request(`/home/translations/${id}/words/draft`, { as, form });
}

test('a form that is sent twice hands it on once', async () => {
  const { site, mother, defne, now, home, keep } = await begun();
  await keep(defne, words, 'Defne');
  const form = formTo((await site.request(home, { as: mother })).text, `${home}/translator`);
  const first = await press(site, mother, form, { name: 'Maud' });
  const { revision } = await now();
  const again = await press(site, mother, form, { name: 'Maud' });
  expect([first.status, again.status, again.location]).toEqual([200, 303, home]);
  expect((await now()).revision).toBe(revision);
});

test('a name stands as long as words do that were made of its words', () => {
  type Part = Hands & { text: string; byMachine?: true };
  const part: Part = { text: 'Bir.' };
  const first = given(part, 'Defne');
  const beneath = (paragraphs: readonly Part[], translator: string) =>
    namedBeneath({ language: 'en', translator, paragraphs, around: [] });
  expect(beneath([first], 'Maud')).toBe('Defne and Maud');
  // Untouched by Maud, they are handed on as Defne’s alone; changed, as both of theirs.
  expect(beneath([given(first, 'Maud')], 'Hakan')).toBe('Defne and Hakan');
  const { asGiven: _, ...changed } = first;
  expect(beneath([given(changed, 'Maud')], 'Hakan')).toBe('Defne, Maud, and Hakan');
  expect(beneath([given<Part>({ text: '' }, 'Defne')], 'Maud')).toBe('Maud');
  expect(beneath([given<Part>({ ...part, byMachine: true }, 'Defne')], 'Maud')).toBe('Maud');
});

test('whoever empties a field and begins it anew goes on from nobody’s words', async () => {
  const { defne, now, handOnTo, keep } = await begun();
  await keep(defne, words, 'Defne');
  const maud = await handOnTo('Maud');
  await keep(maud, { 'around-title': '', 'text-0': '', 'text-1': '' }, 'Maud');
  expect(namedBeneath(await now())).toBe('Maud');
});
