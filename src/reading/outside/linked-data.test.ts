import { expand } from 'jsonld';
import openGraph from 'open-graph-scraper';
import { expect, test } from 'vitest';
import { letter } from '#test/cast.ts';
import { world } from '#test/world.ts';
import type { Words } from '#tributes/tribute.ts';

const evil = '</script><script>alert(1)</script><!-- \u2028 & "';

test('a parser of JSON-LD reads what a piece is, whose and when, with its exact words', async () => {
  const { site, sha256 } = await published({ title: evil });
  const [work] = await readBy(site, await addressOf(site));
  expect(work).toMatchObject({
    '@type': ['https://schema.org/CreativeWork'],
    'https://schema.org/name': [{ '@value': evil }],
    'https://schema.org/inLanguage': [{ '@value': 'en' }],
    'https://schema.org/datePublished': [{ '@value': '2024-02-14T10:00:00.000Z' }],
    'https://schema.org/author': [
      {
        '@type': ['https://schema.org/Person'],
        'https://schema.org/name': [{ '@value': 'Nora Lind' }],
      },
    ],
    'https://schema.org/isPartOf': [
      {
        '@type': ['https://schema.org/CollectionPage'],
        'https://schema.org/name': [{ '@value': 'Wren' }],
      },
    ],
    'https://schema.org/encoding': [
      {
        'https://schema.org/sha256': [{ '@value': sha256 }],
        'https://schema.org/encodingFormat': [{ '@value': 'text/plain' }],
      },
    ],
  });
});

test('a parser of OpenGraph reads the same, and when', async () => {
  const { site } = await published({ title: 'A year of you' });
  const { text: html } = await site.request('/wren/a-year-of-you');
  const { result } = await openGraph({ html });
  expect(result).toMatchObject({
    ogTitle: 'A year of you',
    ogType: 'article',
    ogUrl: `${site.url}/wren/a-year-of-you`,
    ogLocale: 'en_GB',
    articlePublishedTime: '2024-02-14T10:00:00.000Z',
    jsonLD: [expect.objectContaining({ '@type': 'CreativeWork', name: 'A year of you' })],
  });
});

test('of what is covered machines read the cover alone', async () => {
  const { site } = await published({ title: 'A year of you', words: { cover: 'About the hospital.' } });
  const [work] = await readBy(site, '/wren/a-year-of-you');
  expect(work).toMatchObject({ 'https://schema.org/description': [{ '@value': 'About the hospital.' }] });
  expect(work).not.toHaveProperty(['https://schema.org/encoding']);
  expect(JSON.stringify(work)).not.toContain('your name in shops');
});

test('where a family keeps search engines away there is none, and none in private', async () => {
  const { site, mother } = await published({ title: 'A year of you' }, false);
  for (const path of [
    '/wren',
    '/wren/a-year-of-you',
    '/with/wren/a-year-of-you',
    '/wren/words/a-year-of-you',
  ])
    expect([path, (await site.request(path, { as: mother })).text.includes('ld+json')]).toEqual([
      path,
      false,
    ]);
});

async function addressOf(site: Awaited<ReturnType<typeof world>>): Promise<string> {
  const row = await site.database.reader.selectFrom('tribute').select('address').executeTakeFirstOrThrow();
  return `/wren/${row.address}`;
}

/** What a page says to machines, as the parser has it; the vocabulary is the one that the page names. */
async function readBy(site: Awaited<ReturnType<typeof world>>, path: string) {
  const { text } = await site.request(path);
  const found = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(found).toHaveLength(1);
  return expand(JSON.parse(found[0]![1]!) as object, {
    documentLoader: (url) => {
      expect(url).toBe('https://schema.org');
      const document = { '@context': { '@vocab': 'https://schema.org/' } };
      return Promise.resolve({ contextUrl: null, document, documentUrl: url });
    },
  });
}

async function published(words: { title: string; words?: Partial<Words> }, indexed = true) {
  const site = await world();
  const { mother, memorial } = await site.family();
  await site.opened(memorial);
  await site.database.write((tx) =>
    tx
      .updateTable('memorial')
      .set({ indexed: indexed ? 1 : 0 })
      .execute(),
  );
  const tribute = await site.letter(memorial, mother, { text: letter.text, ...words, audience: 'everyone' });
  const { sha256 } = await site.database.reader
    .selectFrom('tribute_version')
    .select('sha256')
    .where('tribute_id', '=', tribute.id)
    .executeTakeFirstOrThrow();
  return { site, mother, sha256 };
}
