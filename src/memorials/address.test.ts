import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interfaceLanguages, writingLanguages } from '#i18n/languages.ts';
import { addressFrom, readAddress, reservedAddresses } from '#memorials/address.ts';
import { memorialPath } from '#memorials/paths.ts';
import { anyText } from '#test/strings.ts';
import { world } from '#test/world.ts';

describe('an address made from a name', () => {
  test.each([
    ['Wren', 'wren'],
    ['  Our Little   Wren! ', 'our-little-wren'],
    ['Zoë Ågot', 'zoe-agot'],
    ['Straße', 'straße'],
    ['حبيبتي نور', 'حبيبتي-نور'],
    ['שִׁיר', 'שִׁיר'.normalize('NFC')],
    ['नूर', 'नूर'],
    ['小鳥', '小鳥'],
    ['Wren 2', 'wren-2'],
    ['../../etc/passwd', 'etc-passwd'],
    ['<script>', 'script'],
    ['%_\\', ''],
    ['----', ''],
    ['', ''],
    ['null', 'null'],
    ['\u200b\u200d', ''],
    ['\u202eWren', 'wren'],
  ])('%j is %j', (name, address) => {
    expect(addressFrom(name)).toBe(address);
  });

  test('names that only look different lead to the same address', () => {
    expect(addressFrom('Cafe\u0301')).toBe(addressFrom('Café'));
    expect(addressFrom('Å')).toBe(addressFrom('A\u030a'));
    expect(addressFrom('İLKAY')).toBe('ilkay');
    expect(addressFrom('Wren 2\u0301')).toBe('wren-2');
    expect(addressFrom('ΣΟΦΊΑ')).toBe(addressFrom('ΣΟΦΙ\u0301Α'));
    // The same letters in a form of their own: full width, mathematical, a ligature, the Kelvin sign.
    expect(['ｗｒｅｎ', '𝐰𝐫𝐞𝐧', 'ﬁnch', '\u212aim'].map(addressFrom)).toEqual([
      'wren',
      'wren',
      'finch',
      'kim',
    ]);
  });

  test.each(['wr\u0435n', 'b\u0430\u0431y', 'w\u03b1ren', 'little-wr\u0435n', '\u0430\u03b1', 'wren\u0561'])(
    '%s mixes letters of two scripts that look alike, and is refused',
    (typed) => {
      expect(readAddress(typed)).toEqual({ refused: 'error.address-mixed' });
    },
  );

  test.each([
    'wren',
    'анна',
    'anna-мария',
    'σοφία',
    'sakura-さくら',
    'tokyo東京',
    '소라a',
    'نور-2',
    'wren2',
    'नूर',
  ])('%s is whole', (typed) => {
    expect(readAddress(typed)).toEqual({ address: typed });
  });

  test('a heart and nothing else is no address: a mark alone can neither be read nor typed', () => {
    expect(addressFrom('❤\ufe0f')).toBe('');
    expect(addressFrom('\u0301\u0301')).toBe('');
    expect(addressFrom('❤\ufe0f Wren')).toBe('wren');
  });

  test('two hundred marks on a letter stay an address of sixty', () => {
    expect(addressFrom(`W${'\u0301'.repeat(200)}ren`)).toBe('wren');
    expect(addressFrom(`ن${'\u064e'.repeat(200)}`).length).toBeLessThanOrEqual(60);
  });

  test('a name in a script beyond the first plane is never cut through a letter', () => {
    const address = addressFrom(`a${'𞤢'.repeat(60)}`);
    expect(address.isWellFormed()).toBe(true);
    expect(memorialPath({ address, language: 'en' })).toMatch(/^\/a%F0/);
  });

  test('any name makes a whole, stable, typable address, or none', () => {
    fc.assert(
      fc.property(anyText(80), (name) => {
        const address = addressFrom(name);
        expect(address.isWellFormed()).toBe(true);
        expect(addressFrom(address)).toBe(address);
        expect(addressFrom(name.normalize('NFC'))).toBe(addressFrom(name.normalize('NFD')));
        expect(address).not.toMatch(/^-|-$|--|[\s/\\?#%.:@]/);
        if (address !== '')
          expect(
            decodeURIComponent(new URL(`https://a.example/${encodeURIComponent(address)}`).pathname),
          ).toBe(`/${address}`);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an address that was changed', () => {
  test('leads for ever to the new one, in every language, from every page and feed, and back again', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.letter(memorial, mother, { title: 'A year of you', audience: 'everyone' });
    const opening = `/home/memorials/${memorial.id}/opening`;
    const name = (address: string) =>
      site.request(opening, { as: mother, form: { audience: 'everyone', address, 'shows-name': 'yes' } });
    const places = ['', '/a-year-of-you', '/feed.atom', '/feed.json'];
    const leads = async (from: string, to: string) => {
      for (const place of places) {
        for (const prefix of place.startsWith('/feed') ? [''] : ['', '/ar']) {
          const [old, now] = [
            await site.request(`${prefix}/${from}${place}`),
            await site.request(`${prefix}/${to}${place}`),
          ];
          expect([old.status, old.location]).toEqual([301, `${prefix}/${to}${place}`]);
          // A browser that kept the old way for ever would go in circles once the name comes back.
          expect(old.headers.get('cache-control')).toContain('max-age=0, must-revalidate');
          expect([place, now.status]).toEqual([place, 200]);
        }
      }
    };
    await name('wren');
    await name('our-wren');
    await leads('wren', 'our-wren');
    await name('wren-lind');
    await leads('wren', 'wren-lind');
    await leads('our-wren', 'wren-lind');
    await name('wren');
    await leads('our-wren', 'wren');
    expect((await site.request('/en/our-wren')).location).toBe('/wren');
    await site.request(`${opening}?_method=delete`, { as: mother, form: {} });
    for (const old of ['/our-wren', '/wren', '/ar/our-wren/a-year-of-you', '/our-wren/feed.atom'])
      expect((await site.request(old)).status).toBe(404);
  });
});

describe('what a family may not take', () => {
  test.each([...reservedAddresses].filter((word) => !word.includes('.')))('%s', (word) => {
    expect(readAddress(word)).toEqual({ refused: 'error.address-reserved' });
    expect(readAddress(word.toUpperCase())).toEqual({ refused: 'error.address-reserved' });
    expect(readAddress(` ${word}! `)).toEqual({ refused: 'error.address-reserved' });
  });

  test('every language a page can be in, and those of a country', () => {
    for (const tag of [...interfaceLanguages, ...writingLanguages])
      expect(readAddress(tag)).toHaveProperty('refused');
    expect(readAddress('pt-BR')).toHaveProperty('refused');
    expect(readAddress('ＡＲ')).toHaveProperty('refused');
  });

  test('an empty one', () => {
    expect(readAddress(' ❤️ ')).toEqual({ refused: 'error.address-empty' });
  });

  test('the first segment of every route of the site', async () => {
    const { app } = await world();
    const firsts = new Set(
      app.routes
        .map(({ path }) => path.split('/')[1] ?? '')
        .filter((one) => one !== '' && !/^[:*]/.test(one)),
    );
    expect(firsts.size).toBeGreaterThan(8);
    expect([...firsts].filter((one) => !reservedAddresses.has(one))).toEqual([]);
  });
});
