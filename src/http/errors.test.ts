import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { formTo } from '#test/html.ts';
import { type Visitor, type World, world } from '#test/world.ts';

// A disk that is full, or a fault of ours, in the middle of a form that somebody sent.

const say = sayIn('en');
const full = Object.assign(new Error('full'), { errcode: 13 });
const typed = 'Wren,\n\n  the <snow> has come back,\n\nand “you” have not.\n';

let site: World;
let mother: Visitor;
beforeAll(async () => {
  site = await world();
  let memorial;
  ({ mother, memorial } = await site.family());
  await site.opened(memorial, 'wren');
});
afterEach(() => void vi.restoreAllMocks());

/** What is answered to a report while nothing can be written. */
function reportedInVain(error: Error, headers: Record<string, string> = {}) {
  vi.spyOn(site.database, 'write').mockRejectedValue(error);
  const form = { form: randomUUID(), text: typed, email: '', about: '/wren' };
  return site.request('/to/wren/report?about=%2Fwren', { form, headers });
}

describe('what was typed', () => {
  test.each([
    ['storage-full', 507, full],
    ['unexpected', 500, new Error('broken')],
  ])('is not lost: %s', async (kind, status, error) => {
    const answer = await reportedInVain(error);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(say(`problem.${kind}.says`));
    expect(answer.text).toContain(say('problem.still-here'));
    const { fields } = formTo(answer.text, '/to/wren/report?about=%2Fwren');
    expect(fields).toMatchObject({ text: typed, about: '/wren', email: '' });
    vi.restoreAllMocks();
    const again = await site.request('/to/wren/report?about=%2Fwren', { form: fields });
    expect([again.status, again.location]).toEqual([303, '/to/wren/report/thanks?about=%2Fwren']);
    expect(await reports()).toContain(typed.trimEnd());
  });

  test('stays where somebody has to wait', async () => {
    const from = '10.1.2.3';
    const form = () => ({ form: randomUUID(), text: typed, email: '', about: '/wren' });
    for (let time = 0; time < 10; time++) await site.request('/to/wren/report', { form: form(), from });
    const answer = await site.request('/to/wren/report', { form: form(), from });
    expect(answer.status).toBe(429);
    expect(formTo(answer.text, '/to/wren/report').fields['text']).toBe(typed);
  });

  test('from another site is shown to nobody', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const answer = await reportedInVain(full, headers);
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('has come back');
    expect(answer.text).not.toContain('<form');
  });
});

describe('the way on', () => {
  test.each([
    ['/home/memorials', 'home', '/home'],
    ['/sign-in', 'sign-in.title', '/sign-in'],
    ['/key', 'problem.again', '/key'],
    ['/to/wren/report', 'problem.again', '/to/wren/report'],
  ])('from %s', async (path, says, to) => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const { status, text } = await site.request(path, { as: mother, form: {}, headers });
    expect(status).toBe(403);
    expect(text).toContain(`<a href="${to}">${say(says)}</a>`);
  });

  test('leads to no other site', async () => {
    const asked = new Request('https://snowdrop.example//elsewhere.example/wren', { method: 'POST' });
    const text = await (await site.app.request(asked)).text();
    expect(text).toContain(`<a href="/elsewhere.example/wren">${say('problem.again')}</a>`);
  });

  test('is said in the language of whoever asked, and kept by no cache', async () => {
    const answer = await reportedInVain(full, { 'accept-language': 'ar' });
    expect(answer.text).toContain(sayIn('ar')('problem.storage-full.title'));
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('of a page that is not there tells nothing of it', async () => {
    const [one, other] = await Promise.all(
      ['/nobody', '/wren/no-such-letter'].map((path) => site.request(path)),
    );
    expect(one!.text).toBe(other!.text);
  });
});

async function reports(): Promise<string[]> {
  const rows = await site.database.reader.selectFrom('report').select('text').execute();
  return rows.map(({ text }) => text.trimEnd());
}
