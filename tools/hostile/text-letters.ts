import { randomUUID } from 'node:crypto';
import { headerOf, pageOf } from '#test/answers.ts';
import { readSheet, readWords } from '../crash/pages.ts';
import { arrived, type Attack } from './attack.ts';
import { keep, writeLetter } from './family.ts';
import { everywhere } from './everywhere.ts';

const unseen = [
  '\u200b',
  '\u200b\u200d\ufeff',
  '\u2060\u180e',
  '\u3164',
  '\u115f\u1160\uffa0',
  '\u00ad\u034f',
  '\u2800',
  '\ufe0f\u{e0100}',
  '\u{e0041}',
  '\u17b4',
  '\u202e\u2069',
  '\u00a0\u3000\u2003',
];

/** Names that nobody could see: refused where a name is needed, none where it is not, and never a blank link. */
export const unseenGroup: Attack = async (trial, { nora, wren }) => {
  let refused = 0;
  for (const typed of unseen) {
    const invitation = { name: typed, email: '', role: 'keeper' };
    await trial.unchanged('names that nobody could see', async () => {
      const places: [path: string, form: Record<string, string>][] = [
        ['/home/family/invitations', invitation],
        ['/home/you', { name: typed, email: nora.email }],
        ['/home/family', { 'signs-as': typed }],
        ['/host/invitations', { name: typed, email: '' }],
        ['/to/wren/report', { text: typed, about: '/wren', email: '' }],
      ];
      for (const [path, form] of places) {
        const by = path.startsWith('/to/') ? trial.place.stranger() : nora;
        const answer = await trial.refused(by, { path, form }, [422], `${JSON.stringify(typed)} at ${path}`);
        if (answer.status === 422 && /class="wrong"/.test(pageOf(answer))) refused++;
      }
    });
  }
  const letter = await writeLetter(trial, nora, wren, {
    word: '',
    title: unseen[3]!,
    text: 'a letter',
    audience: 'only-us',
  });
  const page = pageOf(await trial.attack(nora, { path: `/with/wren/${letter.address}` }));
  trial.must(/<title>[^<]*[a-z][^<]*<\/title>/i.test(page), 'a title that nobody could see is a title');
  const empty = await trial.ask(nora, {
    path: `${wren.home}/tributes`,
    form: { form: randomUUID(), kind: 'letter' },
  });
  const path = headerOf(empty, 'location') ?? '';
  await keep(trial, nora, path, { text: unseen.join('\n'), title: unseen[0]! });
  const { revision } = readSheet(pageOf(await trial.ask(nora, { path })));
  const form = { form: randomUUID(), audience: 'only-us', revision: String(revision) };
  await trial.refused(nora, { path: `${path}/publication`, form }, [422], 'publishing what nobody could see');
  await trial.ask(nora, { path: `${path}/bin`, form: {} });
  return arrived(refused, 55, 'were refused beside the field that they stood in');
};

/** Families of emoji joined by ZWJ, flags, and letters under two hundred marks: kept and shown exactly. */
export const clustersGroup: Attack = async (trial, family) => {
  const { nora, wren } = family;
  const clusters = ['👩‍👩‍👧‍👦🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿👩🏽‍🚀', `W${'\u0301'.repeat(90)}ren`, 'क्षि ﷽ ﬁ Å Å'];
  let exact = 0;
  for (const typed of clusters) {
    const { shown } = await everywhere(trial, family, typed);
    exact += shown.filter(({ text }) => text.includes(typed)).length;
  }
  // A line of a preview is cut between what people see as letters.
  const marks = `Z${'\u0300\u0301\u0302\u0303\u0304'.repeat(40)}`;
  for (const text of [
    marks.repeat(50),
    '👩‍👩‍👧‍👦'.repeat(2000),
    `${marks}\n`.repeat(200),
    '\u0301'.repeat(5000),
    `e${'\u0301'.repeat(100_000)}`,
  ]) {
    const letter = await writeLetter(trial, nora, wren, {
      word: '',
      title: text.slice(0, 250),
      text,
      audience: 'everyone',
    });
    const page = pageOf(await trial.attack(trial.place.stranger(), { path: `/wren/${letter.address}` }));
    trial.must(readWords(page) === text, `a letter of ${text.length} marks came back otherwise`);
    if (readWords(page) === text) exact++;
    trial.must(
      !/[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/.test(page),
      'a letter is cut through',
    );
    for (const path of ['/wren', '/wren/feed.json', '/home']) await trial.attack(nora, { path });
    await trial.ask(nora, { path: `${letter.path}/bin`, form: {} });
  }
  return arrived(exact, 50, 'places and letters show them letter for letter');
};
