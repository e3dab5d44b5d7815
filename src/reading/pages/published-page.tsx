import type { Say } from '#i18n/messages.ts';
import type { Audience } from '#audiences/audience.ts';
import type { TributeKind } from '#tributes/tribute.ts';
import { Document } from '#ui/document.tsx';

type PublishedPageProps = {
  say: Say;
  palette: string;
  called: string;
  kind: TributeKind;
  audience: Audience;
  /** Whether readers had it before it was for fewer. */
  wasForEveryone: boolean;
  /** The address for everyone; nothing while it is for fewer, or its page is. */
  address: string | undefined;
  qr: string | undefined;
  card: { title: string; description: string; host: string; image: string | undefined };
  backPath: string;
};

/** Right after publishing: the address to copy, share and print, and what a messenger will show of it. */
export function PublishedPage(props: PublishedPageProps) {
  const { say, palette, called, kind, audience, address, qr, card, backPath } = props;
  const isHeld = audience === 'everyone' && address === undefined;
  const title = say(`published.title-${isHeld ? 'held' : audience}`);
  return (
    <Document title={title} language="en" palette={palette}>
      <main class="stack">
        <h1>{title}</h1>
        <p>{say(`published.${isHeld ? 'held' : audience}`, { called })}</p>
        {props.wasForEveryone && (
          <div class="notice">
            <p>{say('publication.narrower-remains')}</p>
          </div>
        )}
        {address !== undefined && (
          <>
            <copy-address data-copied={say('published.copied')} data-share={say('published.share')}>
              <div class="address">
                <input readonly value={address} aria-label={say('published.address', { kind })} dir="ltr" />
                <button class="act" type="button" hidden>
                  {say('published.copy')}
                </button>
              </div>
            </copy-address>
            {qr && (
              <figure class="qr">
                <img src={qr} width="240" height="240" alt={say('published.qr-shows', { address })} />
                <figcaption>{say('published.qr')}</figcaption>
              </figure>
            )}
            <figure class="messenger">
              <div class="card">
                {card.image && <img src={card.image} alt="" />}
                <p class="from">{card.host}</p>
                <p class="what">{card.title}</p>
                <p class="means">{card.description}</p>
              </div>
              <figcaption>{say('published.messenger')}</figcaption>
            </figure>
          </>
        )}
        <div class="acts">
          <a class="act first" href={backPath}>
            {say('published.back')}
          </a>
        </div>
      </main>
    </Document>
  );
}
