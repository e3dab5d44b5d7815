import { randomUUID } from 'node:crypto';
import { headerOf, pageOf } from '#test/answers.ts';
import { answersIn } from '#test/answers.ts';
import { sendRaw } from '#test/wire.ts';
import { readSheet } from '../crash/pages.ts';
import { arrived, type Attack } from './attack.ts';
import { bytesOf } from './request.ts';
import type { Asked, Visitor } from './request.ts';
import type { Trial } from './trial.ts';

const many = 100;
/** A hundred at once make each other wait, and none of them is to blame: nobody asks which was slow. */
const inParallel = '';

/** A hundred identical submits at once, a double click, the back button: one of everything. */
export const twiceGroup: Attack = async (trial, { nora, wren, photographs }) => {
  const count = async (table: string): Promise<number> =>
    (await trial.place.rows.all(`select 1 from ${table}`)).length;
  const once = async (
    as: string,
    tables: Record<string, number>,
    act: () => Promise<unknown>,
  ): Promise<void> => {
    const before = await Promise.all(Object.keys(tables).map(count));
    await act();
    for (const [at, [table, more]] of Object.entries(tables).entries()) {
      const came = (await count(table)) - before[at]!;
      trial.must(came === more, `${as}: ${came} rows of ${table} instead of ${more}`);
    }
  };
  let answers = 0;
  const atOnce = async (visitor: Visitor | undefined, asked: Asked, times = many): Promise<string[]> => {
    const all = await Promise.all(
      Array.from({ length: times }, () => trial.attack(visitor ?? trial.place.stranger(), asked, inParallel)),
    );
    const leading = new Set(all.map((one) => `${one.status} ${headerOf(one, 'location') ?? ''}`));
    trial.must(leading.size === 1, `${asked.path}: answered differently: ${[...leading].join(', ')}`);
    answers += all.length;
    return [...leading];
  };
  let letter = '';
  await once('a letter begun', { tribute: 1, draft: 1 }, async () => {
    const form = { form: randomUUID(), kind: 'chapter' };
    [letter = ''] = (await atOnce(nora, { path: `${wren.home}/tributes`, form })).map(
      (one) => one.split(' ')[1]!,
    );
  });
  const { editor, revision } = readSheet(pageOf(await trial.ask(nora, { path: letter })));
  const draft = {
    title: 'Once',
    text: 'Once',
    language: 'en',
    editor,
    revision: String(revision),
    form: randomUUID(),
  };
  await once('a draft kept', { draft: 0, tribute_version: 0 }, () =>
    atOnce(nora, { path: `${letter}/draft`, form: draft }),
  );
  await once('a photograph', { photograph: 1, draft: 0 }, () => {
    const files = [{ field: 'photographs', name: 'a.jpg', bytes: photographs.mark('once') }];
    const form = { form: randomUUID(), editor, revision: String(revision + 1), 'place-new': '0' };
    return atOnce(
      nora,
      { path: `${letter}/photographs`, form, files, headers: { accept: 'application/json' } },
      8,
    );
  });
  const now = readSheet(pageOf(await trial.ask(nora, { path: letter })));
  const publication = { form: randomUUID(), audience: 'everyone', revision: String(now.revision) };
  await once('published', { tribute_version: 1 }, () =>
    atOnce(nora, { path: `${letter}/publication`, form: publication }),
  );
  await once('a report', { report: 1 }, () => {
    const form = { form: randomUUID(), text: 'It is not her photograph', about: '/wren', email: '' };
    return atOnce(undefined, { path: '/to/wren/report', form });
  });
  await once('an invitation taken up', { member: 1, person: 1, session: 1 }, () => join(trial, nora));
  await doubleClick(trial, nora, {
    path: `${wren.home}/tributes`,
    form: { form: randomUUID(), kind: 'farewell' },
  });
  await backButton(trial, nora, letter, publication);
  return arrived(answers, 400, 'answers to identical submits, each the same as the first');
};

/** All of them are the same person, who belongs to the family once. */
async function join(trial: Trial, nora: Visitor): Promise<void> {
  const invitation = { name: 'Once', email: '', role: 'keeper' };
  const page = pageOf(await trial.ask(nora, { path: '/home/family/invitations', form: invitation }));
  const path = /\/sign-in\/invitation\/[\w-]{43}/.exec(page)?.[0] ?? '';
  const form = { form: randomUUID(), name: 'Once', 'signs-as': 'Once', email: '' };
  const browser = trial.place.stranger('Once');
  const all = await Promise.all(
    Array.from({ length: many }, () => trial.attack(browser, { path, form }, inParallel)),
  );
  const joined = all.filter(({ status }) => status === 303).length;
  trial.must(joined > 0, 'nobody joined');
  // Each of these answers signed in the same person; the sessions before it ended.
  await trial.ask(browser, { path: '/home' });
}

/** Two of the same on one connection, the second before the first was answered. */
async function doubleClick(trial: Trial, nora: Visitor, asked: Asked): Promise<void> {
  const bytes = bytesOf(nora, { ...asked, headers: { connection: undefined } });
  const last = bytesOf(nora, asked);
  trial.inputs++;
  const heard = await sendRaw(trial.place.port, [Buffer.concat([bytes, last])]);
  const where = answersIn(heard.bytes).map((one) => headerOf(one, 'location'));
  trial.must(where.length === 2 && where[0] === where[1], `a double click leads to ${where.join(' and ')}`);
}

/** A page that was taken back stays so, when the form that published it is sent again. */
async function backButton(
  trial: Trial,
  nora: Visitor,
  letter: string,
  form: Record<string, string>,
): Promise<void> {
  await trial.ask(nora, { path: `${letter}/publication?_method=delete`, form: {} });
  await trial.attack(nora, { path: `${letter}/publication`, form }, 'the back button');
  const id = letter.split('/').at(-1);
  const sql = `select published_at from tribute where id = '${id}'`;
  const [row] = await trial.place.rows.all<{ published_at: string | null }>(sql);
  trial.must(row?.published_at === null, 'the back button published again what was taken back');
}
