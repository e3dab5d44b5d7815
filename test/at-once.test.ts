import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { saveSetting } from '#hosting/settings.ts';
import { ines } from '#test/cast.ts';
import { dayFields, least } from '#test/child-form.ts';
import { eachDatabase } from '#test/databases.ts';
import { type Open, type Visitor, world } from '#test/world.ts';

const many = 30;

/** A family of two parents and an aunt who keeps the page with them, on a site that Nora looks after. */
async function settled(open: Open) {
  const site = await world({ open });
  const family = await site.family();
  const aunt = await site.joins(family.id, 'keeper', ines);
  const opened = await site.opened(family.memorial);
  const letter = await site.letter(opened, aunt, { published: false });
  const published = await site.letter(opened, family.father);
  await site.database.write((tx) => saveSetting(tx, 'host', family.mother.id));
  return { site, published, ...family, aunt, letter, home: `/home/memorials/${family.memorial.id}` };
}
type Settled = Awaited<ReturnType<typeof settled>>;

type Making = {
  what: string;
  path: (at: Settled) => string;
  form: (at: Settled) => Record<string, string>;
  as?: (at: Settled) => Visitor | undefined;
  /** So many rows come, and so many mails leave. */
  rows: Record<string, number>;
  mails?: number;
};

/** Every form that makes something, but for those that let somebody in: each secret of theirs works once. */
const makings: Making[] = [
  { what: 'a page', path: () => '/home/memorials', form: () => ({}), rows: { memorial: 1 } },
  {
    what: 'a letter',
    path: ({ home }) => `${home}/tributes`,
    form: () => ({ kind: 'letter' }),
    rows: { tribute: 1, draft: 1 },
  },
  {
    what: 'a day of the child, by the first question',
    path: ({ home }) => `${home}/start/day`,
    form: () => ({ 'day-kind': 'other', 'day-first-year': '2023', 'day-first-words': 'Snow' }),
    rows: { memorial_day: 1 },
  },
  {
    what: 'a brother and a day of the child',
    path: ({ home }) => `${home}/child`,
    form: () => ({ ...least, 'sibling-new-a-name': 'Ada', ...dayFields('new-a', '2023', { words: 'Snow' }) }),
    rows: { sibling: 1, memorial_day: 1 },
  },
  {
    what: 'an invitation by mail',
    path: () => '/home/family/invitations',
    form: ({ id }) => ({ family: id, name: 'Liv', email: 'liv@family.example', role: 'relative' }),
    rows: { invitation: 1 },
    mails: 1,
  },
  {
    what: 'an invitation of a family',
    path: () => '/host/invitations',
    form: () => ({ name: 'Another family', email: 'another@family.example' }),
    rows: { invitation: 1, family: 1 },
    mails: 1,
  },
  {
    what: 'a circle',
    path: () => '/home/family/circles',
    form: ({ id }) => ({ family: id, circle: 'The cousins' }),
    rows: { circle: 1 },
  },
  {
    what: 'an offer',
    path: () => '/home/family/offers',
    form: ({ id, aunt }) => ({ family: id, person: aunt.id, what: 'parent' }),
    rows: { offer: 1 },
    mails: 1,
  },
  {
    what: 'a key',
    path: ({ home }) => `${home}/keys`,
    form: () => ({ name: 'For the choir', lasts: 'open' }),
    rows: { link_key: 1 },
  },
  {
    what: 'a question whether a parent goes',
    path: ({ id, father }) => `/home/family/members/${father.id}/removal?family=${id}`,
    form: () => ({}),
    rows: { consent: 1 },
  },
  {
    what: 'a question to the parents',
    path: ({ letter }) => `/home/tributes/${letter.id}/approval`,
    form: ({ letter }) => ({ audience: 'everyone', revision: String(letter.revision) }),
    as: ({ aunt }) => aunt,
    rows: { approval: 1 },
  },
  {
    what: 'a question to a translator, by mail',
    path: ({ published }) => `/home/tributes/${published.id}/translations`,
    form: () => ({ name: 'Defne', email: 'defne@translator.example', language: 'Türkçe' }),
    rows: { translation: 1 },
    mails: 1,
  },
  {
    what: 'a translation of one’s own',
    path: ({ published }) => `/home/tributes/${published.id}/translations/own`,
    form: () => ({ 'own-language': 'Türkçe' }),
    rows: { translation: 1 },
  },
  {
    what: 'a report',
    path: () => '/to/wren/report',
    form: () => ({ text: 'It is not her photograph.', about: '/wren', email: '' }),
    as: () => undefined,
    rows: { report: 1 },
  },
];

eachDatabase('the same form sent thirty times at once', (open) => {
  test.each(makings)(
    'makes $what, and answers all of them alike',
    async ({ path, form, as, rows, mails }) => {
      const at = await settled(open);
      const { site, mother } = at;
      const count = async (table: string): Promise<number> =>
        (
          await site.database.reader
            .selectFrom(table as 'setting')
            .selectAll()
            .execute()
        ).length;
      const before = await Promise.all(Object.keys(rows).map(count));
      await site.work();
      const sent = (await site.mails()).length;
      const who = as ? as(at) : mother;
      const body = { ...form(at), form: randomUUID() };
      const ask = () =>
        site.request(path(at), { as: who && { ...who, cookies: new Map(who.cookies) }, form: body });
      const answers = await Promise.all(Array.from({ length: many }, ask));
      expect(new Set(answers.map(({ status }) => status)).difference(new Set([200, 303])).size).toBe(0);
      const after = await Promise.all(Object.keys(rows).map(count));
      expect(after.map((now, index) => now - before[index]!)).toEqual(Object.values(rows));
      await site.work();
      if (mails !== undefined) expect((await site.mails()).length - sent).toBe(mails);
    },
  );
});
