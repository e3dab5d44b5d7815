import { momentInWords } from '#i18n/dates.ts';
import type { Language } from '#i18n/languages.ts';
import { type Say, sayIn } from '#i18n/messages.ts';
import { renderMail } from '#mail/render.tsx';
import { type Device, deviceSaid, deviceTold } from '#people/devices/device.ts';
import { youPath } from '#people/paths.ts';
import { findPerson } from '#people/people.ts';
import { languageOf } from '#people/person.ts';
import { findRecoveryPaper } from '#people/recovery/recovery-codes.ts';
import type { Site } from '#schema/site.ts';

/**
 * Tells a person by mail that a browser which they had not used before was signed in, on which day, and
 * where to end it. No secret and no address is in it. `told` is their id, the instant and the device, with
 * spaces between. Without a mail address that counts, the list on their own page is all there is.
 */
export async function mailNewDevice(site: Site, told: string): Promise<void> {
  const { personId, at, device } = read(told);
  await tell(site, personId, (say, language) => {
    const day = momentInWords(at, language);
    return {
      title: say('mail.device.title'),
      paragraphs: [
        say('mail.device.says', { device: deviceSaid(say, device), day }),
        say('mail.device.not-you'),
      ],
      foot: say('mail.device.foot'),
    };
  });
}

/** Tells a person by mail that one of their recovery codes was used, where, and how many are left. */
export async function mailRecoveryCode(site: Site, told: string): Promise<void> {
  const { personId, at, device } = read(told);
  const left = (await findRecoveryPaper(site.database.reader, personId))?.left ?? 0;
  await tell(site, personId, (say, language) => {
    const day = momentInWords(at, language);
    return {
      title: say('mail.recovery.title'),
      paragraphs: [
        say('mail.recovery.says', { device: deviceSaid(say, device), day }),
        say('recovery.left', { left }),
        say('mail.recovery.not-you'),
      ],
    };
  });
}

/** Tells a person by mail that one of their passkeys was taken away, where and on which day. */
export async function mailPasskeyRemoved(site: Site, told: string): Promise<void> {
  const { personId, at, device } = read(told);
  await tell(site, personId, (say, language) => {
    const day = momentInWords(at, language);
    return {
      title: say('mail.passkey-removed.title'),
      paragraphs: [
        say('mail.passkey-removed.says', { device: deviceSaid(say, device), day }),
        say('mail.passkey-removed.not-you'),
      ],
    };
  });
}

/** Tells a person by mail that a new paper of recovery codes was made, which ends the one before. */
export async function mailRecoveryCodesMade(site: Site, told: string): Promise<void> {
  const { personId, at, device } = read(told);
  await tell(site, personId, (say, language) => {
    const day = momentInWords(at, language);
    return {
      title: say('mail.codes-made.title'),
      paragraphs: [
        say('mail.codes-made.says', { device: deviceSaid(say, device), day }),
        say('mail.codes-made.not-you'),
      ],
    };
  });
}

async function tell(
  { database, mailer, url }: Site,
  personId: string,
  wordsIn: (say: Say, language: Language) => { title: string; paragraphs: string[]; foot?: string },
): Promise<void> {
  const person = await findPerson(database.reader, personId);
  if (!person?.email) return;
  const language = languageOf(person);
  const say = sayIn(language);
  const words = wordsIn(say, language);
  const action = { label: say('mail.device.do'), url: `${url}${youPath}` };
  const mail = renderMail({ language, action, ...words });
  await mailer.send({ to: person.email, subject: words.title, language, ...mail });
}

function read(told: string): { personId: string; at: string; device: Device } {
  const [personId = '', at = '', ...device] = told.split(' ');
  return { personId, at, device: deviceTold(device.join(' ')) };
}
