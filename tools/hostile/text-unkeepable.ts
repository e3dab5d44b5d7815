import { pageOf } from '#test/answers.ts';
import { readSheet, readWords } from '../crash/pages.ts';
import { arrived, type Attack } from './attack.ts';
import { childForm, writeLetter } from './family.ts';

/** What no database keeps is refused by its line, and every other word stays in the page; tags are kept. */
export const unkeepableGroup: Attack = async (trial, { nora, wren, letters }) => {
  const { path } = letters.draft;
  const { editor, revision } = readSheet(pageOf(await trial.ask(nora, { path })));
  const bad: [as: string, bytes: string][] = [
    ['NUL', '%00'],
    ['a lone high surrogate', '%ED%A0%80'],
    ['a lone low surrogate', '%ED%BF%BF'],
    ['half of a letter', '%C3'],
    ['an overlong slash', '%C0%AF'],
    ['beyond all planes', '%F5%80%80%80'],
    ['a byte order mark of UTF-16', '%FF%FE'],
  ];
  const type = 'application/x-www-form-urlencoded';
  let refused = 0;
  const fields: [path: string, field: string, rest: Record<string, string>][] = [
    [`${path}/draft`, 'text', { title: '', editor, revision: String(revision), language: 'en' }],
    [
      `${path}/draft`,
      'title',
      { text: letters.draft.word, editor, revision: String(revision), language: 'en' },
    ],
    [`${wren.home}/child`, 'called', childForm],
    [`${wren.home}/child`, 'sentence', childForm],
    [`${wren.home}/child`, 'day-born-words', { ...childForm, 'day-born-year': '2024' }],
    ['/home/family', 'signs-as', {}],
    ['/home/you', 'name', { email: nora.email }],
    ['/home/family/invitations', 'name', { email: '', role: 'keeper' }],
    ['/to/wren/report', 'text', { about: '/wren', email: '' }],
    ['/sign-in', 'email', {}],
  ];
  await trial.unchanged('what no database keeps', async () => {
    for (const [at, [to, field, rest]] of fields.entries()) {
      for (const [as, bytes] of at < 2 ? bad : bad.slice(0, 3)) {
        const body = `${new URLSearchParams(rest)}&${field}=first+line%0Asecond+${bytes}+line%0Athird`;
        const isOpen = to.startsWith('/to/') || to === '/sign-in';
        const by = isOpen ? trial.place.stranger() : nora;
        const answer = await trial.refused(by, { path: to, body, type }, [422], `${as} in ${field} of ${to}`);
        if (isOpen && to === '/sign-in') continue;
        const page = pageOf(answer);
        trial.must(/third/.test(page), `${as} in ${field} of ${to}: the other words are gone`);
        if (/line 2|second line/i.test(page)) refused++;
      }
    }
    const parts = `--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nfirst\r\nsecond \0\r\n--x--\r\n`;
    await trial.refused(
      nora,
      { path: `${path}/draft`, body: parts, type: 'multipart/form-data; boundary=x' },
      [422],
    );
  });
  const tags = `🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} and \u{e0041}`;
  const letter = await writeLetter(trial, nora, wren, { word: '', text: tags, audience: 'only-us' });
  const page = pageOf(await trial.attack(nora, { path: `/with/wren/${letter.address}` }));
  trial.must(readWords(page) === tags, 'tag characters came back otherwise');
  await trial.ask(nora, { path: `${letter.path}/bin`, form: {} });
  return arrived(refused, 20, 'were refused with the number of their line');
};
