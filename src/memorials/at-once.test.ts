import { describe, expect, test } from 'vitest';
import { setImmediate as tick } from 'node:timers/promises';
import { nora, wren } from '#test/cast.ts';
import { type Visitor, type World, world } from '#test/world.ts';
import { withdrawTribute } from '#tributes/publishing/publish.ts';

/** Sends a form whose second half arrives only after something else has happened. */
async function sendSlowly(
  site: World,
  as: Visitor,
  path: string,
  form: Record<string, string>,
  meanwhile: () => Promise<unknown>,
) {
  const whole = Buffer.from(new URLSearchParams(form).toString());
  const half = Math.floor(whole.length / 2);
  const waiting = Promise.withResolvers<void>();
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(whole.subarray(0, half));
      await waiting.promise;
      controller.enqueue(whole.subarray(half));
      controller.close();
    },
  });
  const sending = site.request(path, {
    as,
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  for (let turn = 0; turn < 20; turn++) await tick();
  await meanwhile();
  waiting.resolve();
  return sending;
}

const aboutWren = {
  called: 'Wren Lind',
  sentence: wren.sentence,
  'word-set': 'sleeping',
  drawing: 'twig',
  palette: 'moss',
};

describe('two parents at the same time', () => {
  test('a page that one closes is not opened again by what the other was keeping about the child', async () => {
    const site = await world();
    const { mother, father, memorial } = await site.family();
    await site.opened(memorial);
    const home = `/home/memorials/${memorial.id}`;
    const answer = await sendSlowly(site, mother, `${home}/child`, aboutWren, () =>
      site.request(`${home}/opening?_method=delete`, { as: father, form: {} }),
    );
    expect(answer.status).toBe(303);
    expect(await site.memorialNow(memorial)).toMatchObject({
      audience: 'only-us',
      called: 'Wren Lind',
      palette: 'moss',
    });
    expect((await site.request('/wren')).status).toBe(404);
  });

  test('a day that one adds is not lost under a name that the other changes', async () => {
    const site = await world();
    const { mother, father, memorial } = await site.family();
    const home = `/home/memorials/${memorial.id}`;
    const day = {
      'day-born-year': wren.born.year,
      'day-born-month': wren.born.month,
      'day-born-day': wren.born.day,
      'day-born-words': wren.bornWords,
    };
    await sendSlowly(site, mother, `${home}/start/name`, { called: 'Wren Lind' }, () =>
      site.request(`${home}/start/day`, { as: father, form: day }),
    );
    expect(await site.memorialNow(memorial)).toMatchObject({
      called: 'Wren Lind',
      days: [{ kind: 'born', date: { year: 2023, month: 2, day: 14 }, words: wren.bornWords }],
    });
  });

  test('a name that one changes is not lost under the other’s opening or closing', async () => {
    const site = await world();
    const { mother, father, memorial } = await site.family();
    const home = `/home/memorials/${memorial.id}`;
    const rename = (called: string) => () =>
      site.request(`${home}/start/name`, { as: father, form: { called } });
    await sendSlowly(
      site,
      mother,
      `${home}/opening`,
      { audience: 'everyone', address: 'wren', 'shows-name': 'yes' },
      rename('Wren Lind'),
    );
    expect(await site.memorialNow(memorial)).toMatchObject({ audience: 'everyone', called: 'Wren Lind' });
  });

  test('a letter on its way to everyone does not slip past a page that is closed meanwhile', async () => {
    const site = await world();
    const { id, mother, father, memorial } = await site.family();
    await site.opened(memorial);
    const picture = await site.photograph(id, mother, 'a picture');
    const letter = await site.letter(memorial, mother, { published: false, photographs: [picture.id] });
    const path = `/home/tributes/${letter.id}/publication`;
    const answer = await sendSlowly(site, mother, path, { audience: 'everyone', revision: '1' }, () =>
      site.request(`/home/memorials/${memorial.id}/opening?_method=delete`, { as: father, form: {} }),
    );
    expect(answer.status).toBe(422);
    expect(await site.memorialNow(memorial)).toMatchObject({ audience: 'only-us' });
    const uses = await site.database.reader
      .selectFrom('picture_use')
      .select(['audience', 'within'])
      .execute();
    expect(uses.filter(({ within }) => within === 'everyone')).toEqual([]);
    expect(await site.tributeNow(letter)).toMatchObject({ publishedAt: undefined, version: 0 });
  });

  test('a letter that is changed in one tab and taken back in another keeps its count of saves and its versions', async () => {
    const site = await world();
    const { mother, memorial } = await site.family({ ...nora });
    const letter = await site.letter(memorial, mother, { text: 'first' });
    const path = `/home/tributes/${letter.id}`;
    await site.request(`${path}/draft`, {
      as: mother,
      form: { title: '', text: 'second', revision: String(letter.revision) },
    });
    await site.request(`${path}/publication`, {
      as: mother,
      form: { audience: 'only-us', revision: String(letter.revision + 1) },
    });
    // What the other tab knew of the letter is older than this.
    await site.database.write((tx) => withdrawTribute(tx, letter, site.clock.now()));
    const now = await site.tributeNow(letter);
    expect([now.version, now.revision]).toEqual([2, letter.revision + 2]);
    const again = await site.request(`${path}/publication`, {
      as: mother,
      form: { audience: 'only-us', revision: String(now.revision) },
    });
    expect(again.location).toBe(`${path}/published`);
  });
});
