import { pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { childForm } from './family.ts';
import type { newcomer } from './people.ts';
import type { Trial } from './trial.ts';

const nothing = [
  '',
  ' ',
  '\t\n',
  'null',
  'undefined',
  'NaN',
  'false',
  '0',
  '[object Object]',
  '-0',
  'None',
  'nil',
  '[]',
  'true',
];

/** Nothing, blanks, and words that programs mistake for nothing. A child may be called Null. */
export const nothingGroup: Attack = async (trial, { nora, wren }) => {
  let shown = 0;
  const places: [path: string, field: string, rest: Record<string, string>][] = [
    ['/home/family', 'signs-as', {}],
    [`${wren.home}/child`, 'called', childForm],
    [`${wren.home}/child`, 'day-born-year', childForm],
    [`${wren.home}/child`, 'pronouns', childForm],
    [`${wren.home}/start/day`, 'day-kind', { 'day-first-year': '2024' }],
    [`${wren.home}/opening`, 'address', { audience: 'everyone' }],
    ['/home/family/invitations', 'role', { name: 'x', email: '' }],
    ['/home/family/invitations', 'name', { email: '', role: 'keeper' }],
    ['/home/memorials', 'family', {}],
    ['/sign-in/code', 'attempt', { code: '000000' }],
    ['/to/wren/report', 'about', { text: 'x', email: '' }],
  ];
  for (const value of nothing) {
    for (const [path, field, rest] of places) {
      const by = path.startsWith('/home') ? nora : trial.place.stranger();
      const form = { ...rest, [field]: value };
      const answer = await trial.attack(by, { path, form }, `${field} is ${JSON.stringify(value)}`);
      trial.came(answer, [200, 303, 404, 422], `${field} is ${JSON.stringify(value)}`);
    }
    await called(trial, nora, wren, value);
    const page = pageOf(await trial.attack(trial.place.stranger(), { path: '/wren' }));
    if (value.trim() !== '' && page.includes(`>${value}</`)) shown++;
    if (value.trim() === '')
      trial.must(!/undefined|null|NaN|\[object/.test(page), 'a page names what is not there');
  }
  await called(trial, nora, wren, 'Wren');
  await trial.ask(nora, {
    path: `${wren.home}/opening`,
    form: { audience: 'everyone', address: wren.address, 'shows-name': 'yes', 'shows-days': 'yes' },
  });
  return arrived(shown, 10, 'such words are names on the page, and what is empty is nothing');
};

async function called(
  trial: Trial,
  nora: Parameters<typeof newcomer>[1],
  { home }: { home: string },
  name: string,
): Promise<void> {
  await trial.ask(nora, { path: `${home}/start/name`, form: { called: name } });
  await trial.ask(nora, {
    path: `${home}/opening`,
    form: { audience: 'everyone', address: 'wren', 'shows-name': 'yes', 'shows-sentence': 'yes' },
  });
}
