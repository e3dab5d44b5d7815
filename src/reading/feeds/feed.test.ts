import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { letter } from '#test/cast.ts';
import { decoded } from '#test/html.ts';
import { readXml as read } from '#test/xml.ts';
import { anyText } from '#test/strings.ts';
import { world } from '#test/world.ts';
import { beginningOf } from '#lib/beginning.ts';
import { exactText } from '#lib/exact-text.ts';
import { firstWords } from '#lib/beginning.ts';
import { countWork } from '#test/worked.ts';

describe('the feed', () => {
  test('says what everybody may read, newest first, with the words exactly', async () => {
    const site = await world();
    const { id, mother, memorial } = await site.family();
    await site.opened(memorial);
    const picture = await site.photograph(id, mother, 'a picture');
    await site.letter(memorial, mother, { title: 'First', text: 'one', audience: 'everyone' });
    site.clock.advance({ days: 1 });
    const second = await site.letter(memorial, mother, {
      ...letter,
      audience: 'everyone',
      photographs: [picture.id],
      memory: { year: 2023 },
    });
    const { text: feed, headers } = await site.request('/wren/feed.atom');
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const said = read(feed);
    const all = (path: string) => said.filter(([at]) => at === path).map(([, text]) => text);
    expect(all('feed/id')).toEqual([`urn:uuid:${memorial.id}`]);
    expect(all('feed/title')).toEqual(['Wren']);
    expect(all('feed/updated')).toEqual(['2024-02-15T10:00:00.000Z']);
    expect(all('feed/entry/title')).toEqual([letter.title, 'First']);
    expect(all('feed/entry/id')[0]).toBe(`urn:uuid:${second.id}`);
    expect(all('feed/entry/published')).toEqual(['2024-02-15T10:00:00.000Z', '2024-02-14T10:00:00.000Z']);
    expect(all('feed/entry/author/name')[0]).toBe('Nora Lind');
    const [content = ''] = all('feed/entry/content');
    const words = content.replaceAll(/<figure>.*?<\/figure>/gs, '').replaceAll(/<[^>]+>/g, '');
    expect(decoded(words)).toBe(letter.text);
    expect(content).toContain('src="https://snowdrop.example/pictures/');
    expect(content).not.toMatch(/(?:src|href|srcset)="(?!https:\/\/snowdrop\.example\/)/);
    const [, path = ''] = /src="https:\/\/snowdrop\.example(\/pictures\/[^"]+)"/.exec(content) ?? [];
    // Somebody's reader of feeds may be a page of another site.
    const shown = (await site.request(path)).headers;
    expect(shown.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('keeps each line and its spaces where a reader knows no styles', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    await site.letter(memorial, mother, { text: 'Snow,\n  and <snow>,\n\nsnow.', audience: 'everyone' });
    const [content = ''] = read((await site.request('/wren/feed.atom')).text).flatMap(([at, said]) =>
      at === 'feed/entry/content' ? [said] : [],
    );
    expect(content).toContain(
      '<span class="line">Snow,</span><br/>\n<span class="line" style="white-space: pre-wrap">  and &lt;snow&gt;,</span></p>',
    );
    expect(content.match(/<br\/>/g)).toHaveLength(1);
  });

  test('holds a long letter whole, and of one without end the beginning and the way to it', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    const long = 'It snowed & snowed.\n'.repeat(1900);
    await site.letter(memorial, mother, { title: 'Long', text: long, audience: 'everyone' });
    const endless = `Dear Wren\n\n${'<'.repeat(1_900_000)}`;
    for (let at = 0; at < 3; at++)
      await site.letter(memorial, mother, { title: `Endless ${at}`, text: endless, audience: 'everyone' });
    const worked = countWork();
    const { text: feed } = await site.request('/wren/feed.atom');
    expect(worked()).toBeLessThan(1500);
    expect(feed.length).toBeLessThan(500_000);
    const contents = read(feed).flatMap(([at, said]) => (at === 'feed/entry/content' ? [said] : []));
    expect(contents.filter((one) => one.includes('Read the whole letter'))).toHaveLength(3);
    expect(contents.map((one) => decoded(one.replaceAll(/<[^>]+>/g, '')))).toContain(long);
    const json = JSON.parse((await site.request('/wren/feed.json')).text) as {
      items: { content_html: string }[];
    };
    expect(json.items[0]?.content_html).toContain('<a href="https://snowdrop.example/wren/endless-2">');
  });

  test('is well-formed whatever stands in it, and loses nothing that XML can hold', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    await site.letter(memorial, mother, { audience: 'everyone' });
    const holdable = (text: string) =>
      // eslint-disable-next-line no-control-regex -- what XML cannot hold
      text.replaceAll(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
    await fc.assert(
      fc.asyncProperty(anyText(), anyText(10), async (typed, title) => {
        const text = exactText(typed);
        await site.database.write(async (tx) => {
          await tx.updateTable('tribute_version').set({ text, title }).execute();
          await tx.updateTable('memorial').set({ called: title, sentence: text }).execute();
        });
        const { text: feed } = await site.request('/wren/feed.atom');
        const content = read(feed).find(([at]) => at === 'feed/entry/content')?.[1] ?? '';
        expect(decoded(content.replaceAll(/<[^>]+>/g, ''))).toBe(holdable(text));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the JSON feed', () => {
  const instant = z.iso.datetime();
  const https = z.url().startsWith('https://snowdrop.example/');
  /** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), as far as it is used here. */
  const shape = z.strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string().min(1),
    home_page_url: https,
    feed_url: https,
    description: z.string().min(1).optional(),
    language: z.string(),
    items: z.array(
      z.strictObject({
        id: z.templateLiteral(['urn:uuid:', z.uuid()]),
        url: https,
        title: z.string().min(1),
        content_html: z.string().min(1),
        image: https.optional(),
        date_published: instant,
        date_modified: instant,
        authors: z.array(z.strictObject({ name: z.string().min(1) })).length(1),
        language: z.string(),
      }),
    ),
  });

  test('says the same as the Atom feed, in the shape of JSON Feed 1.1', async () => {
    const site = await world();
    const { id, mother, memorial } = await site.family();
    await site.opened(memorial);
    const picture = await site.photograph(id, mother, 'a picture');
    const whole = await site.letter(memorial, mother, {
      ...letter,
      audience: 'everyone',
      photographs: [picture.id],
    });
    const { text, headers } = await site.request('/wren/feed.json');
    expect(headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = shape.parse(JSON.parse(text));
    expect(feed).toMatchObject({ title: 'Wren', feed_url: 'https://snowdrop.example/wren/feed.json' });
    const [item] = feed.items;
    expect(item).toMatchObject({ id: `urn:uuid:${whole.id}`, title: letter.title, language: 'en' });
    expect(item?.image).toMatch(/\/pictures\/[^/]+\/480\.jpeg$/);
    expect(decoded(item?.content_html.replaceAll(/<[^>]+>/g, '') ?? '')).toBe(letter.text);
    const atom = read((await site.request('/wren/feed.atom')).text);
    expect(atom.find(([at]) => at === 'feed/entry/content')?.[1]).toBe(item?.content_html);
    const page = (await site.request('/wren')).text;
    for (const path of ['/wren/feed.atom', '/wren/feed.json'])
      expect(page).toContain(`href="https://snowdrop.example${path}" title="Wren"`);
    // Readers who follow a link need one; programs find both.
    expect(page).toContain('<a href="/wren/feed.atom">');
  });

  test('holds the fifty newest published, whatever they are of', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    for (let at = 0; at < 53; at++) {
      site.clock.advance({ minutes: 1 });
      await site.letter(memorial, mother, {
        title: `${at}`,
        audience: 'everyone',
        memory: { year: 2000 - at },
      });
    }
    const { items } = shape.parse(JSON.parse((await site.request('/wren/feed.json')).text));
    expect(items.map(({ title }) => title)).toEqual(Array.from({ length: 50 }, (_, at) => `${52 - at}`));
  });

  test('has the cover of what is covered, and not what is beneath it', async () => {
    const site = await world();
    const { id, mother, memorial } = await site.family();
    await site.opened(memorial);
    const picture = await site.photograph(id, mother, 'a picture');
    const covered = await site.letter(memorial, mother, {
      text: 'beneath',
      audience: 'everyone',
      photographs: [picture.id],
    });
    const shown = async () => {
      const answers = [await site.request('/wren/feed.json'), await site.request('/wren/feed.atom')];
      return answers.map(({ text }) => text);
    };
    await site.database.write((tx) =>
      tx.updateTable('tribute_version').set({ cover: 'When you are ready.' }).execute(),
    );
    for (const feed of await shown()) {
      expect(feed).toContain('When you are ready.');
      expect(feed).toContain(`/wren/${covered.address}`);
      expect(feed).not.toMatch(/beneath|pictures/);
    }
    const placed = {
      photographId: picture.id,
      after: 0,
      caption: 'the hidden one',
      alternative: '',
      cover: '',
    };
    await site.database.write((tx) =>
      tx
        .updateTable('tribute_version')
        .set({ cover: null, photographs: JSON.stringify([placed]) })
        .execute(),
    );
    for (const feed of await shown()) {
      expect(feed).toContain('beneath');
      expect(feed).toContain('The family has laid a cover over this.');
      expect(feed).not.toMatch(/the hidden one|pictures/);
    }
  });
});

describe('the beginning of a text', () => {
  test.each([
    ['', ''],
    ['  one\n\ntwo\t three ', 'one two three'],
    ['word '.repeat(50), `${'word '.repeat(39)}word …`],
  ])('%j', (text, beginning) => {
    expect(firstWords(text)).toBe(beginning);
  });

  test('is never cut through a character, in whatever script', () => {
    for (const one of ['𞤢', '👩‍👩‍👧', '小', '🏳️‍🌈', 'e\u0301']) {
      for (let shift = 0; shift < 8; shift++) {
        for (const long of [60, 200]) {
          const beginning = beginningOf(`${'x'.repeat(shift)}${one.repeat(300)}`, long);
          expect(beginning.isWellFormed()).toBe(true);
          expect(beginning).toMatch(new RegExp(`^x{${shift}}(?:${one})+ …$`, 'u'));
          expect(beginning.length).toBeLessThanOrEqual(long + 2);
        }
      }
    }
  });
});
