import type { Say } from '#i18n/messages.ts';

/** A link that was just made: shown once, to be handed over; whether a mail carries it too. */
export type MadeLink = { name: string; url: string; sent: boolean };

/** The link of an invitation, to copy or to share; it is kept nowhere. */
export function MadeLinkNotice({ say, link }: { say: Say; link: MadeLink }) {
  return (
    <section class="notice" role="status">
      <p>{say(link.sent ? 'family.link-sent' : 'family.link-made', { name: link.name })}</p>
      <copy-address data-copied={say('published.copied')} data-share={say('published.share')}>
        <div class="address">
          <input readonly value={link.url} aria-label={say('family.link')} dir="ltr" />
          <button class="act" type="button" hidden>
            {say('published.copy')}
          </button>
        </div>
      </copy-address>
    </section>
  );
}
