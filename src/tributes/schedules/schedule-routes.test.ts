import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { errorAt } from '#test/html.ts';
import { type Family, type Visitor, type World, world } from '#test/world.ts';
import { publishDue } from '#tributes/schedules/publish-due.ts';
import { findSchedule } from '#tributes/schedules/schedules.ts';
import type { Tribute } from '#tributes/tribute.ts';

const say = sayIn('en');

let site: World;
let wrens: Family;
let mother: Visitor;
let letter: Tribute;
let sheet: string;
beforeEach(async () => {
  site = await world();
  wrens = await site.family();
  ({ mother } = wrens);
  letter = await site.letter(wrens.memorial, mother, { title: 'A year of you', published: false });
  sheet = `/home/tributes/${letter.id}/publication`;
});

const aYearLater = {
  audience: 'only-us',
  revision: '1',
  when: 'at',
  'at-day': '28',
  'at-month': '9',
  'at-year': '2024',
  'at-time': '07:30',
  zone: 'Europe/Berlin',
};
// Nobody stays signed in for longer.
const soon = { 'at-month': '2' };
const post = (typed: Record<string, string> = {}, path = sheet) =>
  site.request(path, { as: mother, form: { form: randomUUID(), ...aYearLater, ...typed } });
const get = async (path: string, as = mother) => (await site.request(path, { as })).text;
const schedule = () => findSchedule(site.database.reader, letter.id);

describe('setting a moment on the sheet', () => {
  test('says when and to whom, here and at home, and can be stopped', async () => {
    const answer = await post();
    expect([answer.status, answer.location]).toEqual([303, sheet]);
    expect((await schedule())?.dueAt).toBe('2024-09-28T05:30:00.000Z');
    const set = await get(sheet);
    expect(set).toContain('Saturday, 28 September 2024 at 07:30, Berlin time');
    expect(set).toContain('Who will see it: only us.');
    expect(set).not.toContain('name="audience"');
    const home = `/home/memorials/${wrens.memorial.id}`;
    for (const path of ['/home', home]) {
      expect(await get(path)).toContain('Saturday, 28 September 2024 at 07:30, Berlin time');
      const fathers = await get(path, wrens.father);
      expect(fathers).toContain('Something for Wren, from Nora Lind');
      expect(fathers).not.toMatch(new RegExp(`A year of you|${letter.id}`));
    }
    const stopped = await site.request(`/home/tributes/${letter.id}/schedule?_method=delete`, {
      as: mother,
      form: {},
    });
    expect(stopped.location).toBe(`/home/tributes/${letter.id}`);
    expect(await schedule()).toBeUndefined();
    expect(await get(sheet)).toContain('name="audience"');
  });

  test('does not wait when it is published now, once', async () => {
    await post();
    const form = { form: randomUUID() };
    const path = `/home/tributes/${letter.id}/schedule/publication`;
    for (const _ of ['once', 'twice'])
      expect((await site.request(path, { as: mother, form })).location).toBe(
        `/home/tributes/${letter.id}/published`,
      );
    expect((await site.tributeNow(letter)).version).toBe(1);
    expect(await schedule()).toBeUndefined();
    expect((await site.request(path, { as: mother, form: {} })).location).toBe(sheet);
  });

  test.each([
    ['1970', { 'at-year': '1970' }, 'at', 'error.schedule-over'],
    [
      'this very moment',
      { 'at-day': '14', 'at-month': '2', 'at-time': '11:00' },
      'at',
      'error.schedule-over',
    ],
    ['a day that does not exist', { 'at-day': '31' }, 'at', 'error.date-no-such-day'],
    ['no day', { 'at-day': '' }, 'at', 'error.schedule-day'],
    [
      'nothing at all',
      { 'at-day': '', 'at-month': '', 'at-year': '', 'at-time': '' },
      'at',
      'error.schedule-day',
    ],
    ['no time', { 'at-time': '' }, 'at', 'error.schedule-time'],
    ['a time that does not exist', { 'at-time': '24:30' }, 'at', 'error.date-time-unreadable'],
    ['the year 10000', { 'at-year': '10000' }, 'at', 'error.schedule-far'],
    [
      'the last hours of 9999 in the west',
      { 'at-year': '9999', 'at-month': '12', 'at-day': '31', 'at-time': '23:00', zone: 'Pacific/Pago_Pago' },
      'at',
      'error.schedule-far',
    ],
    ['no place', { zone: '' }, 'zone', 'error.schedule-zone'],
    ['no known place', { zone: 'Mars/Base' }, 'zone', 'error.schedule-zone'],
    ['an offset', { zone: '+05:00' }, 'zone', 'error.schedule-zone'],
    ['no audience', { audience: '' }, 'audience', 'error.audience'],
    ['an older page', { revision: '0' }, 'audience', 'error.publish-changed-since'],
    ['a time of no kind', { when: 'soon' }, 'when', 'error.choice'],
  ])('refuses %s by its field, and nothing typed is lost', async (_, typed, field, key) => {
    const answer = await post(typed);
    expect(answer.status).toBe(422);
    expect(errorAt(answer.text, field)).toBe(say(key));
    // The field is far down the page: a way to it stands above the sheet.
    for (const part of [`href="#${field}"`, `id="${field}"`]) expect(answer.text).toContain(part);
    const kept = { ...aYearLater, ...typed };
    for (const part of ['at-day', 'at-year', 'at-time'] as const)
      expect(answer.text).toContain(`name="${part}" value="${kept[part]}"`);
    expect(await schedule()).toBeUndefined();
  });

  test('takes the year 9999, and a time that does not exist moves on and says so', async () => {
    await post({ 'at-year': '9999' });
    expect((await schedule())?.dueAt).toBe('9999-09-28T05:30:00.000Z');
    await post({ 'at-day': '31', 'at-month': '3', 'at-time': '02:30', 'at-year': '2024' });
    const set = await get(sheet);
    expect(set).toContain('Sunday, 31 March 2024 at 03:00, Berlin time');
    expect(set).toContain(say('scheduled.moved'));
  });

  test('asks about the address at once when the page opens with it', async () => {
    const others = await site.family({ name: 'Nell' }, { name: 'Edgar' });
    await site.opened(others.memorial, 'robin');
    const refused = await post({ audience: 'everyone', address: 'robin' });
    expect([refused.status, errorAt(refused.text, 'address')]).toEqual([422, say('error.address-taken')]);
    await post({ audience: 'everyone', address: 'Wren', 'shows-name': 'yes' });
    expect(await get(sheet)).toContain(`${site.url}/wren`);
    expect((await site.request('/wren')).status).toBe(404);
    site.clock.set('2024-09-28T05:30:03.000Z');
    await publishDue(site.site);
    expect((await site.request('/wren/a-year-of-you')).text).toContain('Saturday, 28 September 2024');
  });

  test('tells readers the day on the family’s clock', async () => {
    await post({ audience: 'everyone', address: 'wren', 'at-time': '23:30', zone: 'America/New_York' });
    site.clock.set('2024-09-29T03:30:00.000Z');
    await publishDue(site.site);
    expect((await site.request('/wren/a-year-of-you')).text).toContain('Saturday, 28 September 2024');
  });

  test('asks about a moment that passed while the site was away', async () => {
    await post(soon);
    site.clock.set('2024-02-29T00:00:00.000Z');
    await publishDue(site.site);
    expect(await get(sheet)).toContain(say('scheduled.missed-title'));
    expect(await get('/home')).toContain('its moment has passed');
  });

  test('is nobody else’s to stop or to hurry', async () => {
    await post();
    for (const path of ['schedule?_method=delete', 'schedule/publication']) {
      const answer = await site.request(`/home/tributes/${letter.id}/${path}`, {
        as: wrens.father,
        form: {},
      });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect(await schedule()).toBeDefined();
  });
});

describe('a letter only for its writer', () => {
  let mine: string;
  beforeEach(async () => {
    const { location } = await site.request(`/home/memorials/${wrens.memorial.id}/tributes`, {
      as: mother,
      form: { kind: 'letter', 'only-for-me': 'yes' },
    });
    mine = `${location}/publication`;
    const id = location!.split('/').at(-1)!;
    letter = await site.tributeNow({ id, writerId: mother.id });
    await site.request(`${location}/draft`, {
      as: mother,
      form: { title: '', text: 'Only between us.', revision: '1', editor: randomUUID() },
    });
  });

  test('is kept for her, without a question about anybody else', async () => {
    const page = await get(mine);
    expect(page).toContain(say('private.keep'));
    expect(page).not.toMatch(/>Publish|value="now"/);
    await post({ when: 'never', revision: '2', audience: 'everyone' }, mine);
    expect(await site.tributeNow(letter)).toMatchObject({ audience: 'only-me', version: 1 });
    const home = `/home/memorials/${wrens.memorial.id}`;
    expect(await get(home)).toContain('Only between us.');
    expect(await get(home, wrens.father)).not.toContain('Only between us.');
  });

  test('opens on a day for those she named, and nobody knows of it before', async () => {
    await post({ ...soon, revision: '2' }, mine);
    expect(await site.tributeNow(letter)).toMatchObject({ audience: 'only-me', version: 1 });
    expect((await schedule())?.audience).toBe('only-us');
    expect(await get('/home')).toContain('Only between us.');
    const home = `/home/memorials/${wrens.memorial.id}`;
    for (const path of ['/home', home])
      expect(await get(path, wrens.father)).not.toMatch(/Only between us|28 February 2024/);
    site.clock.set('2024-02-28T06:30:01.000Z');
    await publishDue(site.site);
    expect(await get(home, wrens.father)).toContain('Only between us.');
    expect(await site.tributeNow(letter)).toMatchObject({
      audience: 'only-us',
      version: 1,
      firstPublishedAt: '2024-02-28T06:30:01.000Z',
    });
  });

  test('asks for others only where she asks for it', async () => {
    expect(await get(`${mine}?for=others`)).toContain('name="audience" value="only-me"');
    const refused = await post({ revision: '0', when: 'now', for: 'others' }, mine);
    expect([refused.status, refused.text.includes('value="now"')]).toEqual([422, true]);
  });
});
