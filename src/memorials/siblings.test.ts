import { describe, expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { saveMemorial } from '#memorials/memorials.ts';
import { atChildForm, everything } from '#test/child-form.ts';
import { errorAt } from '#test/html.ts';

const say = sayIn('en');

describe('sisters and brothers', () => {
  async function withJuno() {
    const story = await atChildForm();
    const { site, mother } = story;
    const begun = await site.request('/home/memorials', { as: mother, form: {} });
    const id = /memorials\/([^/]+)/.exec(begun.location ?? '')![1]!;
    const juno = { ...(await site.memorialNow({ id })), called: 'zanzibar' };
    await site.database.write((tx) => saveMemorial(tx, juno));
    await story.send('/opening', { audience: 'everyone', address: 'wren', ...everything });
    return { ...story, juno };
  }

  test('a page of their own is linked for those who may see it, and for nobody else', async () => {
    const { site, keep, juno, father, home } = await withJuno();
    await keep({ 'sibling-new-a-name': 'Juno', 'sibling-new-a-memorial': juno.id });
    const page = async (path = '/wren') => (await site.request(path)).text;
    expect(await page()).toContain('<bdi>Juno</bdi>');
    expect(await page()).not.toMatch(new RegExp(`<a[^>]*><bdi>Juno|${juno.id}|zanzibar`));
    const ours = (await site.request(home, { as: father })).text;
    expect(ours).toContain(`<a href="/home/memorials/${juno.id}"><bdi>Juno</bdi></a>`);
    await site.opened(juno, 'juno', { name: true, days: false, portrait: false });
    expect(await page()).toContain('<a href="/juno"><bdi>Juno</bdi></a>');
    expect(await page('/ar/wren')).toContain('<a href="/ar/juno"><bdi>Juno</bdi></a>');
    await site.request(`/home/memorials/${juno.id}/rest`, { as: father, form: {} });
    expect(await page()).not.toContain('juno"');
  });

  test('one without a name here says nothing to those who may not see the page', async () => {
    const { site, keep, juno, father, home } = await withJuno();
    await keep({});
    const without = (await site.request('/wren')).text;
    await keep({ 'sibling-new-a-name': '', 'sibling-new-a-memorial': juno.id });
    expect((await site.request('/wren')).text).toBe(without);
    expect((await site.request(home, { as: father })).text).toContain('<bdi>zanzibar</bdi>');
  });

  test('a child of another family cannot be made one', async () => {
    const { site, keep, now } = await atChildForm();
    const other = await site.family({ name: 'Ines' }, { name: 'Omar' });
    const before = await now();
    for (const id of [other.memorial.id, before.id, 'never-was']) {
      const answer = await keep({ 'sibling-new-a-name': 'Juno', 'sibling-new-a-memorial': id });
      expect([answer.status, errorAt(answer.text, 'sibling-new-a-memorial')]).toEqual([
        422,
        say('error.choice'),
      ]);
    }
    expect(await now()).toEqual(before);
  });
});
