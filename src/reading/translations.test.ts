import type { KyselyPlugin } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveMemorial } from '#memorials/memorials.ts';
import { stand } from '#memorials/rest.ts';
import { deviceOf } from '#people/devices/device.ts';
import { allRoutes } from '#routes.ts';
import { eachDatabase } from '#test/databases.ts';
import { decoded, tagsIn } from '#test/html.ts';
import { translated } from '#test/translated.ts';
import { type Answer, type Family, type Visitor, type World, world } from '#test/world.ts';
import { binTribute } from '#tributes/bin/bin.ts';
import { saveDraft } from '#tributes/writing/drafts.ts';
import { publishTribute, withdrawTribute } from '#tributes/publishing/publish.ts';
import type { Tribute, Words } from '#tributes/tribute.ts';
import { findVersion } from '#tributes/versions/versions.ts';
import { withdrawTranslation } from '#translations/approve-translation.ts';
import { listTranslations } from '#translations/translations.ts';

const arabic = { title: 'إليكِ', text: 'عزيزتي رين\n\nتساقط الثلج اليوم' };
const turkish = {
  language: 'tr',
  translator: 'Kerem',
  title: 'Sana',
  text: 'Sevgili Wren\n\nBugün kar yağdı',
};

let site: World;
let family: Family;
let letter: Tribute;
let path: string;
beforeEach(async () => {
  site = await world();
  family = await site.family();
  await site.opened(family.memorial);
  letter = await site.letter(family.memorial, family.mother, {
    title: 'To you',
    text: 'Dear Wren\n\nIt snowed today',
    audience: 'everyone',
  });
  path = `/${letter.address}`;
  await translated(site, letter, family.mother, arabic);
  await translated(site, letter, family.mother, turkish);
});

/** What the words of a page are: their language, direction and exact text. */
function wordsOf({ text }: Answer): { lang: string | undefined; dir: string | undefined; text: string }[] {
  return text
    .split('<div class="words"')
    .slice(1)
    .map((part) => {
      const [tag] = tagsIn(`<div class="words"${part.slice(0, part.indexOf('>') + 1)}`);
      const inner = part.slice(part.indexOf('>') + 1, part.indexOf('</div>'));
      return {
        lang: tag?.attributes['lang'],
        dir: tag?.attributes['dir'],
        text: decoded(inner.replaceAll(/<figure.*?<\/figure>/gs, '').replaceAll(/<[^>]+>/g, '')),
      };
    });
}

/** What stands beside each other, two by two. */
function pairsIn({ text }: Answer): { lang: string | undefined; dir: string | undefined; text: string }[] {
  return tagsIn(text)
    .filter(({ attributes }) => attributes['class'] === 'as-written')
    .map((tag) => ({ lang: tag.attributes['lang'], dir: tag.attributes['dir'], text: tag.text }));
}

/** The links of a page by what they lead to. */
function linksIn({ text }: Answer, base = 'https://snowdrop.example'): string[] {
  return tagsIn(text).flatMap(({ name, attributes }) =>
    name === 'a' ? [new URL(attributes['href'] ?? '', base).pathname] : [],
  );
}

function headLinks({ text }: Answer, rel: string): Record<string, string> {
  return Object.fromEntries(
    tagsIn(text)
      .filter(({ name, attributes }) => name === 'link' && attributes['rel'] === rel && !attributes['type'])
      .map(({ attributes }) => [
        attributes['hreflang'] ?? '',
        (attributes['href'] ?? '').replace('https://snowdrop.example', ''),
      ]),
  );
}

const englishWords = { lang: 'en', dir: 'ltr', text: 'Dear Wren\n\nIt snowed today' };
const arabicWords = { lang: 'ar', dir: 'rtl', text: arabic.text };
const turkishWords = { lang: 'tr', dir: 'ltr', text: turkish.text };

/** Publishes other words in the place of those that readers have. */
async function changed(there: World, tribute: Tribute, words: Partial<Words>): Promise<void> {
  const { reader, write } = there.database;
  const now = await there.tributeNow(tribute);
  const version = (await findVersion(reader, now.id, now.version))!;
  const memorial = await there.memorialNow({ id: now.memorialId });
  const draft = {
    ...version,
    id: crypto.randomUUID(),
    tributeId: now.id,
    beside: false,
    beganFrom: now.revision,
    device: deviceOf(),
    updatedAt: there.clock.now(),
    ...words,
  };
  await write(async (tx) => {
    await saveDraft(tx, draft, now.writerId);
    const as = { audience: now.audience, revision: now.revision };
    const answer = await publishTribute(tx, memorial, now, as, there.clock.now());
    if ('refused' in answer) throw new Error(answer.refused);
  });
}

describe('a tribute that was translated', () => {
  test('is read in the language of the page where that is approved, else as it was written', async () => {
    for (const [at, words, language] of [
      [`/wren${path}`, englishWords, 'en'],
      [`/ar/wren${path}`, arabicWords, 'ar'],
      [`/de/wren${path}`, englishWords, 'de, en'],
      [`/wren${path}/in/tr`, turkishWords, 'en, tr'],
      [`/ar/wren${path}/in/tr`, turkishWords, 'ar, tr'],
      [`/ar/wren${path}/in/en`, englishWords, 'ar, en'],
      [`/wren${path}/in/ar`, arabicWords, 'en, ar'],
    ] as const) {
      const answer = await site.request(at, { headers: { 'accept-language': 'tr' } });
      expect([at, answer.status, wordsOf(answer)]).toEqual([at, 200, [words]]);
      expect([at, answer.headers.get('content-language')]).toEqual([at, language]);
      expect(answer.headers.get('cache-control')).toContain('public');
      expect(answer.headers.get('vary') ?? '').not.toMatch(/language/i);
    }
    for (const none of [
      `/wren${path}/in/fr`,
      `/wren${path}/in/x`,
      `/wren${path}/beside/en`,
      `/wren${path}/beside/fr`,
      `/wren${path}/in/%E2%80%AE`,
      `/wren${path}/beside/t%20r`,
    ])
      expect([none, (await site.request(none)).status]).toEqual([none, 404]);
  });

  test('names its translator and leads to the original, to both, and to its other languages', async () => {
    const answer = await site.request(`/ar/wren${path}`);
    expect(answer.text).toContain('Defne');
    expect(answer.text).toContain('14 فبراير 2024');
    expect(answer.text).not.toContain('تغيّر الأصل');
    const links = linksIn(answer);
    for (const one of [`${path}/in/en`, `${path}/beside/ar`, `${path}/in/tr`])
      expect(links).toContain(`/ar/wren${one}`);
    const original = await site.request(`/wren${path}`);
    expect(original.text).not.toContain('Defne');
    for (const one of [`${path}/in/ar`, `${path}/in/tr`]) expect(linksIn(original)).toContain(`/wren${one}`);
    // The interface changes on every page of words, and the words stay.
    expect(linksIn(await site.request(`/wren${path}/in/tr`))).toContain(`/ar/wren${path}/in/tr`);
  });

  test('tells search engines and messengers which page is in which language', async () => {
    const alternates = {
      ...Object.fromEntries(['fr', 'es', 'de', 'ar'].map((tag) => [tag, `/${tag}/wren${path}`])),
      en: `/wren${path}`,
      tr: `/wren${path}/in/tr`,
      'x-default': `/wren${path}`,
    };
    for (const [at, canonical, locale, title] of [
      [`/wren${path}`, `/wren${path}`, 'en_GB', 'To you'],
      [`/ar/wren${path}`, `/ar/wren${path}`, 'ar_EG', arabic.title],
      [`/wren${path}/in/tr`, `/wren${path}/in/tr`, 'tr_TR', 'Sana'],
      [`/ar/wren${path}/in/tr`, `/wren${path}/in/tr`, 'tr_TR', 'Sana'],
      [`/wren${path}/in/ar`, `/ar/wren${path}`, 'ar_EG', arabic.title],
      [`/ar/wren${path}/in/en`, `/wren${path}`, 'en_GB', 'To you'],
    ] as const) {
      const answer = await site.request(at);
      expect([at, headLinks(answer, 'canonical')]).toEqual([at, { '': canonical }]);
      expect(headLinks(answer, 'alternate')).toEqual(alternates);
      const said = (property: string): string | undefined =>
        tagsIn(answer.text).find(({ attributes }) => attributes['property'] === property)?.attributes[
          'content'
        ];
      expect([at, said('og:locale'), said('og:title')]).toEqual([at, locale, title]);
      expect(said('og:url')).toBe(`https://snowdrop.example${canonical}`);
    }
  });

  test('stands beside its original, paragraph beside paragraph', async () => {
    const answer = await site.request(`/wren${path}/beside/ar`);
    expect(pairsIn(answer)).toEqual([
      { ...englishWords, text: 'To you' },
      { ...arabicWords, text: arabic.title },
      { ...englishWords, text: 'Dear Wren' },
      { ...arabicWords, text: 'عزيزتي رين' },
      { ...englishWords, text: 'It snowed today' },
      { ...arabicWords, text: 'تساقط الثلج اليوم' },
    ]);
    expect(answer.text.split('<div class="pair"')).toHaveLength(4);
    expect(answer.text).toContain('Defne');
    expect(answer.headers.get('content-language')).toBe('en, ar');
  });

  test('what stands under photographs stands beside its original too, and nothing of one that is covered', async () => {
    const { mother, memorial, id } = family;
    const [open, covered] = [
      (await site.photograph(id, mother, 'a window')).id,
      (await site.photograph(id, mother, 'a hand')).id,
    ];
    const placed = { after: 0, alternative: '' };
    const photographed = await site.letter(memorial, mother, {
      title: 'The window',
      text: 'It snowed.',
      words: {
        photographs: [
          { ...placed, photographId: open, caption: 'Ten past four' },
          { ...placed, photographId: covered, caption: 'Your hand', cover: 'When you can' },
        ],
      },
      audience: 'everyone',
    });
    await translated(site, photographed, mother, {
      ...turkish,
      around: { [`caption-${open}`]: 'Dördü on geçe', [`caption-${covered}`]: 'Elin' },
    });
    const answer = await site.request(`/wren/${photographed.address}/beside/tr`);
    expect(pairsIn(answer).slice(-2)).toEqual([
      { ...englishWords, text: 'Ten past four' },
      { lang: 'tr', dir: 'ltr', text: 'Dördü on geçe' },
    ]);
    for (const hidden of ['Your hand', 'Elin']) expect(answer.text).not.toContain(hidden);
  });

  test('a pointer to another memory says in both places what its translator said, and nothing to whoever may not see that', async () => {
    const { mother, father, memorial } = family;
    const hidden = await site.letter(memorial, mother, {
      title: 'Alone',
      text: 'Alone.',
      audience: 'only-me',
    });
    const words = {
      pointsTo: [
        { to: letter.id, words: 'the day of that letter' },
        { to: hidden.id, words: 'what I told nobody' },
      ],
    };
    const walk = await site.letter(memorial, mother, {
      title: 'The walk',
      text: 'We walked.',
      words,
      audience: 'everyone',
    });
    await translated(site, walk, mother, {
      ...arabic,
      text: 'مشينا',
      around: { [`pointer-${letter.id}`]: 'يوم تلك الرسالة' },
    });
    const read = async (at: string) => decoded((await site.request(at)).text);
    expect(await read(`/wren/${walk.address}`)).toContain('the day of that letter');
    const there = await read(`/wren/${walk.address}/in/ar`);
    expect([there.includes('يوم تلك الرسالة'), there.includes('the day of that letter')]).toEqual([
      true,
      false,
    ]);
    expect(await read(`/ar/wren${path}`)).toContain('يوم تلك الرسالة');
    expect(await read(`/wren${path}`)).toContain('the day of that letter');
    const [translation] = await listTranslations(site.database.reader, walk.id);
    const home = `/home/translations/${translation!.id}`;
    expect((await site.request(home, { as: mother })).text).toContain('what I told nobody');
    const asElias = (await site.request(home, { as: father })).text;
    expect([asElias.includes('the day of that letter'), asElias.includes('what I told nobody')]).toEqual([
      true,
      false,
    ]);
    // Said otherwise since, what was translated is no translation of it any more.
    await changed(site, walk, { pointsTo: [{ to: letter.id, words: 'the night of that letter' }] });
    for (const at of [`/wren/${walk.address}/in/ar`, `/ar/wren/${letter.address}`])
      expect(await read(at)).toContain('the night of that letter');
  });

  test('says gently that the original was changed, and shows the words that it is of beside it', async () => {
    site.clock.advance({ days: 40 });
    await changed(site, letter, { text: 'Dear Wren\n\nIt snowed all day' });
    const answer = await site.request(`/ar/wren${path}`);
    expect(wordsOf(answer)).toEqual([arabicWords]);
    expect(answer.text).toContain('تغيّر الأصل');
    expect(answer.text).toContain('14 فبراير 2024');
    expect(linksIn(answer)).toContain(`/ar/wren${path}/versions/1`);
    const beside = await site.request(`/wren${path}/beside/ar`);
    expect(pairsIn(beside)[4]).toEqual({ ...englishWords, text: 'It snowed today' });
    expect(beside.text).toContain('The original has been changed since');

    // What was approved first is cited at its own address, as it was.
    await translated(site, letter, family.mother, {
      ...arabic,
      text: 'عزيزتي رين\n\nتساقط الثلج طوال اليوم',
    });
    expect((await site.request(`/ar/wren${path}`)).text).not.toContain('تغيّر الأصل');
    const first = await site.request(`/wren${path}/in/ar/versions/1`);
    expect(wordsOf(first)).toEqual([arabicWords]);
    expect(linksIn(first)).toContain(`/wren${path}/versions/1`);
    expect(linksIn(first)).toContain(`/wren${path}/in/ar/versions/2`);
    expect((await site.request(`/wren${path}/in/ar/versions/3`)).status).toBe(404);
  });

  test('stays behind the cover that a parent laid, in the words of the family', async () => {
    const { id } = await site.photograph(family.id, family.mother, 'a picture');
    const placed = {
      photographId: id,
      after: 1,
      caption: 'Your hand',
      alternative: 'A hand',
      cover: 'His hand',
    };
    await changed(site, letter, { photographs: [placed] });
    const page = await site.request(`/ar/wren${path}`);
    const [before = ''] = page.text.split('<picture');
    expect(before.split('<details').length - before.split('</details>').length).toBe(1);
    expect(page.text).toContain('<span class="says" lang="en" dir="ltr">His hand</span>');
    expect(page.text).toContain('<figcaption lang="en" dir="ltr">Your hand</figcaption>');
    expect(page.text).not.toContain('og:image');
    // The picture stands between the same paragraphs.
    expect(page.text.indexOf('عزيزتي')).toBeLessThan(page.text.indexOf('<figure'));
    expect(page.text.lastIndexOf('تساقط')).toBeGreaterThan(page.text.indexOf('<figure'));

    await changed(site, letter, { cover: 'When you can' });
    for (const at of [`/ar/wren${path}`, '/ar/wren', `/wren${path}/in/tr`, `/wren${path}/beside/ar`]) {
      const { text } = await site.request(at);
      expect([at, text.includes('<span class="says" lang="en" dir="ltr">When you can</span>')]).toEqual([
        at,
        true,
      ]);
      const [open = ''] = text.split(/عزيزتي|Sevgili/);
      expect([at, open.split('<details').length - open.split('</details>').length]).toEqual([at, 1]);
      expect(text.match(/<meta[^>]*>/g)?.join('')).not.toMatch(/عزيزتي|Sevgili/);
    }
    for (const feed of ['/ar/wren/feed.atom', '/ar/wren/feed.json']) {
      const { text } = await site.request(feed);
      expect(text).toContain('When you can');
      expect(text).not.toContain('تساقط');
    }
    // What is written on covers and beneath photographs is translated like the words, and stays covered.
    const around = { cover: 'حين تستطيعون', [`caption-${id}`]: 'يدكِ', [`cover-${id}`]: 'يده' };
    await translated(site, letter, family.mother, { ...arabic, around });
    const whole = await site.request(`/ar/wren${path}`);
    expect(whole.text).toContain('<span class="says" lang="ar" dir="rtl">حين تستطيعون</span>');
    expect(whole.text).toContain('<span class="says" lang="ar" dir="rtl">يده</span>');
    expect(whole.text).toContain('<figcaption>يدكِ</figcaption>');
    expect(whole.text).not.toMatch(/When you can|His hand|Your hand/);
    // A caption that was changed since says in the family's language what it says now.
    await changed(site, letter, { photographs: [{ ...placed, caption: 'Your left hand' }] });
    expect((await site.request(`/ar/wren${path}`)).text).toContain(
      '<figcaption lang="en" dir="ltr">Your left hand</figcaption>',
    );
    // A cover over what was translated holds, also when the words were changed and uncovered since.
    await changed(site, letter, { cover: undefined, text: 'Dear Wren\n\nOther words' });
    expect((await site.request(`/ar/wren${path}`)).text).toContain('حين تستطيعون');
    expect((await site.request(`/wren${path}`)).text).not.toContain('When you can');
  });
});

eachDatabase('translations as readers have them', (open) => {
  test('are found by each page in one query more at most', async () => {
    const there = await world({ open });
    const { mother, memorial } = await there.family();
    await there.opened(memorial);
    const one = await there.letter(memorial, mother, { kind: 'chapter', title: 'One', audience: 'everyone' });
    const two = await there.letter(memorial, mother, {
      kind: 'chapter',
      title: 'Two',
      audience: 'everyone',
      words: { pointsTo: [{ to: one.id, words: '' }] },
    });
    const { app, count } = counted(there);
    const paths = ['/ar/wren', '/ar/wren/story', '/ar/wren/two', '/ar/wren/feed.atom', '/wren/two'];
    const ask = async () => {
      const asked: Record<string, number> = {};
      const texts: string[] = [];
      for (const at of paths) {
        const before = count();
        texts.push(await (await app.request(`${there.url}${at}`)).text());
        asked[at] = count() - before;
      }
      return { asked, texts };
    };
    const original = await ask();
    await translated(there, one, mother, { title: 'واحد', text: 'نصّ' });
    await translated(there, two, mother, { title: 'اثنان', text: 'نصّ آخر' });
    const { asked, texts } = await ask();
    // What is asked does not grow with what is translated: one query, whether there is anything or not.
    expect(asked).toEqual(original.asked);
    expect(asked['/ar/wren/two']).toBeLessThanOrEqual(8);
    expect(texts.map((text) => [text.includes('واحد'), text.includes('نصّ آخر')])).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [true, true],
      [false, false],
    ]);
    await changed(there, two, { text: 'Two, now.' });
    const [, , page = ''] = (await ask()).texts;
    expect(page).toContain('تغيّر الأصل');
  });
});

/** A site whose questions to its database are counted. */
function counted(there: World) {
  let asked = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult({ result }) {
      asked++;
      return Promise.resolve(result);
    },
  };
  const reader = there.database.reader.withPlugin(counting);
  const app = allRoutes({ ...there.site, database: { ...there.database, reader } });
  return { app, count: () => asked };
}

describe('the child’s page, the story, what leads on, and the feeds', () => {
  test('have titles and words in the language of the page', async () => {
    const chapter = await site.letter(family.memorial, family.mother, {
      kind: 'chapter',
      title: 'The morning',
      text: 'Snow',
      audience: 'everyone',
      words: { pointsTo: [{ to: letter.id, words: '' }] },
    });
    await site.letter(family.memorial, family.mother, {
      kind: 'chapter',
      title: 'The evening',
      audience: 'everyone',
    });
    await translated(site, chapter, family.mother, { title: 'الصباح', text: 'ثلج' });
    const page = await site.request('/ar/wren');
    expect(wordsOf(page)).toContainEqual(arabicWords);
    expect(page.text).toContain('الصباح');
    expect(page.text).toContain('The evening');
    expect(page.text).not.toContain('The morning');
    expect(linksIn(page)).toContain(`/ar/wren${path}/in/en`);
    expect(wordsOf(await site.request('/wren'))).toContainEqual(englishWords);
    expect(wordsOf(await site.request('/ar/wren/story'))[0]).toEqual({ lang: 'ar', dir: 'rtl', text: 'ثلج' });
    // What leads to another names it in the language of the page.
    expect((await site.request(`/ar/wren/${chapter.address}`)).text).toContain(arabic.title);
    expect((await site.request('/ar/wren/the-evening')).text).toContain('الصباح');
    expect((await site.request('/wren/the-evening')).text).toContain('The morning');
  });

  test('feeds speak the language of their address, each under an id of its own', async () => {
    const { text: atom, headers } = await site.request('/ar/wren/feed.atom');
    expect(headers.get('content-language')).toBe('ar');
    expect(atom).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">');
    expect(atom).toContain(`<id>urn:uuid:${family.memorial.id}#ar</id>`);
    expect(atom).toContain(`<id>urn:uuid:${letter.id}#ar</id>`);
    expect(atom).toContain(`<title xml:lang="ar">${arabic.title}</title>`);
    expect(atom).toContain('تساقط الثلج');
    expect(atom).toContain('Defne');
    expect(atom).toContain(`href="https://snowdrop.example/ar/wren${path}"`);
    const json = JSON.parse((await site.request('/ar/wren/feed.json')).text) as {
      language: string;
      items: unknown[];
    };
    expect(json.language).toBe('ar');
    expect(json.items[0]).toMatchObject({ title: arabic.title, language: 'ar' });
    const { text: own } = await site.request('/wren/feed.atom');
    expect(own).toContain(`<id>urn:uuid:${letter.id}</id>`);
    expect(own).not.toContain('Defne');
    expect((await site.request('/en/wren/feed.atom')).location).toBe('/wren/feed.atom');
    // The page of a language leads to its feed.
    expect((await site.request('/ar/wren')).text).toContain(
      'href="https://snowdrop.example/ar/wren/feed.atom"',
    );
  });

  test('on the page in the family’s own language, words are the family’s own', async () => {
    // The interface does not speak Portuguese, and stands around it in English.
    const memorial = await site.memorialNow(family.memorial);
    await site.database.write((tx) => saveMemorial(tx, { ...memorial, language: 'pt' }));
    await changed(site, letter, { language: 'pt', text: 'Querida Wren\n\nNevou hoje' });
    await translated(site, letter, family.mother, {
      language: 'en',
      title: 'To you',
      text: 'Dear Wren\n\nIt snowed',
    });
    expect(wordsOf(await site.request(`/wren${path}`))[0]).toMatchObject({ lang: 'pt' });
    const english = await site.request(`/wren${path}/in/en`);
    expect(wordsOf(english)[0]).toMatchObject({ lang: 'en', text: 'Dear Wren\n\nIt snowed' });
    expect(headLinks(english, 'canonical')).toEqual({ '': `/wren${path}/in/en` });
    expect(headLinks(english, 'alternate')).toMatchObject({ pt: `/wren${path}`, en: `/wren${path}/in/en` });
  });
});

describe('the others', () => {
  test('read the same in their space, and the family in theirs', async () => {
    const { mother, father, memorial } = family;
    const aunt = await site.joins(family.id, 'relative', { name: 'Liv' });
    for (const [as, base, arabicBase] of [
      [aunt, '/with/wren', '/with/ar/wren'],
      [father, '/with/wren', '/with/ar/wren'],
    ] as const) {
      expect(wordsOf(await site.request(`${arabicBase}${path}`, { as }))).toEqual([arabicWords]);
      expect(wordsOf(await site.request(`${base}${path}/in/tr`, { as }))).toEqual([turkishWords]);
      const beside = await site.request(`${base}${path}/beside/ar`, { as });
      expect([beside.headers.get('cache-control'), pairsIn(beside)[3]]).toEqual([
        'private, no-store',
        { ...arabicWords, text: 'عزيزتي رين' },
      ]);
      expect((await site.request(arabicBase, { as })).text).toContain(arabic.title);
    }
    const home = `/home/memorials/${memorial.id}`;
    expect(wordsOf(await site.request(home + path, { as: mother }))).toEqual([englishWords]);
    expect(wordsOf(await site.request(`${home}${path}/in/ar`, { as: mother }))).toEqual([arabicWords]);
    expect(pairsIn(await site.request(`${home}${path}/beside/tr`, { as: mother }))).toHaveLength(6);
    expect((await site.request(`${home}${path}/in/tr/versions/1`, { as: mother })).text).toContain('Kerem');
    await speaks(father, 'ar');
    expect(wordsOf(await site.request(home + path, { as: father }))).toEqual([arabicWords]);
    expect(wordsOf(await site.request(home, { as: father }))).toEqual([arabicWords]);
  });

  async function speaks({ id }: Visitor, language: string): Promise<void> {
    await site.database.write((tx) =>
      tx.updateTable('person').set({ language }).where('id', '=', id).execute(),
    );
  }
});

describe('a translation is gone with the words that it is of', () => {
  const canaries = /عزيزتي|تساقط|إليكِ|Sevgili|Sana|Defne|Kerem/;
  const everywhere = (): string[] => [
    ...['', '/ar', '/en', '/de'].flatMap((prefix) =>
      [
        '',
        path,
        `${path}/in/ar`,
        `${path}/in/tr`,
        `${path}/in/en`,
        `${path}/beside/ar`,
        `${path}/beside/tr`,
        `${path}/in/ar/versions/1`,
        '/feed.atom',
        '/feed.json',
        '/story',
      ].map((rest) => `${prefix}/wren${rest}`),
    ),
    ...['.json', '.txt', '.ar.txt', '.tr.txt'].map((form) => `/wren/words${path}${form}`),
  ];

  const ends: Record<string, () => Promise<unknown>> = {
    'once it is for fewer': async () => {
      const { revision } = await site.tributeNow(letter);
      const memorial = await site.memorialNow(family.memorial);
      await site.database.write(async (tx) =>
        publishTribute(
          tx,
          memorial,
          await site.tributeNow(letter),
          { audience: 'only-us', revision },
          site.clock.now(),
        ),
      );
    },
    'once it is taken back': () =>
      site.database.write(async (tx) => withdrawTribute(tx, await site.tributeNow(letter), site.clock.now())),
    'once it lies in the bin': () =>
      site.database.write(async (tx) => binTribute(tx, await site.tributeNow(letter), site.clock.now())),
    'while the page rests': async () => {
      const memorial = await site.memorialNow(family.memorial);
      await site.database.write((tx) => stand(tx, { ...memorial, restsSince: site.clock.now() }));
    },
  };

  test.each(Object.entries(ends))('%s', async (_, end) => {
    const found = [];
    const tags = new Map<string, string>();
    for (const at of everywhere()) {
      const answer = await site.request(at);
      if (canaries.test(answer.text)) found.push(at);
      tags.set(at, answer.headers.get('etag') ?? '');
    }
    expect(found.length).toBe(22);
    await end();
    // What does not exist says so in the language of its address.
    const never = async (at: string) =>
      (await site.request(at.replace('/wren', '/never-was').replace(path, '/never-was'))).text;
    for (const at of everywhere()) {
      const answer = await site.request(at, { headers: { 'if-none-match': tags.get(at) ?? '' } });
      expect([at, answer.text.match(canaries)?.[0]]).toEqual([at, undefined]);
      expect([at, answer.status]).not.toEqual([at, 304]);
      if (at.includes(path)) expect([at, answer.text]).toEqual([at, await never(at)]);
    }
  });

  test('once a parent takes it away from readers, who have the original', async () => {
    await site.database.write(async (tx) => {
      for (const one of await listTranslations(tx, letter.id))
        await withdrawTranslation(tx, one, site.clock.now());
    });
    for (const at of everywhere()) {
      const answer = await site.request(at);
      expect([at, answer.text.match(canaries)?.[0]]).toEqual([at, undefined]);
    }
    expect(wordsOf(await site.request(`/ar/wren${path}`))).toEqual([englishWords]);
    expect((await site.request(`/ar/wren${path}/in/ar`)).status).toBe(404);
  });

  test('an unchanged page is not sent again, and one in another language is another page', async () => {
    const first = await site.request(`/ar/wren${path}`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const ask = (at: string) => site.request(at, { headers: { 'if-none-match': etag } });
    expect((await ask(`/ar/wren${path}`)).status).toBe(304);
    for (const at of [`/wren${path}`, `/wren${path}/in/ar`, `/ar/wren${path}/in/en`])
      expect([at, (await ask(at)).status]).toEqual([at, 200]);
    await translated(site, letter, family.mother, { ...arabic, text: 'عزيزتي رين\n\nكلمات أخرى' });
    expect((await ask(`/ar/wren${path}`)).status).toBe(200);
  });
});
