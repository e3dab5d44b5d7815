import type { Say } from '#i18n/messages.ts';
import { CopyAddress } from '#ui/copy-address.tsx';

/**
 * A link that was just made: shown once, to be handed over; whether a mail carries it too; what says how long
 * it works, where it is none of an invitation to the family.
 */
export type MadeLink = { name: string; url: string; sent: boolean; says?: string };

/** The link of an invitation, to copy or to share; it is kept nowhere. */
export function MadeLinkNotice({ say, link }: { say: Say; link: MadeLink }) {
  return (
    <section class="notice" role="status">
      <p>{say(link.sent ? 'family.link-sent' : (link.says ?? 'family.link-made'), { name: link.name })}</p>
      <CopyAddress say={say} url={link.url} label={say('family.link')} />
    </section>
  );
}
