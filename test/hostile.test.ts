import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { eachDatabase } from '#test/databases.ts';
import { takingRoutes } from '#test/settled.ts';
import { formsIn } from '#test/html.ts';
import { oddPaths, oddSegments, oddValues } from '#test/odd.ts';
import { world } from '#test/world.ts';
import { countWork } from '#test/worked.ts';

vi.setConfig({ testTimeout: 60_000 });

eachDatabase('odd addresses and fields', (open) => {
  test('in any place of any address lead nowhere, and never to a fault', async () => {
    const site = await world({ open });
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    const paths = [
      ...new Set(
        site.app.routes
          .filter(({ method, path }) => method === 'GET' && path.includes(':'))
          .map(({ path }) => path),
      ),
    ];
    for (const path of paths) {
      const ask = (one: string) => site.request(path.replaceAll(/:\w+/g, one), { as: mother });
      const answers = await Promise.all(oddSegments.map(ask));
      const failed = oddSegments.filter((_, at) => answers[at]!.status >= 500);
      expect([path, failed]).toEqual([path, []]);
    }
    for (const one of oddSegments)
      expect([one.slice(0, 20), (await site.request(`/${one}`)).status]).toEqual([one.slice(0, 20), 404]);
    expect((await site.request('/wren%00')).text).toBe((await site.request('/never-was')).text);
  });

  test('in any field that no form shows are refused or let alone, and never a fault', async () => {
    const site = await world({ open });
    const { mother, father, memorial } = await site.family();
    await site.opened(memorial);
    const letter = await site.letter(memorial, mother, { published: false });
    const names = [
      'form',
      'family',
      'attempt',
      'revision',
      'editor',
      'place-new',
      'choice',
      'then',
      'places',
      'language',
      'about',
      'to',
      'kept',
      'again',
      'recovery',
      `after-${randomUUID()}`,
      'after-\0',
      `signs-${father.id}`,
      'portrait-none',
      'memory-year',
      'day-born-year',
      'audience',
      'code',
      'url',
      'printed',
      'printed-on-year',
      'publication',
      'contact',
      'state',
      'does',
      'in',
      'terms',
      'uses',
    ];
    const routes = takingRoutes(site).map(({ method, path }) => ({
      method,
      path: path
        .replace('/home/tributes/:id', `/home/tributes/${letter.id}`)
        .replace('/home/memorials/:id', `/home/memorials/${memorial.id}`)
        .replace(':step', 'day')
        .replace('/to/:memorial', '/to/wren')
        .replaceAll(/:\w+/g, 'x'),
    }));
    for (const { method, path } of routes.filter(
      (one) => one.path !== '/sign-out' && !one.path.endsWith('others'),
    )) {
      for (const value of oddValues) {
        const form = {
          title: '',
          text: 'Dear Wren',
          ...Object.fromEntries(names.map((name) => [name, value])),
        };
        const answer = await site.request(method === 'DELETE' ? `${path}?_method=delete` : path, {
          as: { ...mother },
          form,
        });
        expect([method, path, value, answer.status < 500], answer.text.slice(0, 300)).toEqual([
          method,
          path,
          value,
          true,
        ]);
        expect(answer.headers.get('location') ?? '').not.toMatch(/[\r\n\0]/);
      }
    }
  });
});

describe('odd requests', () => {
  test('every other method is refused or finds nothing', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    for (const path of [
      '/',
      '/wren',
      '/home',
      '/sign-in',
      '/pictures/x/480.jpeg',
      `/home/memorials/${memorial.id}`,
      '/wren/feed.atom',
    ]) {
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY', 'ODD']) {
        const answer = await site.request(path, { as: { ...mother }, method });
        expect([method, path, [303, 403, 404, 405, 401, 422].includes(answer.status), answer.status]).toEqual(
          [method, path, true, answer.status],
        );
        expect(answer.text).not.toContain('Wren</bdi>');
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
  });

  test('paths with doubled, dotted or backward slashes find nothing that is private', async () => {
    const site = await world();
    const { memorial } = await site.family();
    for (const path of [
      ...oddPaths,
      `//home/memorials/${memorial.id}`,
      `/home%2fmemorials%2f${memorial.id}`,
      `/x/%2e%2e/home/memorials/${memorial.id}`,
    ]) {
      const answer = await site.request(`https://snowdrop.example${path}`);
      expect([303, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('Wren');
    }
  });

  test('ten thousand query parameters, a hundred cookies and long headers are no trouble', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    const worked = countWork();
    const query = Array.from({ length: 10_000 }, (_, at) => `a${at}=${at}&to=//evil.example`).join('&');
    for (const path of ['/wren', '/sign-in', '/to/wren/report', '/home']) {
      const headers = {
        cookie: Array.from({ length: 100 }, (_, at) => `c${at}=${'x'.repeat(50)}`).join('; '),
        'x-forwarded-host': 'evil.example',
        'x-forwarded-for': '1.2.3.4',
        forwarded: 'host=evil.example',
        'user-agent': 'M'.repeat(10_000),
        accept: 'text/html,'.repeat(500),
      };
      const answer = await site.request(`${path}?${query}`, { headers });
      expect(answer.status).toBeLessThan(400);
      expect(answer.text).not.toContain('evil.example"');
    }
    expect(worked()).toBeLessThan(5000);
    expect(mother.cookies.size).toBe(1);
  });

  test('another host’s name in a request goes into no mail and no page', async () => {
    const site = await world();
    await site.family();
    await site.app.fetch(
      new Request('https://evil.example/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ email: 'nora@family.example' }),
        headers: {
          'sec-fetch-site': 'same-origin',
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
        },
      }),
    );
    const [mail] = await site.mails();
    expect(mail?.text).toContain('https://snowdrop.example/sign-in/link/');
    expect(mail?.html).not.toContain('evil.example');
  });

  test('a report is about a page of that child, and about nothing else', async () => {
    const site = await world();
    const { memorial } = await site.family();
    await site.opened(memorial);
    for (const about of [
      'https://evil.example/',
      '//evil.example',
      '/other',
      '/wren/../home',
      '/wrenx',
      '/ar/other',
      'javascript:alert(1)',
      '/wren/a\0b',
      `/wren/${'x'.repeat(3000)}`,
      '/wren/\u202e',
      '/wren/a/b',
      '/ar//wren',
    ]) {
      const answer = await site.request('/to/wren/report', {
        form: { text: 'Something is wrong', email: '', about },
      });
      expect([about.slice(0, 30), answer.status]).toEqual([about.slice(0, 30), 303]);
    }
    const rows = await site.database.reader.selectFrom('report').select('about').execute();
    expect(new Set(rows.map((row) => row.about))).toEqual(new Set(['/wren']));
    await site.request('/to/wren/report', {
      form: { text: 'Another thing', email: '', about: '/ar/wren/a-year-of-you' },
    });
    expect(
      await site.database.reader
        .selectFrom('report')
        .select('about')
        .where('text', '=', 'Another thing')
        .execute(),
    ).toEqual([{ about: '/ar/wren/a-year-of-you' }]);
  });
});

describe('letters with titles that are also words of ours', () => {
  test.each([
    'Child',
    'Opening',
    'Start',
    'Letters',
    'Feed',
    'Words',
    'Live',
    'Press',
    'Corrections',
    'Keys',
    'Story',
    'Home',
    'ar',
    'Portrait',
  ])('“%s” has a page of its own in every place', async (title) => {
    const site = await world();
    const { mother, memorial } = await site.family();
    await site.opened(memorial);
    const { address } = await site.letter(memorial, mother, {
      title,
      text: 'only this letter says zanzibar',
      audience: 'everyone',
    });
    const page = await site.request(`/home/memorials/${memorial.id}`, { as: mother });
    expect(page.text).toContain(`/home/memorials/${memorial.id}/${address}"`);
    for (const path of [
      `/wren/${address}`,
      `/ar/wren/${address}`,
      `/with/wren/${address}`,
      `/home/memorials/${memorial.id}/${address}`,
    ]) {
      const answer = await site.request(path, { as: mother });
      expect([path, answer.status, answer.text.includes('zanzibar'), formsIn(answer.text).length]).toEqual([
        path,
        200,
        true,
        0,
      ]);
    }
  });
});
