import { expect, test } from 'vitest';
import { ines } from '#test/cast.ts';
import { takingRoutes } from '#test/settled.ts';
import { world } from '#test/world.ts';

test('nobody can change, take back, throw away or erase what another one wrote, by any form there is', async () => {
  const site = await world();
  const { id, mother, father, memorial } = await site.family();
  const aunt = await site.joins(id, 'keeper', ines);
  await site.opened(memorial);
  const letters = await Promise.all(
    (['only-me', 'only-us', 'everyone'] as const).map((audience) =>
      site.letter(memorial, father, { title: `For ${audience}`, audience }),
    ),
  );
  letters.push(await site.letter(memorial, father, { published: false }));
  // Each parent asks for translations of what they may read, and chooses passages of it for quoting: none of the
  // other's words change by that.
  const routes = takingRoutes(site).filter(
    ({ path }) => /^\/home\/(?:tributes|kept)\/:id/.test(path) && !/\/(?:translations|quotations)/.test(path),
  );
  expect(routes.length).toBeGreaterThan(15);
  const before = await site.rows();
  for (const letter of letters) {
    for (const { method, path } of routes) {
      for (const visitor of [mother, aunt]) {
        const to = path.replace(':id', letter.id).replaceAll(/:\w+/g, 'x');
        const form = { text: 'Other words', title: '', revision: '1', audience: 'only-me', choice: 'use' };
        const answer = await site.request(method === 'DELETE' ? `${to}?_method=delete` : to, {
          as: visitor,
          form,
        });
        expect([method, path, answer.status]).toEqual([method, path, 404]);
      }
    }
  }
  expect(await site.rows()).toBe(before);
});
