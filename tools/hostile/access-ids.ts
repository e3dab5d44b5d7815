import { randomUUID } from 'node:crypto';
import { formsIn } from '#test/html.ts';
import { headerOf, pageOf } from '#test/answers.ts';
import { pagesOf } from './addresses.ts';
import { arrived, type Attack } from './attack.ts';
import { childForm, keep } from './family.ts';
import type { Person } from './people.ts';
import type { Trial } from './trial.ts';

/** Every row that belongs to Nell's family, or names it. */
async function nellsRows(trial: Trial): Promise<string> {
  const { rows } = trial.place;
  const text = await rows.everything();
  const ids = await rows.all<{ id: string }>(
    `select family_id as id from member where person_id in (select id from person where name = 'Nell Ash')`,
  );
  const memorials = await rows.all<{ id: string }>(
    `select id from memorial where family_id = '${ids[0]?.id}'`,
  );
  const tributes = await rows.all<{ id: string }>(
    `select id from tribute where memorial_id = '${memorials[0]?.id}'`,
  );
  const known = [...ids, ...memorials, ...tributes].map(({ id }) => id);
  const lines = text.split('\n').filter((line) => known.some((id) => line.includes(id)));
  return lines.toSorted((a, b) => (a < b ? -1 : 1)).join('\n');
}

/** Every form that Nora finds, sent with Nell's ids in every place and every field. */
export const idsGroup: Attack = async (trial, family) => {
  const { nora, nell, wren, robin, letters } = family;
  const before = await nellsRows(trial);
  const [nells] = await trial.place.rows.all<{ id: string }>(
    `select family_id as id from member where person_id in (select id from person where name = 'Nell Ash')`,
  );
  const theirs = [robin.id, letters.nells.id, nells?.id ?? ''];
  let sent = 0;
  for (const { path } of pagesOf(family).filter((one) => one.path.startsWith('/home'))) {
    for (const form of formsIn(pageOf(await trial.ask(nora, { path })))) {
      if (!form.action.startsWith('/home') || /sign-out|others|leaving|bin|erasure/.test(form.action))
        continue;
      const other = form.action
        .replace(wren.id, robin.id)
        .replaceAll(/(?<=\/tributes\/)[0-9a-f-]{36}/g, letters.nells.id);
      if (other !== form.action) {
        const answer = await trial.attack(nora, { path: other, form: form.fields });
        trial.came(answer, [404], `${other} with another family’s id`);
        sent++;
      }
    }
  }
  const sheet = formsIn(pageOf(await trial.ask(nora, { path: letters.draft.path }))).find((one) =>
    one.action.endsWith('/draft'),
  );
  for (const id of theirs) {
    for (const name of Object.keys(sheet?.fields ?? {}).filter(
      (field) => field !== 'text' && field !== 'title',
    )) {
      const typed = { text: letters.draft.word, title: 'mine', [name]: id };
      const answer = await trial.attack(nora, {
        path: `${letters.draft.path}/draft`,
        form: { ...sheet?.fields, ...typed },
      });
      trial.must(answer.status < 500, `${name}: ${answer.status} instead of an answer below 500`);
      sent++;
    }
    for (const field of [
      `signs-${id}`,
      `after-${id}`,
      `caption-${id}`,
      `pointer-${id}`,
      `name-${id}`,
      `points-to-${id}`,
      'family',
      'memorial',
      'id',
    ]) {
      const answer = await trial.attack(nora, {
        path: `${wren.home}/child`,
        form: { ...childForm, [field]: id },
      });
      trial.came(answer, [303, 404, 422], `${field} of another family`);
    }
    await trial.attack(nora, { path: '/home/memorials', form: { form: randomUUID(), family: id } });
    await trial.attack(nora, { path: '/home/family', form: { family: id, 'signs-as': 'Evil' } });
    await trial.attack(nora, {
      path: '/home/family/invitations',
      form: { family: id, name: 'x', email: '', role: 'parent' },
    });
    await trial.attack(nora, { path: `${wren.home}/order`, form: { earlier: id, id, order: id } });
    await trial.attack(nora, { path: `/home/you/sessions/${id}?_method=delete`, form: {} });
  }
  trial.must((await nellsRows(trial)) === before, 'something of another family has changed');
  await trial.ask(nell, { path: robin.home });
  return arrived(
    sent,
    20,
    'of her own forms went out with another family’s ids, and nothing of that family changed',
  );
};

/** Fields that no form asks: who one is, what one may, when it was. */
const forbidden: Record<string, string> = {
  role: 'parent',
  approved: '1',
  approved_at: '2020-01-01T00:00:00.000Z',
  created_at: '1999-01-01T00:00:00.000Z',
  createdAt: '1999-01-01T00:00:00.000Z',
  published_at: '1999-01-01T00:00:00.000Z',
  writer_id: 'x',
  writerId: 'x',
  person_id: 'x',
  personId: 'x',
  family_id: 'x',
  familyId: 'x',
  memorial_id: 'x',
  id: 'x',
  host: 'yes',
  isHost: 'true',
  audience: 'everyone',
  version: '99',
  onlyForMe: 'false',
  only_for_me: '0',
  listed: 'yes',
  signs_as: 'Evil',
  email_confirmed: '1',
  unconfirmed_email: 'evil@evil.example',
  created_by: 'x',
  restsSince: '',
  pausedSince: '',
  _method: 'delete',
};

/** Role, approval, times and owners as fields of forms that do not ask for them. */
export const massGroup: Attack = async (trial, { ines, elias, wren, letters }) => {
  const { rows } = trial.place;
  const told = async () =>
    JSON.stringify([
      await rows.all(
        'select family_id, person_id, role, created_at from member order by person_id, family_id',
      ),
      await rows.all('select id, email, created_at from person order by id'),
      await rows.all(
        'select id, family_id, created_by, created_at, audience, listed, rests_since, paused_since from memorial order by id',
      ),
      await rows.all(`select value from setting where name = 'host'`),
      await rows.all(
        `select id, writer_id, audience, version, created_at, published_at from tribute where id = '${letters.draft.id}'`,
      ),
    ]);
  const before = await told();
  let kept = 0;
  const forms: [who: Person, path: string, form: Record<string, string>][] = [
    [ines, '/home/you', { name: ines.name, email: ines.email }],
    [ines, '/home/family', { 'signs-as': 'Aunt Ines' }],
    [ines, `${wren.home}/child`, childForm],
    [ines, `${wren.home}/start/name`, { called: 'Wren' }],
    [elias, '/home/you', { name: elias.name, email: elias.email }],
  ];
  for (const [who, path, form] of forms) {
    const answer = await trial.attack(who, { path, form: { ...forbidden, ...form } });
    if (answer.status === 303) kept++;
  }
  // A keeper writes: what she may not publish stays hers, whatever else the form says.
  const begun = await trial.ask(ines, {
    path: `${wren.home}/tributes`,
    form: { form: randomUUID(), ...forbidden },
  });
  const path = headerOf(begun, 'location') ?? '';
  const typed = { text: trial.place.canaries.word('keepers', [ines.name]), ...forbidden, title: 'Mine' };
  const draft = await keep(trial, ines, path, typed);
  if (draft.status === 303) kept++;
  const publication = { form: randomUUID(), ...forbidden, revision: '1', approval: 'yes', approvedBy: 'x' };
  await trial.refused(ines, { path: `${path}/publication`, form: publication }, [422]);
  const written = await rows.all<{ writer_id: string; published_at: string | null; created_at: string }>(
    `select writer_id, published_at, created_at from tribute where id = '${path.split('/').at(-1)}'`,
  );
  trial.must(written[0]?.published_at === null, 'a keeper published for everyone by a field');
  trial.must(
    written[0]?.writer_id !== 'x' && !written[0]?.created_at.startsWith('1999'),
    'a field says who wrote and when',
  );
  trial.must((await told()) === before, 'a field that no form has changed a role, an owner or a time');
  return arrived(kept, 6, 'forms were kept with twenty-six fields too many, and none of those counted');
};
