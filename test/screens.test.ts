import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fillSample } from '#cli/fill-sample.ts';
import { parents } from '#cli/sample-family/family.ts';
import { sayIn } from '#i18n/messages.ts';
import { deviceOf } from '#people/devices/device.ts';
import { startSession } from '#people/sessions.ts';
import { findPersonByEmail } from '#people/people.ts';
import { cameraPhotograph } from '#test/camera.ts';
import { letter as words, nora } from '#test/cast.ts';
import { keepPress, release } from '#test/for-press.ts';
import { formTo } from '#test/html.ts';
import { lookAt, stopLooking } from '#test/pictures.ts';
import { type Place, settle } from '#test/settled.ts';
import { translated } from '#test/translated.ts';
import { asksDefne, offersTo } from '#test/translating.ts';
import { type Ask, cookieName, type Visitor, type World, world } from '#test/world.ts';
import { publishDue } from '#tributes/schedules/publish-due.ts';
import { listTold, tellCorrection } from '#press/corrections.ts';

// Screens that something has to happen for; those that an address alone leads to are in routes.test.ts.

// Looked at in a browser, each takes seconds; else milliseconds.
vi.setConfig({ testTimeout: 600_000 });
afterAll(stopLooking);

/** Asks for a screen and looks at it. Answers what it says. */
async function screen(site: World, name: string, path: string, ask: Ask = {}, status = 200): Promise<string> {
  const answer = await site.request(path, ask);
  expect([name, answer.status]).toEqual([name, status]);
  expect(answer.text.match(/<h1[\s>]/g), name).toHaveLength(1);
  expect(answer.text, name).not.toMatch(/undefined|\[object|NaN/);
  await lookAt(site, name, path, ask);
  return answer.text;
}

let place: Place;
let site: World;
let mother: Visitor;
let father: Visitor;
beforeAll(async () => {
  place = await settle(await cameraPhotograph({ width: 480, height: 360, orientation: 1 }));
  ({ site, mother } = place);
  father = place.wrens.father;
});

/** A form that is sent as a page sends it. Answers where it leads. */
async function send(path: string, form: Record<string, string> = {}, as = mother): Promise<string> {
  const answer = await site.request(path, { as, form: { form: randomUUID(), ...form } });
  expect([path, answer.status]).toEqual([path, 303]);
  return answer.location!;
}

/** The form of a page as it stands there, with something else typed. */
async function fill(page: string, action: string, typed: Record<string, string>): Promise<string> {
  const { fields } = formTo((await site.request(page, { as: mother })).text, action);
  return send(action, { ...fields, ...typed });
}

describe('a letter set for later', () => {
  const moment = {
    audience: 'only-us',
    revision: '1',
    when: 'at',
    'at-day': '28',
    'at-month': '9',
    'at-year': '2024',
    'at-time': '07:30',
    zone: 'Europe/Berlin',
  };
  let sheet: string;
  beforeAll(async () => {
    const { id } = await site.letter(place.memorial, mother, { ...words, published: false });
    sheet = `/home/tributes/${id}/publication`;
  });

  test.each([
    ['a-day-gone', { 'at-year': '1970' }],
    ['no-such-time', { 'at-time': '25:00' }],
  ])('%s', async (name, typed) => {
    await screen(site, `schedule-${name}`, sheet, { as: mother, form: { ...moment, ...typed } }, 422);
  });

  test('waits, goes out, and is asked about when the site was away', async () => {
    await send(sheet, moment);
    await screen(site, 'schedule-set', sheet, { as: mother });
    await screen(site, 'schedule-at-home', '/home', { as: mother });
    await screen(site, 'schedule-at-home-of-the-other', '/home', { as: father });
    site.clock.set('2024-09-28T12:00:00.000Z');
    await publishDue(site.site);
    for (const one of [mother, father, place.aunt]) await signInAgain(one);
    await screen(site, 'schedule-missed', sheet, { as: mother });
    await screen(site, 'schedule-missed-at-home', '/home', { as: mother });
  });
});

/** Nobody stays signed in for half a year. */
async function signInAgain(one: Visitor): Promise<void> {
  const secret = await site.database.write((tx) => startSession(tx, one.id, deviceOf(), site.clock.now()));
  one.cookies.set(cookieName, secret);
}

test('a letter for oneself: its sheet, its way to others, and a day to open on', async () => {
  const sheet = await send(`/home/memorials/${place.memorial.id}/tributes`, {
    kind: 'letter',
    'only-for-me': 'yes',
  });
  await screen(site, 'only-me-empty', sheet, { as: mother });
  await fill(sheet, `${sheet}/draft`, { text: words.text });
  await screen(site, 'only-me', sheet, { as: mother });
  const publication = `${sheet}/publication`;
  await screen(site, 'only-me-publication', publication, { as: mother });
  await screen(site, 'only-me-for-others', `${publication}?for=others`, { as: mother });
});

test('a draft that was written in on two devices', async () => {
  const { id } = await site.letter(place.memorial, mother, { ...words, published: false });
  const sheet = `/home/tributes/${id}`;
  const typed = (text: string) => ({ text, title: words.title, editor: randomUUID(), revision: '1' });
  await send(`${sheet}/draft`, typed('Wren,\n\nthe snow has come back.'));
  await send(`${sheet}/draft`, typed('Wren,\n\nthe snow has gone.'));
  await screen(site, 'beside', sheet, { as: mother });
  await screen(
    site,
    'not-kept',
    `${sheet}/draft`,
    {
      as: mother,
      form: { ...typed(words.text), 'memory-day': '30', 'memory-month': '2', 'memory-year': '2023' },
    },
    422,
  );
  const twice = { ...typed(words.text), title: 'x'.repeat(301) };
  await screen(site, 'title-too-long', `${sheet}/draft`, { as: mother, form: twice }, 422);
});

test('what a keeper wrote: asking the parents, and what came back', async () => {
  await screen(site, 'keeper-publication', `${place.keepersLetter}/publication`, { as: place.aunt });
  await send(`${place.keepersLetter}/approval/return`, { note: 'Not the nurse’s name,\n  please.' });
  await screen(site, 'keeper-returned', place.keepersLetter, { as: place.aunt });
  await screen(site, 'keeper-home', '/home', { as: place.aunt });
});

test('a letter with a change, published twice', async () => {
  const { id } = await site.letter(place.memorial, mother, { ...words, audience: 'only-us' });
  const sheet = `/home/tributes/${id}`;
  const text = words.text.replace('three', 'three, always three').replace('in shops', 'at the counter');
  await fill(sheet, `${sheet}/draft`, { text });
  await screen(site, 'changed', sheet, { as: mother });
  await screen(site, 'changed-publication', `${sheet}/publication`, { as: mother });
  await fill(`${sheet}/publication`, `${sheet}/publication`, { when: 'now' });
  await screen(site, 'changed-versions', `${sheet}/versions`, { as: father });
  await screen(site, 'changed-comparison', `${sheet}/comparison?earlier=1&later=2`, { as: father });
  await screen(site, 'changed-earlier', `${sheet}/versions/1`, { as: father });
});

test('signing in, confirming, and an address that waits for its digits', async () => {
  const stranger = site.stranger();
  await screen(site, 'sign-in-digits', '/sign-in', { as: stranger, form: { email: nora.email } });
  await screen(site, 'sign-in-no-address', '/sign-in', { as: stranger, form: { email: 'nora' } }, 422);
  site.clock.advance({ minutes: 20 });
  await screen(site, 'confirm', '/home/you/recovery', { as: mother, form: {} }, 401);
  await signInAgain(mother);
  const elsewhere = { name: nora.name, email: 'nora@elsewhere.example' };
  await screen(site, 'address-digits', '/home/you', { as: mother, form: elsewhere });
});

test('a translation: asked for, begun by a machine, written, given back, approved, out of date, over', async () => {
  const { photographId, memorial } = place;
  const placed = { photographId, after: 1, caption: 'The window', alternative: 'Snow on a sill' };
  const text =
    'Wren,\n\nthey said the first year is a staircase.\n  Nobody said it goes down into the garden.';
  const letter = { title: 'A year of you', text, words: { photographs: [placed] } };
  const tribute = await site.letter(memorial, mother, { ...letter, audience: 'only-us' });
  const list = `/home/tributes/${tribute.id}/translations`;
  const asked = { name: 'Defne', email: 'defne@translator.example', language: 'Birdsong' };
  await screen(site, 'translations-refused', list, { as: mother, form: asked }, 422);
  site.site.drafter = {
    host: 'drafts.example',
    draft: (texts) => Promise.resolve({ drafts: texts.map((one) => `Taslak: ${one}`) }),
  };
  const { translation, defne, secret } = await asksDefne(site, tribute, mother);
  const path = `/home/translations/${translation.id}`;
  const sheet = `/sign-in/translations/${translation.id}`;
  await screen(site, 'translator-let-in', `/sign-in/translation/${secret}`);
  await screen(site, 'translations', list, { as: mother });
  await screen(site, 'translation-before', path, { as: mother });
  await screen(site, 'translating-begun', sheet, { as: defne });
  await screen(site, 'translation-drafted', await send(`${path}/machine-draft`), { as: mother });
  await screen(site, 'translating-by-machine', sheet, { as: defne });
  const typed = {
    'around-title': 'Seninle bir yıl',
    [`around-caption-${photographId}`]: 'Pencere',
    [`around-alternative-${photographId}`]: 'Pervazda kar',
    'text-0': 'Çalıkuşu,',
  };
  const form = { ...typed, of: '1', revision: '1', offer: 'yes', translator: 'Defne' };
  await screen(site, 'translating-unfinished', `${sheet}/draft`, { as: defne, form }, 422);
  const older = { ...form, 'text-1': 'Eski sayfadan.', revision: '0' };
  await screen(site, 'translating-older', `${sheet}/draft`, { as: defne, form: older }, 409);
  const verse = 'İlk yıl bir merdivendir dediler.\n  Bahçeye indiğini kimse söylemedi.';
  await offersTo(site, translation, defne, { 'text-1': verse, revision: '2' });
  await screen(site, 'translating-offered', sheet, { as: defne });
  await screen(site, 'translation-at-home', '/home', { as: father });
  await screen(site, 'translation-offered', path, { as: mother });
  await fill(path, `${path}/return`, { note: 'The garden is ours,\nplease.' });
  await screen(site, 'translation-given-back', path, { as: mother });
  await screen(site, 'translating-given-back', sheet, { as: defne });
  await offersTo(site, translation, defne, { 'text-0': 'Çalıkuşum,', revision: '3' });
  await fill(path, `${path}/approval`, {});
  const home = `/home/tributes/${tribute.id}`;
  await fill(home, `${home}/draft`, { text: text.replace('a staircase', 'a long staircase') });
  await fill(`${home}/publication`, `${home}/publication`, { when: 'now' });
  await screen(site, 'translations-outdated', list, { as: mother });
  await screen(site, 'translation-outdated', path, { as: mother });
  await screen(site, 'translating-outdated', sheet, { as: defne });
  await screen(site, 'translation-taken-back', await send(`${path}/publication?_method=delete`), {
    as: mother,
  });
  await screen(site, 'translations-new-link', `${path}/link`, { as: mother, form: {} });
  const late = { ...form, 'text-1': 'Geç kalan sözler.' };
  await screen(site, 'translator-over', `${sheet}/draft`, { as: defne, form: late }, 404);
});

// From here on the page rests, and then it goes.
test('a page that rests, one that is asked to go, and one that goes', async () => {
  const home = `/home/memorials/${place.memorial.id}`;
  await site.opened(place.memorial);
  await send(`${home}/rest`);
  await screen(site, 'resting', home, { as: mother });
  await screen(site, 'resting-home-of-the-other', '/home', { as: father });
  await screen(site, 'resting-opening', `${home}/opening`, { as: mother });
  await signInAgain(mother);
  await signInAgain(father);
  await send(`${home}/leaving`);
  await screen(site, 'leaving-asked', `${home}/leaving`, { as: mother });
  await screen(site, 'leaving-asked-of-the-other', `${home}/leaving`, { as: father });
  await screen(site, 'leaving-asked-home', '/home', { as: father });
  await send(`${home}/leaving`, {}, father);
  await screen(site, 'leaving', home, { as: mother });
  await screen(site, 'leaving-sheet', `${home}/leaving`, { as: mother });
});

describe('what goes wrong', () => {
  const form = { text: 'words' };
  test('what comes from elsewhere, cannot be read, or is too much', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    await screen(site, 'error-403', '/home/you', { as: mother, form, headers }, 403);
    const unreadable = { 'content-type': 'multipart/form-data' };
    const sheet = place.letter;
    await screen(site, 'error-422', `${sheet}/draft`, { as: mother, body: 'x', headers: unreadable }, 422);
    const long = 'x'.repeat(20_000_000);
    await screen(site, 'error-413', '/sign-in', { form: { email: long }, from: '10.9.9.9' }, 413);
    await screen(site, 'error-404', '/home/nothing', { as: mother }, 404);
  });

  test.each([
    ['error-500', 500, new Error('broken')],
    ['error-507', 507, Object.assign(new Error('full'), { errcode: 13 })],
  ])('%s', async (name, status, error) => {
    const write = vi.spyOn(site.database, 'write').mockRejectedValue(error);
    const { text } = await site.request('/home/memorials', { as: mother, form });
    write.mockRestore();
    expect(text).toMatch(/<h1[\s>]/);
    vi.spyOn(site, 'request');
    await lookAtBroken(name, status, error);
  });

  /** The site works for everything that the page fetches, and not for the form that was sent. */
  async function lookAtBroken(name: string, status: number, error: Error): Promise<void> {
    const broken: World = {
      ...site,
      async request(path, ask = {}) {
        if (!ask.form) return site.request(path, ask);
        const write = vi.spyOn(site.database, 'write').mockRejectedValue(error);
        try {
          return await site.request(path, ask);
        } finally {
          write.mockRestore();
        }
      },
    };
    await screen(broken, name, '/home/memorials', { as: mother, form }, status);
  }
});

describe('the invented family, with sixty pieces', () => {
  let sample: World;
  let rima: Visitor;
  beforeAll(async () => {
    sample = await world();
    sample.clock.set('2025-06-01T10:00:00.000Z');
    await fillSample(sample.site, { width: 640, height: 480 });
    const { id } = (await findPersonByEmail(sample.database.reader, parents.rima.email))!;
    const secret = await sample.database.write((tx) => startSession(tx, id, deviceOf(), sample.clock.now()));
    rima = { id, name: parents.rima.name, cookies: new Map([[cookieName, secret]]) };
  });

  test.each([
    ['front', '/'],
    ['edie', '/edie'],
    ['edie-ar', '/ar/edie'],
    ['edie-de', '/de/edie'],
    ['edie-story', '/edie/story'],
    ['nour', '/%D9%86%D9%88%D8%B1'],
    ['nour-en', '/en/%D9%86%D9%88%D8%B1'],
  ])('%s', async (name, path) => {
    expect(await screen(sample, `sample-${name}`, path)).toContain('<main');
  });

  test('their home', async () => {
    const home = await screen(sample, 'sample-home', '/home', { as: rima });
    const edie = /\/home\/memorials\/[\w-]+/.exec(home)![0];
    await screen(sample, 'sample-home-edie', edie, { as: rima });
    await screen(sample, 'sample-order', `${edie}/order`, { as: rima });
    await screen(sample, 'sample-child', `${edie}/child`, { as: rima });
  });
});

describe('what a reader tells of a wrong quotation', () => {
  const printed = 'The mother said that he had slept through it all.';

  test('is refused where something is missing', async () => {
    const form = { publication: '', url: 'harbour', printed, contact: '' };
    await screen(site, 'correction-refused', '/to/robin/correction', { form }, 422);
  });

  test('waits for the doorkeeper, then for the parents', async () => {
    const own = await settle();
    const { memorial, familyId, home } = own;
    await own.site.opened(memorial);
    const path = `${home}/corrections`;
    const look = (name: string, as: Visitor, at = path) => screen(own.site, name, at, { as });
    const screening = (one: { id: string } | undefined, does: string) =>
      own.site.request(`${path}/${one?.id}/screening`, { as: jo, form: { does } });
    const jo = await own.site.joins(familyId, 'doorkeeper', { name: 'Jo' });
    for (const publication of ['The Harbour Post', 'Evening Lantern']) {
      await own.site.database.write((tx) =>
        tellCorrection(
          tx,
          memorial.id,
          { publication, url: 'https://harbour.example/2024/wren', printed, contact: 'A reader' },
          own.site.clock.now(),
        ),
      );
    }
    const [first, second] = await listTold(own.site.database.reader, memorial.id, 'held');
    await look('corrections-hold-some-back', own.mother);
    expect((await screening(first, 'decline')).status).toBe(303);
    await look('corrections-screened', jo);
    expect((await screening(second, 'pass')).status).toBe(303);
    await look('corrections-told', own.mother);
    await look('corrections-insisted', own.mother, `${path}?unread`);
    await look('correction-told', own.mother, `${path}/${second!.id}`);
  });
});

test('a page for the press, as each parent finds it, and a photograph that waits', async () => {
  const own = await settle(await cameraPhotograph({ width: 480, height: 360, orientation: 1 }));
  const { memorial, photographId, wrens, home } = own;
  await own.site.opened(memorial);
  const shown = { title: 'A year of you', audience: 'everyone', photographs: [photographId] } as const;
  const letter = await own.site.letter(memorial, wrens.mother, shown);
  const photographs = `${home}/press/photographs`;
  const one = `${photographs}/${letter.id}/${photographId}`;
  const look = (name: string, path: string, as: Visitor, form?: Record<string, string>) =>
    screen(own.site, name, path, { as, ...(form && { form }) }, form ? 422 : 200);
  await look('press-new', `${home}/press`, wrens.mother);
  await keepPress(own.site, memorial, wrens.mother, { uses: 'Our words, exactly.' });
  const of = { memorialId: memorial.id, tributeId: letter.id, photographId };
  await release(own.site, of, wrens.mother, 'as it was taken');
  const others = { uses: 'Others.', credit: '', contact: '', terms: '', shown: 'yes', revision: '0' };
  await look('press-changed-since', `${home}/press`, wrens.father, others);
  await look('press-photographs-of-another', photographs, wrens.father);
  await look('press-release-of-another', one, wrens.father);
  await own.site.opened(memorial, 'wren', {}, 'link');
  await look('press-of-a-narrower-page', `${home}/press`, wrens.mother);
  await look('press-photographs-that-wait', photographs, wrens.mother);
  await look('press-release-that-waits', one, wrens.mother);
});

test('a cover over what a keeper wrote, as each of the family finds it', async () => {
  const own = await settle(await cameraPhotograph({ width: 480, height: 360, orientation: 1 }));
  const { memorial, aunt, mother: parent, wrens, familyId, home } = own;
  const { id: photographId } = await own.site.photograph(
    familyId,
    aunt,
    await cameraPhotograph({ width: 360, height: 480, orientation: 1 }),
  );
  await own.site.opened(memorial);
  const piece = await own.site.letter(memorial, aunt, {
    title: 'In the hospital',
    text: 'She was warm.\n\nThe blanket was the one I had made.',
    audience: 'everyone',
    photographs: [photographId],
  });
  const cover = `/home/tributes/${piece.id}/cover`;
  const look = (name: string, path: string, as: Visitor, form?: Record<string, string>) =>
    screen(own.site, name, path, { as, ...(form && { form }) }, form ? 422 : 200);
  await look('cover-none', cover, parent);
  await look('cover-none-single', `${cover}/${photographId}`, parent);
  for (const path of [cover, `${cover}/${photographId}`])
    await own.site.request(path, {
      as: parent,
      form: { words: 'Her hands, as they were. Slowly.', seen: '' },
    });
  await look('cover-told-at-home', '/home', aunt);
  await look('cover-lies', cover, parent);
  await look('cover-lies-single', `${cover}/${photographId}`, wrens.father);
  await look('cover-in-the-meantime', cover, wrens.father, { words: 'Mine, from before.', seen: '' });
  await look('cover-beneath-the-memory', home, parent);
  await look('cover-beneath-ones-own', home, aunt);
  await look('cover-for-readers', '/wren/in-the-hospital', own.site.stranger());
  await look('cover-before-publishing', `${own.keepersLetter}/approval`, parent);
  await own.site.request(`${cover}?_method=delete`, { as: wrens.father, form: {} });
  await look('cover-off', cover, parent);
});

describe('a quotation', () => {
  const path = '/check-here/words/check';
  beforeAll(async () => {
    const { mother: parent, memorial } = await site.family(
      { ...nora, email: 'nuria@third.example' },
      { ...nora, email: 'emil@third.example' },
    );
    await site.opened(memorial, 'check-here');
    const written = 'I have learned to say your name in shops.\n\nThe ground held, and so did I.';
    const letter = await site.letter(memorial, parent, {
      title: 'A year of you',
      text: written,
      audience: 'everyone',
    });
    const arabic = 'تعلّمتُ أن أقول اسمكِ في المتاجر.\n\nثبتت الأرض، وثبتُّ أنا.';
    await translated(site, letter, parent, { title: 'عام منكِ', text: arabic, translator: 'Salma Nour' });
    await site.letter(memorial, parent, {
      title: '',
      text: 'The hat is blue, and it is yours.',
      audience: 'everyone',
    });
  });
  const article =
    'The mother published a letter. “I have learned to say your name in stores,” she writes. “The hat is blue, and it is yours.”';

  test.each([
    ['of-a-translation', 'تعلّمتُ أن أقول اسمك في المتاجر', {}, 'check.translation.title'],
    ['of-a-translation-changed', 'تعلّمتُ أن أقول اسمك في البيوت', {}, 'check.altered.title'],
    ['of-an-article', article, { from: 'https://paper.example/story' }, 'check.altered.title'],
    ['of-two-pieces', 'The ground held, and so did I. The hat is blue.', {}, 'check.stitched.title'],
    [
      'in-no-language-of-theirs',
      'Ich habe gelernt, deinen Namen in Geschäften zu sagen.',
      {},
      'check.unapproved',
    ],
    ['of-one-word', 'hat', {}, 'check.too-short'],
  ])('%s', async (name, text, more, says) => {
    for (const language of ['', '/ar']) {
      const shown = `check-${name}${language.replace('/', '-')}`;
      const page = await screen(site, shown, language + path, { form: { text, ...more } });
      expect(page).toContain(sayIn(language ? 'ar' : 'en')(says, { language: '' }).slice(0, 20));
    }
  });

  test('nothing typed, and more than can be taken', async () => {
    await screen(site, 'check-nothing', path, { form: { text: ' ' } }, 422);
    await screen(site, 'check-too-long', `/ar${path}`, { form: { text: 'N'.repeat(50_001) } }, 422);
  });
});
