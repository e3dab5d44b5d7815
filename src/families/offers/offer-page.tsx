import { languageHere } from '#i18n/spoken.ts';
import type { Offer } from '#families/offers/offer.ts';
import { acceptancePath, offerPath } from '#families/paths.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

/** What somebody is asked to be: a parent, or one after whoever asks. Nothing happens before the button. */
export function OfferPage({ say, offer, name }: { say: Say; offer: Offer; name: string }) {
  const { what, acceptedAt } = offer;
  const isOpen = acceptedAt === undefined;
  return (
    <Document title={say('offer.title')} language={languageHere()}>
      <main class="stack">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <h1>{say('offer.title')}</h1>
        <p>{say(isOpen ? `offer.${what}` : 'offer.accepted', { name })}</p>
        <p>{say(`offer.${what}-means`, { name })}</p>
        {isOpen && <p class="quiet">{say('offer.no-hurry')}</p>}
        <div class="acts">
          {isOpen && (
            <form method="post" action={acceptancePath(offer)}>
              <FormKey />
              <button class="act first">{say('offer.accept')}</button>
            </form>
          )}
          <form method="post" action={`${offerPath(offer)}?_method=delete`}>
            <FormKey />
            <button class="act">{say('offer.decline')}</button>
          </form>
          <a class="act plain" href="/home">
            {say('not-now')}
          </a>
        </div>
      </main>
    </Document>
  );
}
