import type { Say } from '#i18n/messages.ts';

/** An address to copy or to share; without scripts it is a field to copy from. */
export function CopyAddress({ say, url, label }: { say: Say; url: string; label: string }) {
  return (
    <copy-address data-copied={say('published.copied')} data-share={say('published.share')}>
      <div class="address">
        <input readonly value={url} aria-label={label} dir="ltr" />
        <button class="act" type="button" hidden>
          {say('published.copy')}
        </button>
      </div>
    </copy-address>
  );
}
