import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { saveSetting } from '#hosting/settings.ts';
import { sayIn } from '#i18n/messages.ts';
import { elias, nora } from '#test/cast.ts';
import { errorAt, formTo } from '#test/html.ts';
import { type Place, settle, takingRoutes } from '#test/settled.ts';
import { settleTranslations } from '#test/translating.ts';
import type { Visitor, World } from '#test/world.ts';
import { countWork } from '#test/worked.ts';

vi.setConfig({ testTimeout: 60_000 });

const say = sayIn('en');

type Wrong = { typed: Record<string, string>; at: string; says: string; name: string };
type FormUnderTest = {
  route: string;
  who: 'stranger' | 'mother' | 'mother of Robin';
  path: (place: Place) => string;
  /** The address that the form stands with on its page, if it has one. */
  action?: (place: Place) => string;
  good: (place: Place) => Record<string, string>;
  /** Fields of text, with the most characters that each takes. */
  texts: (place: Place) => Record<string, number>;
  /** What else can be wrong: what is typed, at which field it is said, and the sentence. */
  wrong?: (place: Place) => Wrong[];
};

const badEmail: Wrong = {
  name: 'two addresses',
  typed: { email: 'a@family.example, b@family.example' },
  at: 'email',
  says: say('error.email'),
};
const empty = (field: string): Wrong => ({
  name: `an empty ${field}`,
  typed: { [field]: ' ' },
  at: field,
  says: say('error.missing'),
});
const badAddresses: Wrong[] = [
  'harbour.example/wren',
  'javascript:alert(1)',
  'ftp://harbour.example/',
  'https://wren@harbour.example/',
  'https://harbour/',
  'https://[::1',
  '//harbour.example/',
].map((url) => ({ name: url, typed: { url }, at: 'url', says: say('error.web-address') }));
const noSuchLanguage = (field: string): Wrong => ({
  name: `no language in ${field}`,
  typed: { [field]: 'Birdsong' },
  at: field,
  says: say('error.language-unknown'),
});
const noSuchDay = (field: string): Wrong[] =>
  (
    [
      ['29', '2', '2023', 'no-such-day'],
      ['29', '2', '1900', 'no-such-day'],
      ['', '', '0000', 'year-unreadable'],
      ['', '', '23', 'year-unreadable'],
      ['14', '', '2023', 'month-missing'],
      ['', '2', '', 'year-missing'],
    ] as const
  ).map(([day, month, year, why]) => ({
    name: `${field} ${day}.${month}.${year}`,
    typed: { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year },
    at: field,
    says: say(`error.date-${why}`),
  }));

const forms: FormUnderTest[] = [
  {
    route: 'POST /sign-in',
    who: 'stranger',
    path: () => '/sign-in',
    good: () => ({ email: nora.email, to: '/home/you' }),
    texts: () => ({ email: 254 }),
    wrong: () => [badEmail, { ...badEmail, name: 'no address', typed: { email: '' } }],
  },
  {
    route: 'POST /sign-in/invitation/:secret',
    who: 'stranger',
    path: ({ secret }) => `/sign-in/invitation/${secret}`,
    good: () => ({ name: elias.name, 'signs-as': elias.signsAs, email: 'elias@new.example' }),
    texts: () => ({ name: 100, 'signs-as': 100, email: 254 }),
    wrong: () => [badEmail, empty('name')],
  },
  {
    route: 'POST /host/claim/:secret',
    who: 'stranger',
    path: ({ claim }) => claim,
    good: () => ({ name: nora.name, own: 'yes', 'signs-as': nora.signsAs, email: 'nora@new.example' }),
    texts: () => ({ name: 100, 'signs-as': 100, email: 254 }),
    wrong: () => [
      badEmail,
      empty('name'),
      { name: 'neither yes nor no', typed: { own: 'maybe' }, at: 'own', says: say('error.own') },
    ],
  },
  {
    route: 'POST /sign-in/host/:secret',
    who: 'stranger',
    path: ({ takeOver }) => `/sign-in/host/${takeOver}`,
    good: () => ({ name: nora.name, email: 'nora@next.example' }),
    texts: () => ({ name: 100, email: 254 }),
    wrong: () => [badEmail, empty('name')],
  },
  {
    route: 'POST /key',
    who: 'stranger',
    path: () => '/key',
    good: () => ({ key: 'k7qm-3x9d-0vwz-1abc' }),
    texts: () => ({ key: 100 }),
    wrong: () => [
      { name: 'half a key', typed: { key: 'k7qm 3x9d' }, at: 'key', says: say('key.unreadable') },
      { name: 'nobody’s key', typed: {}, at: 'key', says: say('key.opens-nothing') },
    ],
  },
  {
    route: 'POST /to/:memorial/report',
    who: 'stranger',
    path: () => '/to/robin/report',
    action: () => '',
    good: () => ({
      text: 'This is not her picture.\n\nIt is ours.',
      email: 'reader@family.example',
      about: '/robin',
    }),
    texts: () => ({ text: 5000, email: 254 }),
    wrong: () => [badEmail, empty('text')],
  },
  {
    route: 'POST /to/:memorial/correction',
    who: 'stranger',
    path: () => '/to/robin/correction',
    action: () => '',
    good: () => ({
      publication: 'The Harbour Post',
      url: 'https://harbour.example/robin',
      printed: 'He was three\n\nweeks old.',
      contact: 'A reader, reader@family.example',
      in: 'en',
    }),
    texts: () => ({ publication: 200, url: 2000, printed: 50_000, contact: 300 }),
    wrong: () => [empty('publication'), empty('printed'), ...badAddresses],
  },
  {
    route: 'POST /home/you',
    who: 'mother',
    path: () => '/home/you',
    good: () => ({ name: 'Nora L.', email: nora.email }),
    texts: () => ({ name: 100, email: 254 }),
    wrong: () => [badEmail, empty('name')],
  },
  {
    route: 'POST /home/you/passkeys/:id',
    who: 'mother',
    path: () => '/home/you/passkeys/a-passkey',
    good: () => ({ name: 'My phone' }),
    texts: () => ({ name: 100 }),
    wrong: () => [empty('name')],
  },
  {
    route: 'POST /home/family',
    who: 'mother',
    path: () => '/home/family',
    good: ({ familyId }) => ({ 'signs-as': 'Mum', family: familyId }),
    texts: () => ({ 'signs-as': 100 }),
    wrong: () => [empty('signs-as')],
  },
  {
    route: 'POST /home/family/invitations',
    who: 'mother',
    path: () => '/home/family/invitations',
    good: ({ familyId }) => ({
      name: elias.name,
      email: 'elias@new.example',
      role: 'parent',
      family: familyId,
    }),
    texts: () => ({ name: 100, email: 254 }),
    wrong: () => [
      badEmail,
      empty('name'),
      { name: 'another role', typed: { role: 'host' }, at: 'role', says: say('error.choice') },
    ],
  },
  {
    route: 'POST /home/family/members/:id/role',
    who: 'mother',
    path: ({ aunt, familyId }) => `/home/family/members/${aunt?.id}/role?family=${familyId}`,
    good: () => ({ role: 'keeper' }),
    texts: () => ({}),
    wrong: () => [
      { name: 'parent, which is asked', typed: { role: 'parent' }, at: 'role', says: say('error.choice') },
      { name: 'nothing', typed: { role: '' }, at: 'role', says: say('error.choice') },
    ],
  },
  {
    route: 'POST /host/invitations',
    who: 'mother',
    path: () => '/host/invitations',
    good: () => ({ name: 'Another family', email: 'another@family.example' }),
    texts: () => ({ name: 100, email: 254 }),
    wrong: () => [badEmail, empty('name')],
  },
  {
    route: 'POST /home/memorials/:id/start/:step',
    who: 'mother',
    path: ({ home }) => `${home}/start/name`,
    good: () => ({ called: 'Wren Lind' }),
    texts: () => ({ called: 200 }),
  },
  {
    route: 'POST /home/memorials/:id/start/:step',
    who: 'mother',
    path: ({ home }) => `${home}/start/day`,
    good: () => ({
      'day-kind': 'born',
      'day-first-day': '14',
      'day-first-month': '2',
      'day-first-year': '2023',
      'day-first-time': '07:41',
      'day-first-words': 'born asleep on',
    }),
    texts: () => ({ 'day-first-words': 200 }),
    wrong: () => [
      ...noSuchDay('day-first'),
      {
        name: 'no time',
        typed: { 'day-first-time': '25:00' },
        at: 'day-first',
        says: say('error.date-time-unreadable'),
      },
    ],
  },
  {
    route: 'POST /home/memorials/:id/start/:step',
    who: 'mother',
    path: ({ home }) => `${home}/start/words`,
    good: () => ({}),
    texts: () => ({}),
    wrong: () => [
      { name: 'another set', typed: { 'word-set': 'rainbow' }, at: 'word-set', says: say('error.choice') },
      { name: 'no set', typed: {}, at: 'word-set', says: say('error.choice') },
    ],
  },
  {
    route: 'POST /home/memorials/:id/child',
    who: 'mother',
    path: ({ home }) => `${home}/child`,
    good: () => ({
      called: 'Wren Lind',
      sentence: 'You were here.',
      'word-set': 'sleeping',
      drawing: 'twig',
      palette: 'moss',
      language: 'de',
      'own-en-baby': 'our bird',
      'own-ar-farewell': 'وداعنا',
      pronunciation: 'ren',
      pronouns: 'she',
      'name-0': '鷦鷯',
      'name-0-pronunciation': 'misosazai',
      loss: 'stillborn',
      'measure-weight': '2,340 g',
      'resting-place': 'With the sea',
      'sibling-new-a-name': 'Juno',
      'sibling-new-a-memorial': '',
      'day-born-asked': 'yes',
      'day-born-shown': 'yes',
      'day-born-day': '14',
      'day-born-month': '2',
      'day-born-year': '2023',
      'day-born-time': '07:41',
      'day-born-words': 'born asleep on',
      'day-born-place': 'The room by the river',
      'day-due-year': '',
      'day-new-a-year': '2024',
      'day-new-a-words': 'a day',
    }),
    texts: () => ({
      called: 200,
      sentence: 500,
      pronunciation: 200,
      'name-0': 200,
      'name-0-pronunciation': 200,
      'own-en-baby': 100,
      'own-ar-farewell': 100,
      'day-born-words': 200,
      'day-born-place': 200,
      'day-due-words': 200,
      'day-new-a-words': 200,
      loss: 200,
      'measure-weight': 200,
      'resting-place': 500,
      'sibling-new-a-name': 200,
    }),
    wrong: () => [
      ...noSuchDay('day-born'),
      ...noSuchDay('day-new-a'),
      {
        name: 'words for a day without a date',
        typed: { 'day-due-words': 'we waited for you' },
        at: 'day-due',
        says: say('error.date-year-missing'),
      },
      {
        name: 'how no name is said',
        typed: { 'name-0': '' },
        at: 'name-0',
        says: say('error.missing'),
      },
      { name: 'another pronoun', typed: { pronouns: 'it' }, at: 'pronouns', says: say('error.choice') },
      { name: 'another set', typed: { 'word-set': 'rainbow' }, at: 'word-set', says: say('error.choice') },
      { name: 'another drawing', typed: { drawing: '../x' }, at: 'drawing', says: say('error.choice') },
      {
        name: 'another palette',
        typed: { palette: 'x"><script>' },
        at: 'palette',
        says: say('error.choice'),
      },
    ],
  },
  {
    route: 'POST /home/memorials/:id/opening',
    who: 'mother',
    path: ({ home }) => `${home}/opening`,
    good: () => ({ audience: 'everyone', address: 'wren', 'shows-name': 'yes', listed: 'yes' }),
    texts: () => ({ address: 100 }),
    wrong: () => [
      {
        name: 'our own address',
        typed: { address: 'Home' },
        at: 'address',
        says: say('error.address-reserved'),
      },
      { name: 'a language', typed: { address: 'ar' }, at: 'address', says: say('error.address-reserved') },
      { name: 'a heart', typed: { address: '❤️' }, at: 'address', says: say('error.address-empty') },
      {
        name: 'another child’s address',
        typed: { address: 'Robin' },
        at: 'address',
        says: say('error.address-taken'),
      },
    ],
  },
  {
    route: 'POST /home/family/circles',
    who: 'mother',
    path: () => '/home/family/circles',
    good: ({ familyId }) => ({ circle: 'The grandparents', family: familyId }),
    texts: () => ({ circle: 100 }),
    wrong: () => [empty('circle')],
  },
  {
    route: 'POST /home/family/circles/:id',
    who: 'mother',
    path: ({ circle, familyId }) => `/home/family/circles/${circle}?family=${familyId}`,
    good: () => ({ circle: 'The grandparents' }),
    texts: () => ({ circle: 100 }),
    wrong: () => [empty('circle')],
  },
  {
    route: 'POST /home/memorials/:id/keys',
    who: 'mother',
    path: ({ home }) => `${home}/keys`,
    good: () => ({ name: 'For the choir', lasts: 'month' }),
    texts: () => ({ name: 100 }),
    wrong: () => [
      empty('name'),
      { name: 'another length of time', typed: { lasts: '9999' }, at: 'lasts', says: say('error.choice') },
    ],
  },
  {
    route: 'POST /home/memorials/:id/press',
    who: 'mother',
    path: ({ home }) => `${home}/press`,
    good: () => ({
      shown: 'yes',
      uses: 'Our words,\n  exactly as they <stand> & no others.',
      credit: 'From the letters to Wren',
      contact: 'Nobody. Please do not write to us.',
      terms: 'Not on a cover.',
      revision: '0',
    }),
    texts: () => ({ uses: 5000, credit: 300, contact: 300, terms: 5000 }),
    wrong: () =>
      ['5', '-1', 'abc', '1e999', '99999999999999', ''].map((revision) => ({
        name: `revision ${revision}`,
        typed: { revision },
        at: 'uses',
        says: say('error.press-changed-since'),
      })),
  },
  {
    route: 'POST /home/memorials/:id/press/photographs/:tribute/:photograph',
    who: 'mother of Robin',
    path: ({ released }) => released,
    good: () => ({ terms: 'Not cropped,\n  please.' }),
    texts: () => ({ terms: 5000 }),
  },
  ...[
    { route: 'POST /home/tributes/:id/cover', at: () => '' },
    {
      route: 'POST /home/tributes/:id/cover/:photograph',
      at: ({ keepersPhotographId }: Place) => `/${keepersPhotographId}`,
    },
  ].map(({ route, at }): FormUnderTest => ({
    route,
    who: 'mother',
    path: (where) => `${where.keepersLetter}/cover${at(where)}`,
    good: () => ({ words: 'Look when you can,\n  or leave it.', seen: '' }),
    texts: () => ({ words: 500 }),
  })),
  ...[
    { route: 'POST /home/memorials/:id/corrections', at: () => '' },
    {
      route: 'POST /home/memorials/:id/corrections/:correction',
      at: ({ correction }: Place) => `/${correction}`,
    },
  ].map(({ route, at }): FormUnderTest => ({
    route,
    who: 'mother',
    path: (where) => `${where.home}/corrections${at(where)}`,
    good: () => ({
      publication: 'The Harbour Post',
      url: 'https://harbour.example/wren',
      'printed-on-day': '14',
      'printed-on-month': '2',
      'printed-on-year': '2024',
      printed: 'He was\nthree weeks old.',
      'should-be': 'She was born still.',
      state: 'made',
      shown: 'yes',
    }),
    texts: () => ({ publication: 200, url: 2000, printed: 50_000, 'should-be': 50_000 }),
    wrong: () => [
      empty('publication'),
      empty('printed'),
      ...badAddresses,
      ...noSuchDay('printed-on'),
      { name: 'another state', typed: { state: 'told' }, at: 'state', says: say('error.choice') },
    ],
  })),
  {
    route: 'POST /home/tributes/:id/draft',
    who: 'mother',
    path: ({ letter }) => `${letter}/draft`,
    good: ({ photographId, mother, wrens }) => ({
      title: 'A year of you',
      text: '\nWren,\n\n  there would be snow <on> it & you.\n',
      language: 'ar',
      'memory-day': '14',
      'memory-month': '2',
      'memory-year': '2023',
      revision: '1',
      editor: randomUUID(),
      [`caption-${photographId}`]: 'The window',
      [`alternative-${photographId}`]: 'A window in snow',
      [`after-${photographId}`]: '0',
      [`signs-${mother.id}`]: 'yes',
      [`signs-${wrens.father.id}`]: 'yes',
    }),
    texts: ({ photographId }) => ({
      title: 300,
      text: 2_000_000,
      [`caption-${photographId}`]: 2000,
      [`alternative-${photographId}`]: 2000,
    }),
    // A date that does not exist is refused alone and the words are kept: src/tributes/writing/writing-routes.test.ts.
  },
  {
    route: 'POST /home/tributes/:id/publication',
    who: 'mother',
    path: ({ letter }) => `${letter}/publication`,
    good: () => ({ audience: 'everyone', address: 'wren', revision: '1', 'shows-name': 'yes' }),
    texts: () => ({ address: 100 }),
    wrong: () => [
      { name: 'no audience', typed: { audience: '' }, at: 'audience', says: say('error.audience') },
      {
        name: 'an audience that is not offered',
        typed: { audience: 'circles' },
        at: 'audience',
        says: say('error.audience'),
      },
      {
        name: 'another child’s address',
        typed: { address: 'Robin' },
        at: 'address',
        says: say('error.address-taken'),
      },
      {
        name: 'an older page',
        typed: { revision: '0' },
        at: 'audience',
        says: say('error.publish-changed-since'),
      },
      ...['abc', '1e999', '99999999999999', '-1', '1.5', ''].map((revision) => ({
        name: `revision ${revision}`,
        typed: { revision },
        at: 'audience',
        says: say('error.publish-changed-since'),
      })),
    ],
  },
  {
    route: 'POST /home/tributes/:id/approval/publication',
    who: 'mother',
    path: ({ keepersLetter }) => `${keepersLetter}/approval/publication`,
    good: () => ({ audience: 'everyone', address: 'wren', revision: '1', 'shows-name': 'yes' }),
    texts: () => ({ address: 100 }),
    wrong: () => [
      { name: 'no audience', typed: { audience: '' }, at: 'audience', says: say('error.audience') },
      { name: 'only me', typed: { audience: 'only-me' }, at: 'audience', says: say('error.audience') },
      {
        name: 'another child’s address',
        typed: { address: 'Robin' },
        at: 'address',
        says: say('error.address-taken'),
      },
      ...['0', 'abc', '-1', ''].map((revision) => ({
        name: `revision ${revision}`,
        typed: { revision },
        at: 'audience',
        says: say('error.publish-changed-since'),
      })),
    ],
  },
  {
    route: 'POST /home/tributes/:id/approval/return',
    who: 'mother',
    path: ({ keepersLetter }) => `${keepersLetter}/approval/return`,
    good: () => ({ note: 'Not the nurse’s name,\n  please.' }),
    texts: () => ({ note: 2000 }),
  },
  {
    route: 'POST /home/tributes/:id/translations',
    who: 'mother',
    path: () => `/home/tributes/${translated.tribute}/translations`,
    good: () => ({ name: 'Defne', email: 'defne@new.example', language: 'German' }),
    texts: () => ({ name: 100, email: 254, language: 100 }),
    wrong: () => [badEmail, empty('name'), noSuchLanguage('language')],
  },
  {
    route: 'POST /home/tributes/:id/translations/own',
    who: 'mother',
    path: () => `/home/tributes/${translated.tribute}/translations/own`,
    good: () => ({ 'own-language': 'Deutsch' }),
    texts: () => ({ 'own-language': 100 }),
    wrong: () => [
      noSuchLanguage('own-language'),
      { ...noSuchLanguage('own-language'), name: 'no language', typed: { 'own-language': '' } },
      {
        name: 'the language of the original',
        typed: { 'own-language': 'English' },
        at: 'own-language',
        says: say('error.language-original'),
      },
      {
        name: 'a language that is there already',
        typed: { 'own-language': 'Türkçe' },
        at: 'own-language',
        says: say('error.language-taken'),
      },
    ],
  },
  {
    route: 'POST /home/translations/:id/return',
    who: 'mother',
    path: () => `/home/translations/${translated.offered}/return`,
    good: () => ({ note: 'Not the nurse’s name,\n  please.', revision: '1' }),
    texts: () => ({ note: 2000 }),
  },
  {
    route: 'POST /home/translations/:id/translator',
    who: 'mother',
    path: () => `/home/translations/${translated.offered}/translator`,
    good: () => ({ name: 'Maud', email: 'maud@new.example' }),
    texts: () => ({ name: 100, email: 254 }),
    wrong: () => [badEmail, empty('name')],
  },
  {
    route: 'POST /home/translations/:id/words/draft',
    who: 'mother',
    path: () => `/home/translations/${translated.own}/words/draft`,
    good: () => ({
      translator: 'Nora Lind',
      'around-title': 'Un an de toi',
      'text-0': 'Il y aurait <de la neige> & toi.',
      'text-1': 'Deux\nlignes.',
      revision: '0',
      of: '1',
      editor: randomUUID(),
    }),
    texts: () => ({ translator: 100, 'around-title': 2000, 'text-0': 2_000_000 }),
  },
];

// What holds no words, or words that nobody could lose, is tried below by itself.
const withoutWords = [
  'POST /sign-in/translation/:secret',
  // The same sheet as that of somebody of the family, above.
  'POST /sign-in/translations/:id/draft',
  // Words that must stand in others: tried in src/words/ready-routes.test.ts.
  'POST /home/tributes/:id/quotations',
  'DELETE /home/tributes/:id/quotations/:quotation',
  'DELETE /sign-in/translations/:id',
  'POST /home/translations/:id/link',
  'DELETE /home/translations/:id/link',
  // No words: src/translations/hand-on.test.ts.
  'POST /home/translations/:id/translator/own',
  'POST /home/translations/:id/approval',
  'POST /home/translations/:id/machine-draft',
  'POST /home/translations/:id/publication',
  'DELETE /home/translations/:id/publication',
  'POST /home/family/members/:id/circles',
  'DELETE /home/family/circles/:id',
  'DELETE /key',
  'DELETE /home/memorials/:id/keys/:key',
  'POST /sign-in/code',
  'POST /sign-in/recovery',
  'POST /sign-in/link/:secret',
  'POST /sign-in/passkey/options',
  'POST /sign-in/passkey',
  'POST /sign-out',
  'POST /home/you/address',
  'POST /home/you/recovery',
  'POST /home/you/confirmation',
  'POST /home/you/confirmation/mail',
  'POST /home/you/confirmation/code',
  'POST /home/you/confirmation/recovery',
  'POST /home/you/confirmation/passkey/options',
  'POST /home/you/confirmation/passkey',
  'POST /home/you/passkeys/options',
  'POST /home/you/passkeys',
  'DELETE /home/you/passkeys/:id',
  'DELETE /home/you/sessions/:id',
  'DELETE /home/family/invitations/:id',
  'POST /home/family/invitations/:id/link',
  'POST /home/family/members/:id/removal',
  'DELETE /home/family/members/:id/removal',
  'POST /home/family/offers',
  'POST /home/family/offers/:id/acceptance',
  'DELETE /home/family/offers/:id',
  'POST /home/family/succession',
  'DELETE /home/family/succession',
  'POST /home/family/leaving',
  'DELETE /home/kept/:id/publication',
  'DELETE /home/kept/names',
  'POST /host/handing-over',
  'DELETE /host/handing-over',
  'POST /host/invitations/:id/link',
  'DELETE /host/invitations/:id',
  'POST /host/reports/:id/closure',
  'DELETE /host/reports/:id/closure',
  'POST /host/reports/:id/pause',
  'DELETE /host/reports/:id/pause',
  'POST /home/memorials',
  'DELETE /home/memorials/:id/opening',
  'POST /home/memorials/:id/rest',
  'DELETE /home/memorials/:id/rest',
  'POST /home/memorials/:id/leaving',
  'DELETE /home/memorials/:id/leaving',
  'DELETE /home/memorials/:id/press/photographs/:tribute/:photograph',
  'POST /home/memorials/:id/corrections/:correction/screening',
  'DELETE /home/memorials/:id/corrections/:correction/screening',
  'POST /home/memorials/:id/tributes',
  'POST /home/tributes/:id/photographs',
  'POST /home/tributes/:id/beside/:draft',
  'DELETE /home/tributes/:id/beside/:draft/bin',
  'POST /home/tributes/:id/beside/:draft/erasure',
  'POST /home/tributes/:id/bin',
  'DELETE /home/tributes/:id/bin',
  'POST /home/tributes/:id/erasure',
  'POST /home/memorials/:id/story/order',
  'POST /home/memorials/:id/order',
  'DELETE /home/memorials/:id/order',
  'DELETE /home/tributes/:id/publication',
  'POST /home/tributes/:id/schedule/publication',
  'DELETE /home/tributes/:id/schedule',
  'POST /home/tributes/:id/signatures',
  'POST /home/tributes/:id/signature',
  'DELETE /home/tributes/:id/signature',
  'POST /home/tributes/:id/approval',
  // What it is told of is kept nowhere: src/reading/words/check-routes.test.ts.
  ...['', '/en', '/fr', '/es', '/de', '/ar'].map((prefix) => `POST ${prefix}/:memorial/words/check`),
  'DELETE /home/tributes/:id/approval',
  'DELETE /home/tributes/:id/cover',
  'DELETE /home/tributes/:id/cover/:photograph',
];

let place: Place;
/** A letter that was published, with a translation that is offered and one that its mother writes. */
let translated = { tribute: '', offered: '', own: '' };
beforeAll(async () => {
  place = await settle();
  translated = await settleTranslations(place);
  await place.site.database.write((tx) => saveSetting(tx, 'host', place.mother.id));
});

test('every route that takes something is tried here', () => {
  const taking = new Set(takingRoutes(place.site).map(({ method, path }) => `${method} ${path}`));
  expect([...taking].toSorted()).toEqual(
    [...new Set([...forms.map(({ route }) => route), ...withoutWords])].toSorted(),
  );
});

describe.each(
  forms.map((form) => ({
    ...form,
    name: `${form.route} ${form
      .path({
        ...({} as Place),
        home: '',
        letter: '',
        keepersLetter: '',
        secret: '',
        claim: '',
        released: '',
      })
      .split('/')
      .at(-1)}`,
  })),
)('$name', (form) => {
  const who = (): Visitor =>
    ({
      stranger: place.site.stranger(),
      mother: place.mother,
      'mother of Robin': place.others.mother,
    })[form.who];

  /** Sends the form; it must be refused at one field, with everything typed still there and nothing changed. */
  async function isRefused(
    typed: Record<string, string>,
    at: string,
    says: string | RegExp,
    send: Parameters<World['request']>[1] = {},
    exact = true,
  ): Promise<void> {
    const { site } = place;
    const before = await site.rows();
    const answer = await site.request(form.path(place), { as: who(), form: typed, ...send });
    expect(answer.status, answer.text.slice(0, 300)).toBe(422);
    expect(errorAt(answer.text, at)).toMatch(
      typeof says === 'string' ? new RegExp(`^${RegExp.escape(says)}$`) : says,
    );
    const shown = formTo(answer.text, (form.action ?? form.path)(place)).fields;
    for (const [name, value] of Object.entries(typed)) {
      // What was no choice cannot be shown as chosen; what is no text cannot be shown as it was; nobody types a revision.
      if ((name === at && !exact) || name === 'revision') continue;
      if (name in shown || value.length > 20)
        expect(
          shown[name]?.length === value.length ? shown[name] === value : shown[name]?.slice(0, 100),
          name,
        ).toBe(true);
    }
    expect(await site.rows()).toBe(before);
  }

  test('too long, or holding what cannot be kept: said at the field, nothing lost, nothing changed', async () => {
    const good = form.good(place);
    for (const [field, most] of Object.entries(form.texts(place))) {
      const sentence = say('error.unkeepable', { line: 1 });
      await isRefused(
        { ...good, [field]: 'x'.repeat(most + 1) },
        field,
        say('error.too-long', { most: String(most) }),
      );
      await isRefused({ ...good, [field]: 'a\0b' }, field, sentence);
      await isRefused({ ...good, [field]: 'a\0b' }, field, sentence, { multipart: true });
      const { [field]: _, ...others } = good;
      const urlencoded = `${new URLSearchParams(others).toString()}&${encodeURIComponent(field)}=a%ED%A0%80b`;
      await isRefused({ ...others }, field, sentence, {
        body: urlencoded,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      const parts = Object.entries(others).map(
        ([name, value]) => `--between\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      const body = Buffer.concat([
        Buffer.from(`${parts.join('')}--between\r\nContent-Disposition: form-data; name="${field}"\r\n\r\na`),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('b\r\n--between--\r\n'),
      ]);
      await isRefused({ ...others }, field, sentence, {
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=between' },
      });
    }
  });

  test('a megabyte in any field is no trouble', async () => {
    const good = form.good(place);
    for (const [field, most] of Object.entries(form.texts(place))) {
      if (most > 1_000_000) continue;
      const worked = countWork();
      await isRefused(
        { ...good, [field]: 'N'.repeat(1024 * 1024) },
        field,
        say('error.too-long', { most: String(most) }),
      );
      expect(worked()).toBeLessThan(3000);
    }
  });

  test('anything else that is wrong: said at its field, nothing lost, nothing changed', async () => {
    for (const { typed, at, says } of form.wrong?.(place) ?? []) {
      await isRefused({ ...form.good(place), ...typed }, at, says, {}, !(at in typed));
    }
  });

  test('what is in no form is neither taken nor trusted', async () => {
    const { site, others } = place;
    const before = await site.rows();
    const answer = await site.request(form.path(place), {
      as: who(),
      form: {
        role: 'parent',
        approved: 'yes',
        created_at: '1970-01-01',
        'writer-id': others.mother.id,
        __proto__: 'x',
        constructor: 'x',
      },
    });
    expect(answer.status).toBeLessThan(500);
    const after = await site.rows();
    if (answer.status >= 400) expect(after).toBe(before);
    expect(after).not.toContain('1970-01-01');
  });
});
