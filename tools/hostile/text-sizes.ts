import { pageOf } from '#test/answers.ts';
import { readSheet, readWords } from '../crash/pages.ts';
import { arrived, type Attack } from './attack.ts';
import { childForm, keep, type Letter, publish, writeLetter } from './family.ts';
import type { Person } from './people.ts';
import type { Trial } from './trial.ts';

const megabyte = 1_000_000;

/** A name of a megabyte in every field, and a letter of ten: refused, with every word still in the page. */
export const sizesGroup: Attack = async (trial, { nora, wren, letters }) => {
  let refused = 0;
  await trial.unchanged('names and letters beyond measure', async () => {
    const name = 'W'.repeat(megabyte);
    const fields: [path: string, form: Record<string, string>][] = [
      ['/home/you', { name, email: nora.email }],
      ['/home/family', { 'signs-as': name }],
      ['/home/family/invitations', { name, email: '', role: 'keeper' }],
      [`${wren.home}/child`, { ...childForm, called: name }],
      [`${wren.home}/child`, { ...childForm, sentence: '\u0301'.repeat(megabyte) }],
      [`${wren.home}/child`, { ...childForm, 'name-0': '\u200d'.repeat(megabyte) }],
      [`${wren.home}/child`, { ...childForm, 'day-born-year': '9'.repeat(megabyte) }],
      [`${wren.home}/opening`, { audience: 'everyone', address: name }],
      ['/to/wren/report', { text: name, about: '/wren', email: '' }],
      ['/sign-in', { email: `${name}@family.example` }],
      ['/sign-in', { email: 'a.'.repeat(megabyte / 2) }],
    ];
    for (const [path, form] of fields) {
      const by = path.startsWith('/home') ? nora : trial.place.stranger();
      const answer = await trial.refused(by, { path, form }, [422], `a megabyte at ${path}`);
      if (/class="wrong"/.test(pageOf(answer))) refused++;
    }
    const { editor, revision } = readSheet(pageOf(await trial.ask(nora, { path: letters.draft.path })));
    const around = { title: '', editor, revision: String(revision), language: 'en' };
    const path = `${letters.draft.path}/draft`;
    const letter = 'حب <&" \n'.repeat(megabyte);
    for (const [text, files] of [
      [letter.slice(0, 3 * megabyte)],
      ['x'.repeat(10 * megabyte)],
      [letter, []],
    ] as const) {
      const asked = { path, form: { ...around, text }, ...(files && { files }) };
      const as = `${text.length / megabyte} megabytes${files ? ' in parts' : ''}`;
      const answer = await trial.refused(nora, asked, [422], as);
      trial.must(answer.body.byteLength > text.length, `${as}: the words are gone from the page`);
      if (/id="text-error"/.test(pageOf(answer).slice(0, 20_000) + pageOf(answer).slice(-20_000))) refused++;
    }
    // Who was signed out meanwhile loses no letter either; what is more than any letter is refused.
    const out = { path, form: { ...around, text: letter.slice(0, 1_999_000) }, files: [] };
    const kept = await trial.attack(trial.place.stranger(), out, 'two megabytes, signed out');
    trial.must(
      kept.status === 401 && kept.body.byteLength > 1_999_000,
      `two megabytes, signed out: ${kept.status} and ${kept.body.byteLength} bytes instead of 401 and all of it`,
    );
    const more = { ...out, form: { ...around, text: 'x'.repeat(10 * megabyte) } };
    await trial.refused(trial.place.stranger(), more, [413], 'ten megabytes, signed out');
  });
  return arrived(refused, 14, 'were refused beside their field, and stood in the page still');
};

const lines = Array.from({ length: 100_000 }, (_, at) => (at % 3 === 2 ? '' : `${at} snow`)).join('\n');
const words = 'snow fell on the garden, and '.repeat(68_900).slice(0, 1_999_000);

/** A letter of a hundred thousand lines, one of a single line; one beyond what is taken. All of it exact, nobody waits. */
export const linesGroup: Attack = async (trial, { nora, wren, letters }) => {
  const { editor, revision } = readSheet(pageOf(await trial.ask(nora, { path: letters.draft.path })));
  const around = { title: '', editor, revision: String(revision), language: 'en' };
  const line = 'y'.repeat(5 * megabyte);
  await trial.unchanged('a line of five megabytes', async () => {
    await trial.refused(
      nora,
      { path: `${letters.draft.path}/draft`, form: { ...around, text: line }, files: [] },
      [422],
      'a line of five megabytes',
    );
  });
  let exact = 0;
  for (const [as, text] of [
    ['a hundred thousand lines', lines],
    ['one line of two megabytes', words],
    ['one word of two megabytes', 'z'.repeat(1_999_999)],
  ] as const) {
    const letter = await writeLetter(trial, nora, wren, { word: '', title: as, text, audience: 'everyone' });
    exact += await readEverywhere(trial, nora, letter, { as, text });
    await keep(trial, nora, letter.path, { title: as, text: `${text.slice(1000)} and more` });
    await publish(trial, nora, letter.path, 'everyone');
    for (const part of [
      'comparison?earlier=1&later=2',
      'versions',
      'versions/1',
      'preview',
      '',
      'publication',
    ])
      await trial.attack(nora, { path: `${letter.path}/${part}` }, `${as}: ${part}`);
    await trial.ask(nora, { path: `${letter.path}/bin`, form: {} });
  }
  return arrived(exact, 3, 'letters were read by strangers, letter for letter');
};

/** Reads it where everybody can; answers 1 if it is exact. */
async function readEverywhere(
  trial: Trial,
  nora: Person,
  letter: Letter,
  { as, text }: { as: string; text: string },
): Promise<number> {
  const stranger = trial.place.stranger();
  const page = pageOf(await trial.attack(stranger, { path: `/wren/${letter.address}` }, `${as}: its page`));
  trial.must(readWords(page) === text, `${as} came back otherwise`);
  for (const path of [
    '/wren',
    '/ar/wren',
    '/wren/feed.atom',
    '/wren/feed.json',
    `/wren/${letter.address}/versions/1`,
  ])
    await trial.attack(stranger, { path }, `${as}: ${path.replace(letter.address, '…')}`);
  for (const path of ['/home', `/with/wren/${letter.address}`])
    await trial.attack(nora, { path }, `${as}: ${path.replace(letter.address, '…')}`);
  return readWords(page) === text ? 1 : 0;
}
