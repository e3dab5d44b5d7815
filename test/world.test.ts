import { expect, test } from 'vitest';
import { nora } from '#test/cast.ts';
import { scenario } from '#test/scenario.ts';
import { world } from '#test/world.ts';

test('a family signed in sees its child’s page, and a stranger is asked to sign in', async () => {
  const site = await world();
  const { mother, memorial } = await site.family();
  await scenario(site, {
    as: mother,
    get: `/home/memorials/${memorial.id}`,
    expect: { status: 200, contains: ['Wren'] },
  });
  await scenario(site, {
    get: `/home/memorials/${memorial.id}`,
    expect: { status: 303, location: /^\/sign-in\?to=/ },
  });
});

test('the clock stands still until it is moved, and mails are kept', async () => {
  const site = await world();
  await site.family();
  const before = site.clock.now();
  await site.request('/sign-in', { form: { email: nora.email } });
  expect(await site.mails()).toMatchObject([{ to: nora.email, subject: 'Sign in to Snowdrop' }]);
  expect(site.clock.now()).toBe(before);
  site.clock.advance({ days: 1 });
  expect(Temporal.Instant.from(before).until(site.clock.now()).total('hours')).toBe(24);
});
