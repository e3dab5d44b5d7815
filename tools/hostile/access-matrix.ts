import { randomUUID } from 'node:crypto';
import { headerOf, pageOf } from '#test/answers.ts';
import { picturesIn } from '../crash/pages.ts';
import { giveIn, makeKey } from './access-keys.ts';
import { arrived, type Attack } from './attack.ts';
import { type Family, type Letter, writeLetter } from './family.ts';
import { newcomer, type Person } from './people.ts';
import type { Visitor } from './request.ts';
import type { Trial } from './trial.ts';

type Audience = 'only-me' | 'only-us' | 'a circle' | 'circle' | 'link' | 'everyone' | 'draft';
type Kind =
  | 'nobody'
  | 'mother'
  | 'father'
  | 'keeper'
  | 'in the circle'
  | 'in another circle'
  | 'doorkeeper'
  | 'removed'
  | 'holder'
  | 'holder of a key taken back'
  | 'parent of another family';
type Viewers = Map<Kind, Visitor>;

/** Who may find anything of a letter of the mother's for each audience. Written by hand. */
const mayFind: Record<Audience, readonly Kind[]> = {
  draft: ['mother'],
  'only-me': ['mother'],
  'only-us': ['mother', 'father', 'keeper'],
  'a circle': ['mother', 'father', 'keeper', 'in the circle'],
  circle: ['mother', 'father', 'keeper', 'in the circle', 'in another circle', 'doorkeeper'],
  link: ['mother', 'father', 'keeper', 'in the circle', 'in another circle', 'doorkeeper', 'holder'],
  everyone: [
    'nobody',
    'mother',
    'father',
    'keeper',
    'in the circle',
    'in another circle',
    'doorkeeper',
    'removed',
    'holder',
    'holder of a key taken back',
    'parent of another family',
  ],
};

/** Where everybody may look: these pages never ask who looks, so some of them do for all. */
const openPlaces = ({ address }: Letter): string[] => ['/wren', '/wren/feed.json', `/wren/${address}`];

/** What is for those who were let in. */
const closedPlaces = ({ wren }: Family, { address, path }: Letter): string[] => [
  ...['/with/wren', `/with/wren/${address}`],
  ...[`${wren.home}/${address}`, `${path}/preview`],
];

const indifferent: readonly Kind[] = ['nobody', 'father', 'removed', 'holder of a key taken back'];

// A page, a page as JSON, and a part of one.
const ways: Record<string, string>[] = [{}, { accept: 'application/json' }, { range: 'bytes=0-' }];

/** Every audience that there is, asked for by everybody over the wire; `npm run matrix` has every representation. */
export const matrixGroup: Attack = async (trial, family) => {
  const { nora, wren } = family;
  const { viewers, circle } = await everybody(trial, family);
  let right = 0;
  for (const audience of Object.keys(mayFind) as Audience[]) {
    const word = `saffron${audience.replaceAll(/[^a-z]/g, '')}x`;
    const photograph = family.photographs.mark(word);
    const published =
      audience === 'draft' ? undefined : audience === 'a circle' ? `circle/${circle}` : audience;
    const letter = await writeLetter(trial, nora, wren, {
      word,
      title: word,
      audience: published,
      photograph,
    });
    for (const [at, [kind, viewer]] of [...viewers].entries()) {
      const may = mayFind[audience].includes(kind);
      let found = false;
      const closed = closedPlaces(family, letter);
      const places = indifferent.includes(kind) ? [...openPlaces(letter), ...closed] : closed;
      for (const [by, path] of places.entries()) {
        const answer = await trial.attack(viewer, { path, headers: ways[(at + by) % ways.length]! });
        // Who is not signed in is told where they were going.
        const shows = answer.status !== 303 && pageOf(answer).includes(word);
        trial.must(!shows || may, `${path} shows ${kind} a letter for ${audience}`);
        found ||= shows;
        if (!shows || may) right++;
      }
      trial.must(found === may, `${kind} finds ${found ? 'a' : 'no'} letter for ${audience}`);
    }
    await pictures(trial, viewers, letter, audience);
    await trial.ask(nora, { path: `${letter.path}/bin`, form: {} });
  }
  return arrived(
    right,
    350,
    'cells are what the rule says, and everybody found what is for them; other servers are not built yet',
  );
};

/** Everybody who could ask, each let in or removed as people are. */
async function everybody(
  trial: Trial,
  { nora, elias, ines, nell, wren }: Family,
): Promise<{ viewers: Viewers; circle: string }> {
  const { rows, stranger } = trial.place;
  const [family] = await rows.all<{ id: string }>(
    `select family_id as id from memorial where id = '${wren.id}'`,
  );
  const circleCalled = async (name: string): Promise<string> => {
    const made = await trial.ask(nora, {
      path: '/home/family/circles',
      form: { form: randomUUID(), circle: name },
    });
    return /\/circles\/([^?/]+)/.exec(headerOf(made, 'location') ?? '')?.[1] ?? '';
  };
  const [circle, other] = [
    await circleCalled(`Street ${randomUUID()}`),
    await circleCalled(`Choir ${randomUUID()}`),
  ];
  const relative = async (id: string): Promise<Person> => {
    const comes = await newcomer(trial, nora, 'relative');
    const [row] = await rows.all<{ id: string }>(`select id from person where name = '${comes.name}'`);
    const put = await trial.ask(nora, {
      path: `/home/family/members/${row?.id}/circles?family=${family?.id}`,
      form: { [`circle-${id}`]: 'yes' },
    });
    trial.came(put, [303], `nobody is put into a circle`);
    return comes;
  };
  const removed = await newcomer(trial, nora, 'relative');
  const [gone] = await rows.all<{ id: string }>(`select id from person where name = '${removed.name}'`);
  await trial.ask(nora, { path: `/home/family/members/${gone?.id}/removal?family=${family?.id}`, form: {} });
  const [left] = await rows.all<{ n: number }>(
    `select count(*) as n from member where person_id = '${gone?.id}'`,
  );
  trial.must(Number(left?.n) === 0, 'a relative is not removed');
  const [holder, former] = [stranger('a holder'), stranger('a former holder')];
  await giveIn(trial, holder, (await makeKey(trial, nora, wren)).key);
  const taken = await makeKey(trial, nora, wren);
  await giveIn(trial, former, taken.key);
  await trial.ask(nora, { path: taken.takeBack, form: {} });
  const viewers: Viewers = new Map<Kind, Visitor>([
    ['nobody', stranger()],
    ['mother', nora],
    ['father', elias],
    ['keeper', ines],
    ['in the circle', await relative(circle)],
    ['in another circle', await relative(other)],
    ['doorkeeper', await newcomer(trial, nora, 'doorkeeper')],
    ['removed', removed],
    ['holder', holder],
    ['holder of a key taken back', former],
    ['parent of another family', nell],
  ]);
  return { viewers, circle };
}

/** Its photograph, at the family's address of it and at its public one. */
async function pictures(trial: Trial, viewers: Viewers, letter: Letter, audience: Audience): Promise<void> {
  const nora = viewers.get('mother')!;
  const id =
    /data-photograph="([^"]+)"/.exec(pageOf(await trial.ask(nora, { path: letter.path })))?.[1] ?? '';
  const page = pageOf(await trial.ask(viewers.get('nobody')!, { path: `/wren/${letter.address}` }));
  const uses = await trial.place.rows.all<{ address: string }>(
    `select address from picture_use where photograph_id = '${id}'`,
  );
  const open = [...picturesIn(page), ...uses.map(({ address }) => `/pictures/${address}/480.jpeg`)];
  for (const [kind, viewer] of viewers) {
    for (const path of [`/home/photographs/${id}/480.jpeg`, ...open.slice(0, 2)]) {
      const answer = await trial.attack(viewer, { path, method: path.startsWith('/home') ? 'GET' : 'HEAD' });
      const isShown = headerOf(answer, 'content-type')?.startsWith('image/') ?? false;
      const isSignedIn = !['nobody', 'holder', 'holder of a key taken back'].includes(kind);
      const may = path.startsWith('/home/')
        ? mayFind[audience].includes(kind) && isSignedIn
        : audience === 'everyone';
      trial.must(isShown === may, `${path}: ${kind} ${isShown ? 'sees' : 'does not see'} ${audience}`);
    }
  }
}
