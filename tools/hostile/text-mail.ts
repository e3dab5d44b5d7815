import { setTimeout as wait } from 'node:timers/promises';
import { pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { newcomer } from './people.ts';
import { refusedBy } from './post-office.ts';
import { mailRefused } from './secrets.ts';
import { askForMail } from './signing-in.ts';

const twoAddresses = (email: string): string[] => [
  `${email}\r\nBcc: evil@evil.example`,
  `${email}\nBcc: evil@evil.example`,
  `${email}, evil@evil.example`,
  `${email};evil@evil.example`,
  `<evil@evil.example> ${email}`,
  `${email} <evil@evil.example>`,
  `friends: ${email}, evil@evil.example;`,
  email.replace('@', '(evil@evil.example)@'),
  `"${email}\\r\\n"@evil.example`,
  `${email}> RCPT TO:<evil@evil.example`,
  `${email} SIZE=1`,
  `${email}%0d%0aBcc:evil@evil.example`,
  '=?utf-8?q?evil=40evil.example?=',
  'nora@[127.0.0.1]',
  'nora@localhost',
  'nora@exa_mple.example',
  '@family.example',
  `${'n'.repeat(300)}@family.example`,
];

// RFC 5321 gives what stands before the @ 64 letters: a longer one is among those that are refused.
const oneAddress = /^[\w.+-]{1,64}@(?:family|other)\.example$/;

/** Line breaks, comments, groups and quotes in every field that a mail is made of. */
export const mailGroup: Attack = async (trial, family) => {
  const { post, stranger, inOtherNetwork } = trial.place;
  const { wren } = family;
  const nora = inOtherNetwork(family.nora);
  const somebody = await newcomer(trial, nora);
  const known = post.mails.length;
  let refused = 0;
  let sent = 0;
  await trial.unchanged('addresses that are two', async () => {
    for (const email of twoAddresses(somebody.email)) {
      const forms: [path: string, form: Record<string, string>][] = [
        ['/sign-in', { email }],
        ['/home/you', { name: nora.name, email }],
        ['/home/family/invitations', { name: 'Somebody', email, role: 'keeper' }],
        ['/to/wren/report', { text: 'It is not her photograph', about: '/wren', email }],
      ];
      for (const [path, form] of forms) {
        const by = path.startsWith('/home') ? nora : stranger();
        const answer = await trial.refused(by, { path, form }, [422], `${JSON.stringify(email)} at ${path}`);
        if (/id="email-error"/.test(pageOf(answer))) refused++;
      }
    }
  });
  // What came to somebody's one address meanwhile is about something else: a new device, a new parent.
  const wrong = post.mails.slice(known).filter(({ to }) => to.length !== 1 || !oneAddress.test(to[0]!));
  trial.must(wrong.length === 0, `a mail went out to ${JSON.stringify(wrong.map(({ to }) => to))}`);
  // Names stand in subjects: whatever is in them, a subject is one line, and nobody else is written to.
  const names = [
    'Nora\r\nBcc: evil@evil.example',
    'Nora\u2028Bcc: evil@evil.example',
    'Nora <x@y>, Bcc: evil@evil.example',
    '=?utf-8?q?Nora=0d=0aBcc:evil?=',
    '"Nora" (evil)',
    'نورا 👩‍👩‍👧'.repeat(6),
  ];
  for (const [at, name] of names.entries()) {
    await trial.attack(nora, { path: '/home/you', form: { name, email: nora.email } });
    // Sent as the mail system writes it, and read as people do.
    const [email, read] = [`idn${at}@xn--exmple-cua.example`, `idn${at}@exämple.example`];
    await trial.attack(nora, { path: '/home/family/invitations', form: { name, email, role: 'keeper' } });
    await trial.attack(nora, { path: '/host/invitations', form: { name, email } });
    await post.next(read, /sign-in\/invitation/, 1);
    for (const mail of post.to(read)) {
      const own = mail.headers.filter((line) => /^(?:to|cc|bcc|subject|from):/i.test(line));
      trial.must(
        own.length === 3,
        `a mail for ${JSON.stringify(name)} has ${own.map((line) => line.slice(0, 30)).join()}`,
      );
      if (mail.subject.includes(name.slice(0, 4))) sent++;
    }
  }
  await trial.ask(nora, { path: '/home/you', form: { name: nora.name, email: nora.email } });
  const evil = post.mails.filter(({ to }) =>
    to.some((address) => address.includes('evil') || to.length !== 1),
  );
  trial.must(evil.length === 0, 'a mail went to somebody else');
  await trial.refused(
    stranger(),
    { path: '/sign-in', form: { email: 'nora@exämple.example' } },
    [422],
    'a domain in letters of its own',
  );
  trial.must((await trial.ask(nora, { path: wren.home })).status === 200, 'the family is gone');
  const mails = arrived(sent, 8, 'mails went out under such names, each to one alone');
  return `${arrived(refused, 60, 'were refused beside the address')}; ${mails}`;
};

/** Lines that would be lines of the log: in names, addresses, browsers, and in what a mail server answers. */
export const logGroup: Attack = async (trial, family) => {
  const { site, stranger, inOtherNetwork, canaries } = trial.place;
  const nora = inOtherNetwork(family.nora);
  const from = site.output.length;
  const forged = '2026-01-01 00:00:00.000 +00:00 [ERR] snowdrop: forged';
  const name = `Nora\r\n${forged}\u001b[2J{message}`;
  for (const path of [
    `/x%0d%0a${encodeURIComponent(forged)}`,
    `/wren?x=%0a${encodeURIComponent(forged)}`,
    '/{name}/%s',
    '/\u001b[31m',
  ])
    await trial.attack(stranger(), {
      path,
      headers: { 'user-agent': `M \u001b[31m ${forged} {where}`, referer: forged },
    });
  const form = { name, email: refusedBy.address, role: 'keeper' };
  await trial.attack(nora, { path: '/home/family/invitations', form });
  const isTold = (): boolean => site.output.slice(from).some((line) => mailRefused.test(line));
  for (const until = performance.now() + 60_000; !isTold() && performance.now() < until;) await wait(20);
  const lines = site.output.slice(from);
  const told = lines.filter((line) => mailRefused.test(line));
  for (const line of lines)
    // eslint-disable-next-line no-control-regex -- what moves the cursor of a terminal
    trial.must(!/forged|\u001b|Nora|refused@/.test(line), `the log says ${line.slice(0, 100)}`);
  const { email } = await newcomer(trial, nora);
  const { link } = await askForMail(trial, stranger(), email);
  trial.must(!site.output.some((line) => line.includes(link)), 'a link stands in the log');
  for (const { what } of canaries.leaksIn(lines.join('\n'), 'the log'))
    trial.problem(`the log shows ${what}`);
  return arrived(
    told.length,
    1,
    'line tells of the mail that was refused, and nothing of what was said with it',
  );
};
