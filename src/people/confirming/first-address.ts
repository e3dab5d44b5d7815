import type { Say } from '#i18n/messages.ts';
import { askToConfirm } from '#people/confirming/confirm-address.ts';
import { confirmationPath } from '#people/paths.ts';
import { saveUnconfirmedEmail } from '#people/people.ts';
import type { Person } from '#people/person.ts';
import type { Site } from '#schema/site.ts';

/**
 * Keeps the address that somebody new wrote, and sends six digits to it: until they come back it lets
 * nobody in. Answers the page where they are typed, which leads on to `to`, and the sending. An address
 * that somebody has looks the same.
 */
export async function askForFirstAddress(
  site: Site,
  say: Say,
  person: Person,
  asked: { email: string; to: string },
): Promise<{ path: string; send: () => Promise<void> }> {
  const { email, to } = asked;
  await site.database.write((tx) => saveUnconfirmedEmail(tx, person.id, email));
  const sent = await askToConfirm(site, say, person, email);
  return sent
    ? { path: confirmationPath(sent.attempt, to), send: sent.send }
    : { path: to, send: () => Promise.resolve() };
}
