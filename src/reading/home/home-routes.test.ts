import { expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { ines } from '#test/cast.ts';
import { tagsIn } from '#test/html.ts';
import { world } from '#test/world.ts';

test('everything that the page of a child offers to somebody who keeps it is theirs to do', async () => {
  const site = await world();
  const { id, mother, memorial } = await site.family();
  const aunt = await site.joins(id, 'keeper', ines);
  await site.opened(memorial);
  await site.letter(memorial, mother, { title: 'A year of you', audience: 'everyone' });
  await site.letter(memorial, aunt, { title: 'From your aunt' });
  for (const visitor of [mother, aunt]) {
    const { text } = await site.request(`/home/memorials/${memorial.id}`, { as: visitor });
    const links = tagsIn(text).flatMap(({ name, attributes: { href } }) =>
      name === 'a' && href?.startsWith('/') ? [href] : [],
    );
    for (const link of links)
      expect([link, (await site.request(link, { as: visitor })).status]).toEqual([link, 200]);
    expect(text.includes(sayIn('en')('tools.open'))).toBe(visitor === mother);
  }
});
