import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sayIn } from '#i18n/messages.ts';
import { withoutCookie } from '#routes.ts';
import { nora } from '#test/cast.ts';
import { errorAt, formTo } from '#test/html.ts';
import { foreignBodies, foreignOrigins, oddJson } from '#test/odd.ts';
import { type Place, settle, takingRoutes } from '#test/settled.ts';
import { type Visitor, world } from '#test/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const say = sayIn('en');

let place: Place;
beforeAll(async () => {
  place = await settle();
});

describe('what holds no words', () => {
  const asked = (path: string, form: Record<string, string> = {}, as: Visitor = place.mother) =>
    place.site.request(path, { as, form });

  test('a link, digits or a passkey that open nothing change nothing', async () => {
    const { site } = place;
    const before = await site.rows();
    for (const code of ['', '000000', '12', 'abc', '\0', '٠٠٠٠٠٠', '1'.repeat(100_000)]) {
      for (const attempt of ['', randomUUID(), '\0', 'x'.repeat(10_000)]) {
        const answer = await asked('/sign-in/code', { code, attempt }, site.stranger());
        expect([answer.status, errorAt(answer.text, 'code')]).toEqual([422, say('sign-in.wrong-code')]);
      }
    }
    for (const recovery of ['', 'abc', '\0', '7k3m-q9xt-2bwf-h4np-zr5c', 'x'.repeat(100_000)]) {
      const answer = await asked('/sign-in/recovery', { recovery }, site.stranger());
      expect([answer.status, errorAt(answer.text, 'recovery')]).toEqual([422, say('recovery.wrong')]);
    }
    const link = await asked('/sign-in/link/never-was', {}, site.stranger());
    expect([link.status, errorAt(link.text, 'email')]).toEqual([422, say('sign-in.link-over')]);
    const address = await asked('/home/you/address', {
      attempt: randomUUID(),
      email: nora.email,
      code: '000000',
    });
    expect([address.status, errorAt(address.text, 'code')]).toEqual([422, say('you.wrong-code')]);
    expect(await site.rows()).toBe(before);
  });

  test.each(oddJson)('a passkey’s answer like %.40s is refused with a sentence', async (body) => {
    for (const path of ['/sign-in/passkey', '/home/you/passkeys', '/home/you/confirmation/passkey']) {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const answer = await place.site.request(path, { as: { ...place.mother }, body, headers });
      expect([413, 422]).toContain(answer.status);
      expect(JSON.parse(answer.text)).toHaveProperty('error');
    }
  });

  test('another’s passkey, session, invitation or draft stays as it is', async () => {
    const { site, others, letter } = place;
    const edgar = { ...others.father };
    const sessions = await site.database.reader
      .selectFrom('session')
      .select('id')
      .where('person_id', '=', place.mother.id)
      .execute();
    const invitations = await site.database.reader.selectFrom('invitation').select('id').execute();
    const before = await site.rows();
    for (const path of [
      '/home/you/passkeys/a-passkey',
      `/home/you/sessions/${sessions[0]!.id}`,
      `/home/family/invitations/${invitations[0]!.id}`,
      `/home/family/offers/${randomUUID()}`,
      '/home/family/succession',
      `/home/family/members/${place.aunt.id}/removal`,
    ]) {
      expect((await asked(`${path}?_method=delete`, {}, edgar)).status).toBeLessThan(500);
    }
    for (const path of [
      `/home/family/invitations/${invitations[0]!.id}/link`,
      `/host/invitations/${invitations[0]!.id}/link`,
      ...['removal', 'role'].map((act) => `/home/family/members/${place.aunt.id}/${act}`),
    ])
      expect([path, (await asked(path, { role: 'relative' }, edgar)).status]).toEqual([path, 404]);
    for (const path of [
      `${letter}/draft`,
      `${letter}/photographs`,
      `${letter}/beside/${randomUUID()}`,
      `${letter}/publication`,
      `${letter}/publication?_method=delete`,
      `${letter}/schedule?_method=delete`,
      `${letter}/schedule/publication`,
      `${letter}/bin`,
      `${letter}/bin?_method=delete`,
      `${letter}/erasure`,
      `${letter}/beside/${randomUUID()}/bin?_method=delete`,
      `${letter}/beside/${randomUUID()}/erasure`,
    ]) {
      expect([
        path,
        (
          await asked(
            path,
            { audience: 'everyone', revision: '1', choice: 'use', text: 'x', title: '' },
            edgar,
          )
        ).status,
      ]).toEqual([path, 404]);
    }
    expect(await site.rows()).toBe(before);
  });
});

describe('another family’s ids', () => {
  test('in any address or field lead nowhere, and nothing changes', async () => {
    const { site, others, mother, wrens, photographId, draft } = place;
    const { id: theirPicture } = await site.photograph(others.id, others.mother, 'their picture');
    const theirs = await site.letter(others.memorial, others.mother, {
      text: 'Dear Robin',
      photographs: [theirPicture],
    });
    const before = await site.rows();
    const home = `/home/memorials/${others.memorial.id}`;
    const tries: [string, Record<string, string>][] = [
      ['/home/memorials', { family: others.id }],
      ['/home/family', { family: others.id, 'signs-as': 'Mum' }],
      ['/home/family/invitations', { family: others.id, name: 'Evil', email: '' }],
      ['/home/family/offers', { family: others.id, person: others.mother.id, what: 'parent' }],
      ['/home/family/offers', { person: others.mother.id, what: 'parent' }],
      [`/home/family/members/${others.mother.id}/removal?family=${others.id}`, {}],
      [`/home/family/members/${others.mother.id}/removal`, {}],
      [`/home/family/members/${others.mother.id}/role?family=${others.id}`, { role: 'relative' }],
      [`/home/family/leaving?family=${others.id}`, {}],
      [`/home/kept/names?family=${others.id}&_method=delete`, {}],
      [`/home/kept/${theirs.id}/publication?_method=delete`, {}],
      ...['name', 'day', 'words', 'portrait'].map((step): [string, Record<string, string>] => [
        `${home}/start/${step}`,
        { called: 'x', 'word-set': 'neutral' },
      ]),
      [`${home}/child`, { called: 'x', sentence: '', 'word-set': 'neutral', drawing: 'twig' }],
      [`${home}/opening`, { audience: 'everyone', address: 'evil' }],
      [`${home}/opening?_method=delete`, {}],
      [`${home}/tributes`, {}],
      [`${home}/order`, { earlier: theirs.id }],
      [`${home}/order?_method=delete`, {}],
      [`/home/tributes/${theirs.id}/draft`, { title: '', text: 'x', revision: String(theirs.revision) }],
      [
        `/home/tributes/${theirs.id}/publication`,
        { audience: 'everyone', revision: String(theirs.revision) },
      ],
      [`/home/tributes/${theirs.id}/publication?_method=delete`, {}],
      [`/home/tributes/${theirs.id}/cover`, { words: 'x', seen: '' }],
      [`/home/tributes/${theirs.id}/cover?_method=delete`, {}],
    ];
    for (const [path, form] of tries)
      expect([path, (await site.request(path, { as: mother, form })).status]).toEqual([path, 404]);
    expect(await site.rows()).toBe(before);
    // In fields that stand for places and signatures they are let alone.
    const form = {
      title: 't',
      text: 'Dear Wren',
      revision: '1',
      editor: randomUUID(),
      [`after-${theirPicture}`]: '0',
      [`caption-${theirPicture}`]: 'x',
      [`signs-${others.mother.id}`]: 'yes',
      [`after-${photographId}`]: '0',
    };
    expect((await site.request(`/home/tributes/${draft.id}/draft`, { as: mother, form })).status).toBe(303);
    const rows = await site.database.reader
      .selectFrom('draft')
      .select(['signed', 'photographs'])
      .where('tribute_id', '=', draft.id)
      .execute();
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${theirPicture}|${others.mother.id}`));
    expect(JSON.stringify(rows)).toContain(photographId);
    expect(wrens.memorial.familyId).not.toBe(others.id);
  });

  test('as the name of an open page never touch what another family is writing', async () => {
    const { site, others, mother, draft } = place;
    const theirs = await site.letter(others.memorial, others.mother, {
      text: 'Robin’s own words',
      published: false,
    });
    const row = () =>
      site.database.reader.selectFrom('draft').selectAll().where('tribute_id', '=', theirs.id).execute();
    const before = await row();
    const { revision } = await site.tributeNow(draft);
    const form = { title: '', text: 'over it', revision: String(revision), editor: before[0]!.id };
    expect(
      (await site.request(`/home/tributes/${draft.id}/draft`, { as: mother, form })).status,
    ).toBeLessThan(500);
    expect(await row()).toEqual(before);
    const own = await site.database.reader
      .selectFrom('draft')
      .select('text')
      .where('tribute_id', '=', draft.id)
      .execute();
    expect(own.length).toBeGreaterThan(0);
  });
});

describe('a form that does not come from a page of this site', () => {
  test('is refused on every route, in every type', async () => {
    const { site, mother } = place;
    const before = await site.rows();
    const paths = [
      ...new Set(
        takingRoutes(site)
          .map(({ method, path }) => [method, path.replaceAll(/:\w+/g, place.memorial.id)] as const)
          // What nobody can be made to do in their own name: src/reading/words/check-routes.test.ts.
          .filter(
            ([method, pathname]) =>
              !withoutCookie.some((one) => one.method === method && one.path.test({ pathname })),
          ),
      ),
    ];
    for (const [method, path] of paths) {
      for (const [type, body] of foreignBodies) {
        for (const origin of foreignOrigins) {
          const request = new Request(`https://snowdrop.example${path}`, {
            method,
            body,
            headers: {
              'content-type': type,
              cookie: [...mother.cookies].map((pair) => pair.join('=')).join('; '),
              ...origin,
            },
          });
          expect([method, path, type, origin, (await site.app.fetch(request)).status]).toEqual([
            method,
            path,
            type,
            origin,
            403,
          ]);
        }
      }
    }
    expect(await site.rows()).toBe(before);
  });

  test('from a browser without Sec-Fetch-Site is taken from our own origin', async () => {
    const request = new Request('https://snowdrop.example/sign-out', {
      method: 'POST',
      body: '',
      headers: { origin: 'https://snowdrop.example' },
    });
    expect((await place.site.app.fetch(request)).status).toBe(303);
  });
});

describe('somebody who is not signed in', () => {
  test('is asked to sign in before any private page, and comes back to it', async () => {
    const { site } = place;
    const paths = site.app.routes
      .filter(
        ({ method, path }) => method === 'GET' && /^\/(?:home|with|host\/(?:reports|invitations))/.test(path),
      )
      .map(({ path }) => path.replaceAll(/:\w+/g, 'x'));
    expect(paths.length).toBeGreaterThan(15);
    for (const path of paths) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await site.request(`${path}?a=1&b=%2F`, { method });
        expect([path, answer.status, answer.location]).toEqual([
          path,
          303,
          `/sign-in?to=${encodeURIComponent(`${path}?a=1&b=%2F`)}`,
        ]);
      }
    }
  });

  test('loses no field of any form that was sent after the session had ended', async () => {
    const { site } = place;
    const before = await site.rows();
    const typed = {
      text: '\nDear Wren,\n\n "\'<&> </textarea> حبيبتي\n',
      'odd name': 'x',
      revision: '1',
      empty: '',
    };
    for (const { method, path: pattern } of takingRoutes(site).filter((one) =>
      one.path.startsWith('/home'),
    )) {
      const path = pattern.replaceAll(/:\w+/g, 'x');
      for (const multipart of [false, true]) {
        const answer = await site.request(method === 'DELETE' ? `${path}?_method=delete` : path, {
          form: typed,
          multipart,
        });
        expect([path, answer.status]).toEqual([path, 401]);
        const kept = JSON.parse(formTo(answer.text, '/sign-in').fields['kept'] ?? '') as {
          path: string;
          fields: unknown;
        };
        expect(kept).toMatchObject({
          path: method === 'DELETE' ? `${path}?_method=delete` : path,
          fields: typed,
        });
      }
    }
    expect(await site.rows()).toBe(before);
  });
});

describe('the same form sent a hundred times at once', () => {
  test('begins one page, one letter, and publishes once', async () => {
    const site = await world();
    const { mother, memorial } = await site.family();
    const count = async (table: 'memorial' | 'tribute' | 'tribute_version' | 'draft') =>
      (
        await site.database.reader
          .selectFrom(table)
          .select('id' as never)
          .execute()
          .catch(() => site.database.reader.selectFrom(table).selectAll().execute())
      ).length;
    const hundred = async (path: string, form: Record<string, string>) => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => site.request(path, { as: { ...mother }, form })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
      const [location] = new Set(answers.map((answer) => answer.location));
      expect(new Set(answers.map((answer) => answer.location)).size).toBe(1);
      return location!;
    };
    await hundred('/home/memorials', { form: randomUUID() });
    expect(await count('memorial')).toBe(2);
    const letter = await hundred(`/home/memorials/${memorial.id}/tributes`, { form: randomUUID() });
    expect(await count('tribute')).toBe(1);
    await site.request(`${letter}/draft`, {
      as: mother,
      form: { title: '', text: 'Dear Wren', revision: '1' },
    });
    await hundred(`${letter}/publication`, { form: randomUUID(), audience: 'only-us', revision: '2' });
    expect(await count('tribute_version')).toBe(1);
    expect(await count('draft')).toBe(0);
  });

  test('another person’s form of the same key is another form', async () => {
    const site = await world();
    const { mother, father } = await site.family();
    const form = { form: randomUUID() };
    const [hers, his] = [
      await site.request('/home/memorials', { as: mother, form }),
      await site.request('/home/memorials', { as: father, form }),
    ];
    expect([hers.status, his.status]).toEqual([303, 303]);
    expect(his.location).not.toBe(hers.location);
  });
});

describe('words that look like a page', () => {
  test('stay words everywhere: pages, titles, previews, feed, lists, reports and mails', async () => {
    const site = await world();
    const { mother, memorial, id } = await site.family();
    const evil = `"'><script>alert(1)</script><!--]]></title></textarea><img src=x onerror=alert(1)> {{x}} \${x} \u202e\u2066 &lt;`;
    const asked = (path: string, form: Record<string, string>) => site.request(path, { as: mother, form });
    const home = `/home/memorials/${memorial.id}`;
    expect((await asked('/home/you', { name: evil.slice(0, 100), email: nora.email })).status).toBeLessThan(
      400,
    );
    expect((await asked('/home/family', { 'signs-as': evil.slice(0, 100), family: id })).status).toBe(303);
    const child = {
      called: evil,
      sentence: evil,
      'word-set': 'neutral',
      drawing: 'twig',
      palette: 'sea',
      'own-en-baby': evil.slice(0, 100),
      pronunciation: evil,
      'name-0': evil,
      'name-0-pronunciation': evil,
      loss: evil,
      'resting-place': evil,
      'measure-weight': evil,
      'sibling-new-a-name': evil,
      'day-born-place': evil,
      'day-born-year': '2023',
      'day-born-words': evil,
      'day-new-a-year': '2024',
      'day-new-a-words': evil,
    };
    expect((await asked(`${home}/child`, child)).status).toBe(303);
    expect(
      (
        await asked(`${home}/opening`, {
          audience: 'everyone',
          address: 'wren',
          'shows-name': 'yes',
          'shows-sentence': 'yes',
          'shows-days': 'yes',
          'shows-loss': 'yes',
          'shows-measures': 'yes',
          'shows-resting-place': 'yes',
          'shows-siblings': 'yes',
          listed: 'yes',
          indexed: 'yes',
        })
      ).status,
    ).toBe(303);
    const { id: photographId } = await site.photograph(id, mother, 'a picture');
    const letter = await site.letter(memorial, mother, {
      title: evil,
      text: `${evil}\n\n${evil}`,
      photographs: [photographId],
      audience: 'everyone',
    });
    const draft = {
      title: evil,
      text: evil,
      language: 'en',
      revision: String(letter.revision),
      [`caption-${photographId}`]: evil,
      [`alternative-${photographId}`]: evil,
      [`signs-${mother.id}`]: 'yes',
      [`after-${photographId}`]: '0',
    };
    expect((await asked(`/home/tributes/${letter.id}/draft`, draft)).status).toBe(303);
    const { revision } = await site.tributeNow(letter);
    expect(
      (
        await asked(`/home/tributes/${letter.id}/publication`, {
          audience: 'everyone',
          revision: String(revision),
        })
      ).status,
    ).toBe(303);
    await site.request('/to/wren/report', { form: { text: evil, email: '', about: `/wren/${evil}` } });
    await site.database.write((tx) =>
      tx.insertInto('setting').values({ name: 'host', value: mother.id }).execute(),
    );
    const invited = await asked('/home/family/invitations', {
      name: evil.slice(0, 100),
      email: 'someone@new.example',
      role: 'keeper',
      family: id,
    });
    const pages = [
      '/',
      '/ar',
      '/wren',
      '/ar/wren',
      `/wren/${letter.address}`,
      `/ar/wren/${letter.address}`,
      `/wren/words/${letter.address}`,
      `/wren/words/${letter.address}/card`,
      `/wren/words/${letter.address}/passage?version=1&from=0&to=20`,
      '/to/wren/report',
      '/home',
      '/home/you',
      '/home/family',
      home,
      `${home}/child`,
      `${home}/opening`,
      `${home}/${letter.address}`,
      `/home/tributes/${letter.id}`,
      `/home/tributes/${letter.id}/preview`,
      `/home/tributes/${letter.id}/published`,
      '/with/wren',
      '/host/reports',
      '/host/invitations',
    ];
    const texts = [
      invited.text,
      ...(await Promise.all(
        pages.map(async (path) => {
          const answer = await site.request(path, { as: mother });
          expect([path, answer.status]).toEqual([path, 200]);
          return answer.text;
        }),
      )),
    ];
    for (const mail of await site.mails()) texts.push(mail.html);
    for (const text of texts) {
      expect(text).not.toMatch(
        /<script(?! type="module" src="\/assets\/| type="application\/ld\+json">\{[^<]*\}<\/script>)|<img src=x|onerror=alert\(1\)>(?!.*&gt;)|<!--|<\/title>.*<\/title>/,
      );
    }
    expect(texts.filter((text) => text.includes('&lt;script&gt;alert(1)')).length).toBeGreaterThan(15);
    expect(texts.filter((text) => text.includes('<script type="application/ld+json">'))).toHaveLength(4);
    const { text: feed } = await site.request('/wren/feed.atom');
    const outside = feed.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
    expect(outside).not.toMatch(/<script|<img|<!--|]]>/);
    expect(feed).toContain('&lt;script&gt;');
  });
});
