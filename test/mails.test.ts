import { afterAll, expect, test, vi } from 'vitest';
import { offer } from '#families/offers/offering.ts';
import { removeFromFamily } from '#families/members/removal.ts';
import { roles } from '#families/role.ts';
import { tell } from '#families/news.ts';
import { sendInvitation } from '#families/invitations/invitation-mail.ts';
import { directionOf, interfaceLanguages, type Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import { speaking } from '#i18n/spoken.ts';
import type { Mail } from '#mail/mailer.ts';
import { leaveMemorial } from '#memorials/leave.ts';
import { restMemorial } from '#memorials/rest.ts';
import { askToConfirm } from '#people/confirming/confirm-address.ts';
import { askForDigits } from '#people/confirming/ask-for-digits.ts';
import { askToSignIn } from '#people/ask-to-sign-in.ts';
import { findPerson } from '#people/people.ts';
import { nora } from '#test/cast.ts';
import { lookAtMail, stopLooking } from '#test/pictures.ts';
import { settle } from '#test/settled.ts';
import { letInTranslatingPath, translatorPath } from '#translations/paths.ts';
import { renewLink } from '#translations/translate.ts';
import { listTranslations } from '#translations/translations.ts';

// Every mail there is, in every language: one act after the other, on a site of its own.

vi.setConfig({ testTimeout: 600_000 });
afterAll(stopLooking);

/** Does what mails follow from. Answers them by what they tell. */
async function mailsIn(language: Language): Promise<Map<string, Mail>> {
  const { site, mother, aunt, wrens, memorial, familyId } = await settle();
  const { database, clock } = site;
  const { father } = wrens;
  const now = clock.now;
  await database.write((tx) => tx.updateTable('person').set({ language }).execute());
  const found = new Map<string, Mail>();
  /** The mail that an act leaves behind. */
  const after = async (name: string, act: () => unknown): Promise<void> => {
    const before = (await site.mails()).length;
    await speaking(language, async () => void (await act()));
    await site.work();
    const mail = (await site.mails()).slice(before).at(-1);
    if (!mail) throw new Error(`No mail tells of: ${name}`);
    found.set(name, mail);
  };
  const say = sayIn(language);
  // What was done while the family settled has its mails too.
  await site.work();
  found.set('asked-to-sign', (await site.mails()).at(-1)!);

  await after('sign-in', async () => (await askToSignIn(site.site, nora.email)).send());
  const person = (await findPerson(database.reader, mother.id))!;
  await after('confirm', async () =>
    (await askToConfirm(site.site, say, person, 'nora@new.example'))!.send(),
  );
  const session = { id: 'a-session' } as Parameters<typeof askForDigits>[3];
  await after('step-up', async () => (await askForDigits(site.site, say, person, session))!.send());
  for (const as of [...roles, 'first'] as const)
    await after(`invitation-${as}`, () =>
      sendInvitation(site.site, say, {
        to: 'somebody@family.example',
        from: nora.name,
        as,
        url: `${site.url}/sign-in/invitation/9f3k2Vb8Qm7Xc1Rt5Yw0ZaLsDfGhJkPoIuYtReWqMn`,
      }),
    );
  const told = `${mother.id} ${now()} iphone Safari`;
  await after('new-device', () => database.write((tx) => tx.record({ signedInAnew: told })));
  await after('code-used', () => database.write((tx) => tx.record({ recoveryCodeUsed: told })));
  await after('passkey-removed', () => database.write((tx) => tx.record({ passkeyRemoved: told })));
  await after('codes-made', () => database.write((tx) => tx.record({ recoveryCodesMade: told })));
  for (const what of ['parent', 'successor'] as const)
    await after(`offer-${what}`, () =>
      database.write((tx) => offer(tx, { familyId, personId: aunt.id, what }, mother, now())),
    );
  const news = { familyId, aboutId: aunt.id, byId: father.id };
  for (const what of [
    'removed',
    'left',
    'succeeded',
    'became-parent',
    'successor-accepted',
    'removal-objected',
  ] as const)
    await after(what, () => database.write((tx) => tell(tx, { ...news, what }, mother.id)));
  const aboutHer = { familyId, aboutId: mother.id, byId: father.id };
  for (const what of ['removed', 'removal-taken-back'] as const)
    await after(`${what}-you`, () => database.write((tx) => tell(tx, { ...aboutHer, what }, mother.id)));
  await after('removal-asked-you', () =>
    database.write((tx) => removeFromFamily(tx, { familyId, personId: father.id }, mother, now())),
  );
  const letter = await site.letter(memorial, mother, { text: 'One.' });
  const form = { name: 'Defne', email: 'defne@translator.example' };
  // Into a language that is not ours, the mail is in that of whoever asks.
  const into = language === 'en' ? 'tr' : language;
  const accepts = { 'accept-language': language };
  await after('translator', () =>
    site.request(`/home/tributes/${letter.id}/translations`, {
      as: mother,
      form: { ...form, language: into },
    }),
  );
  const [translation] = await listTranslations(database.reader, letter.id);
  const path = `/home/translations/${translation!.id}`;
  const { secret } = await database.write(async (tx) => ({
    secret: await renewLink(tx, translation!, mother, now()),
  }));
  const defne = site.stranger();
  await site.request(translatorPath(secret), { as: defne, method: 'POST' });
  const typed = { 'text-0': 'Bir.', of: '1', offer: 'yes', revision: '0' };
  const sheet = `${letInTranslatingPath(translation!)}/draft`;
  await after('translation-offered', () => site.request(sheet, { as: defne, form: typed, headers: accepts }));
  const revision = '1';
  await after('translation-returned', () =>
    site.request(`${path}/return`, { as: mother, form: { revision, note: '' } }),
  );
  await site.request(sheet, { as: defne, form: typed, headers: accepts });
  await after('translation-approved', () =>
    site.request(`${path}/approval`, { as: mother, form: { revision } }),
  );
  await after('rest', () => database.write((tx) => restMemorial(tx, memorial, mother, now())));
  await after('leaving-asked', async () => {
    const resting = await site.memorialNow(memorial);
    await database.write((tx) => leaveMemorial(tx, resting, mother, now()));
  });
  await after('leaving', async () => {
    const asked = await site.memorialNow(memorial);
    const before = (await site.mails()).length;
    await database.write((tx) => leaveMemorial(tx, asked, father, now()));
    await site.work();
    const mails = (await site.mails()).slice(before);
    expect(mails).toHaveLength(2);
    found.set('writer', mails[1]!);
    // The other one is what this is about.
    await site.site.mailer.send(mails[0]!);
  });
  return found;
}

test.each(interfaceLanguages)(
  '%s: each mail says the same in both its parts, and leads out',
  async (language) => {
    const mails = await mailsIn(language);
    expect(mails.size).toBeGreaterThan(25);
    const subjects = new Set<string>();
    for (const [name, mail] of mails) {
      const { subject, text, html } = mail;
      expect([name, mail.language]).toEqual([name, language]);
      expect(text, name).not.toMatch(/undefined|\[object|[{}]|\n{3}/);
      expect(html, name).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
      const [title, ...parts] = text.trim().split('\n\n');
      expect(title, name).toBe(subject);
      const shown = html.replaceAll(/<style>.*?<\/style>|<[^>]+>/gs, '\n').replaceAll('&amp;', '&');
      for (const line of parts.flatMap((part) => part.split('\n')))
        expect(shown, `${name}: ${line}`).toContain(line.replace(/:$/, ''));
      subjects.add(subject);
      await lookAtMail(name, mail);
    }
    // Somebody who reads the subjects alone knows what each is about.
    expect(subjects.size).toBeGreaterThan(mails.size - 3);
  },
);
