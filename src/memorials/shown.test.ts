import { expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { wren } from '#test/cast.ts';
import { formTo } from '#test/html.ts';
import { world } from '#test/world.ts';

const say = sayIn('en');

async function opened() {
  const site = await world();
  const family = await site.family();
  const home = `/home/memorials/${family.memorial.id}`;
  const send = (path: string, form: Record<string, string>) =>
    site.request(`${home}${path}`, { as: family.mother, form });
  const form = async () =>
    formTo((await site.request(`${home}/child`, { as: family.mother })).text, `${home}/child`).fields;
  const read = async (path = '/wren') => (await site.request(path)).text;
  return { site, ...family, home, send, form, read };
}

test('a day added to a page that is open is for the family, until it is ticked', async () => {
  const { send, form, read, site, home, mother } = await opened();
  await send('/opening', { audience: 'everyone', address: 'wren', 'shows-name': 'yes', 'shows-days': 'yes' });
  const fresh = await form();
  expect(Object.keys(fresh).filter((name) => /^day-.*-shown$/.test(name))).toEqual([]);
  await send('/child', { ...fresh, 'day-born-year': '2023' });
  expect(await read()).not.toContain('2023');
  expect((await site.request(home, { as: mother })).text).toContain('<time datetime="2023">');
  const kept = await form();
  expect(kept).not.toHaveProperty('day-born-shown');
  await send('/child', { ...kept, 'day-born-shown': 'yes' });
  expect(await read()).toContain('<time datetime="2023">');
});

test('before a page is opened its days are meant to be shown with it', async () => {
  const { send, form, read } = await opened();
  await send('/child', { ...(await form()), 'day-born-year': '2023' });
  await send('/opening', { audience: 'everyone', address: 'wren', 'shows-days': 'yes' });
  expect(await read()).toContain('<time datetime="2023">');
});

test('the sentence has a switch of its own, and one that was written later is not everyone’s', async () => {
  const { send, form, read, site, home, mother } = await opened();
  const opening = async () =>
    formTo((await site.request(`${home}/opening`, { as: mother })).text, `${home}/opening`).fields;
  expect(await opening()).toMatchObject({ 'shows-sentence': 'yes' });
  await send('/child', { ...(await form()), sentence: '' });
  expect(await opening()).not.toHaveProperty('shows-sentence');
  await send('/opening', { ...(await opening()), audience: 'everyone' });
  await send('/child', { ...(await form()), sentence: wren.sentence });
  for (const path of ['/wren', '/ar/wren', '/wren/feed.atom', '/wren/feed.json'])
    expect(await read(path), path).not.toContain(wren.sentence);
  expect((await site.request(home, { as: mother })).text).toContain(wren.sentence);
  await send('/opening', { ...(await opening()), 'shows-sentence': 'yes' });
  expect(await read()).toContain(wren.sentence);
});

test('beside what everyone sees of an open page the form says so, and beside the rest that only the family does', async () => {
  const { send, site, home, mother } = await opened();
  const page = async () => (await site.request(`${home}/child`, { as: mother })).text;
  const [everyone, family] = [say('about-child.everyone-sees'), say('about-child.family-sees')];
  expect(await page()).not.toContain(everyone);
  expect(await page()).not.toContain(family);
  await send('/opening', {
    audience: 'everyone',
    address: 'wren',
    'shows-name': 'yes',
    'shows-portrait': 'yes',
  });
  const open = await page();
  expect(open.match(new RegExp(`${wren.called}[^]*?${everyone}`))).not.toBeNull();
  expect(open).toContain(family);
});

test('another language to write in keeps the words that were chosen for the first', async () => {
  const { send, form, read, site, memorial } = await opened();
  await send('/child', { ...(await form()), called: '', 'word-set': 'star', 'day-born-year': '2023' });
  await send('/opening', { audience: 'everyone', address: 'wren', 'shows-days': 'yes' });
  const english = sayIn('en')('words.star.baby');
  expect(await read()).toContain(english);
  await send('/child', { ...(await form()), language: 'ar' });
  expect((await site.memorialNow(memorial)).vocabulary.sets).toEqual({ en: 'star' });
  expect(await read('/en/wren')).toContain(english);
  expect(await read()).toContain(sayIn('ar')('words.neutral.baby'));
  const shown = await form();
  expect(shown).toMatchObject({ 'word-set-in': 'ar', 'word-set': 'neutral', 'word-set-en': 'star' });
  await send('/child', { ...shown, 'word-set': 'sleeping' });
  expect(await read()).toContain(sayIn('ar')('words.sleeping.baby'));
  expect(await read('/en/wren')).toContain(english);
});

test('an English sentence and English words for a day stay so when the page becomes Arabic', async () => {
  const { send, form, read } = await opened();
  await send('/child', {
    ...(await form()),
    'day-born-year': '2023',
    'day-born-words': wren.bornWords,
    language: 'ar',
  });
  await send('/opening', {
    audience: 'everyone',
    address: 'wren',
    'shows-sentence': 'yes',
    'shows-days': 'yes',
  });
  const arabic = await read();
  expect(arabic).toContain(`<p class="sentence" lang="" dir="ltr">${wren.sentence}</p>`);
  expect(arabic).not.toContain(wren.bornWords);
  expect(await read('/en/wren')).toContain(wren.bornWords);
});
