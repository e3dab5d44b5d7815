import { randomUUID } from 'node:crypto';
import { formsIn } from '#test/html.ts';
import { pageOf } from '#test/answers.ts';
import { arrived, type Attack } from './attack.ts';
import { childOf } from './family.ts';
import type { Person } from './people.ts';
import type { Trial } from './trial.ts';

/** Twins: NFC and NFD, letters of other alphabets, the Turkish I. No two children have addresses that look the same. */
export const twinsGroup: Attack = async (trial, { nora, nell }) => {
  const one = `caf\u00e9-${randomUUID().slice(0, 4)}`;
  const child = await childOf(trial, nora, 'Twin', one);
  const other = await childOf(trial, nell, 'Other', `other-${randomUUID().slice(0, 8)}`);
  const plain = one.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
  const twins = [
    one.normalize('NFD'),
    one.toUpperCase(),
    plain,
    `\u200b${one}`,
    one.replace('a', '\u0430'),
    one.replace('f', '\uff46'),
    one.replace('c', '\u{1d41c}'),
    `${one}\u202e`,
    `${one}\u0301`,
    one.replace('a', '\u03b1'),
  ];
  let refused = 0;
  for (const address of twins) {
    await trial.unchanged(`the address ${address}`, async () => {
      const answer = await trial.refused(
        nell,
        { path: `${other.home}/opening`, form: { audience: 'everyone', address } },
        [422],
        address,
      );
      if (/id="address-error"/.test(pageOf(answer))) refused++;
    });
  }
  const page = await trial.ask(trial.place.stranger(), { path: `/${encodeURIComponent(plain)}` });
  trial.must(page.status === 200 && pageOf(page).includes('Twin'), 'the address leads somewhere else');
  for (const [at, name] of ['İlkay', 'ILKAY', 'ılkay'].entries()) {
    const turkish = `${name} ${randomUUID().slice(0, 4)}`;
    const opened = await trial.attack(nora, {
      path: `${child.home}/opening`,
      form: { audience: 'everyone', address: turkish },
    });
    trial.came(opened, [303], `the address ${turkish} (${at})`);
  }
  await mailTwins(trial, nora);
  return arrived(refused, twins.length, 'twins of an address were refused beside its field');
};

/** A mail address that only looks like somebody's, or becomes theirs in small letters, lets nobody else in. */
async function mailTwins(trial: Trial, { email }: Person): Promise<void> {
  const known = trial.place.post.mails.length;
  const kelvin = '\u212aim@family.example';
  const twins = [
    email.replace('o', '\u043e'),
    email.replace('a', '\u0430'),
    email.replace('i', '\u0131'),
    email.toUpperCase().replace('I', '\u0130'),
    `${email}\u200b`,
    `\u202e${email}`,
  ];
  for (const typed of twins) {
    const form = formsIn(pageOf(await trial.ask(trial.place.stranger(), { path: '/sign-in' })))[0]?.fields;
    await trial.refused(
      trial.place.stranger(),
      { path: '/sign-in', form: { ...form, email: typed } },
      [422],
      typed,
    );
  }
  // The Kelvin sign becomes a k in small letters: it is the same address, and only its owner gets a mail.
  await trial.attack(trial.place.stranger(), {
    path: '/sign-in',
    form: { email: kelvin },
  });
  // Mails of before may arrive only now; those are to the people that they are for.
  const wrong = new Set([...twins, kelvin, 'kim@family.example'].map((twin) => twin.toLowerCase()));
  const went = trial.place.post.mails.slice(known).flatMap(({ to }) => to);
  trial.must(
    !went.some((address) => wrong.has(address.toLowerCase())),
    'a mail went to an address that looks like another',
  );
}
