import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import { type Audience, circleIn, type StepOut } from '#audiences/audience.ts';
import { Remains } from '#memorials/remains.tsx';
import { PageLeftOpen } from '#reading/home/page-left-open.tsx';
import type { TributeKind } from '#tributes/tribute.ts';
import { CopyAddress } from '#ui/copy-address.tsx';
import { Document } from '#ui/document.tsx';

type PublishedPageProps = {
  say: Say;
  palette: string;
  called: string;
  kind: TributeKind;
  audience: Audience;
  /** Whether it waits until the child's page is open to as many. */
  isHeld: boolean;
  /** Who had it before it was for fewer. */
  was: StepOut | undefined;
  /** Where those are asked back who translate it by a link; nothing where nobody does, or where it is for no fewer. */
  translationsPath: string | undefined;
  /** The child's page, where it is still open and this was the last on it that is for everyone. */
  leftOpen: { id: string } | undefined;
  /** Where keys are made, for those who need one. */
  keysPath: string;
  /** Where those whom it is for find it; nothing while that is only the family, or its page is for fewer. */
  address: string | undefined;
  qr: string | undefined;
  card: {
    title: string;
    description: string;
    /** Which way its words run. */
    direction: 'ltr' | 'rtl';
    host: string;
    image: string | undefined;
  };
  backPath: string;
  /** Where passages are chosen again that went with the words before; nothing where none did. */
  readyPath: string | undefined;
};

/** Right after publishing: the address to copy, share and print, and what a messenger will show of it. */
export function PublishedPage(props: PublishedPageProps) {
  const {
    say,
    palette,
    called,
    kind,
    audience,
    isHeld,
    was,
    leftOpen,
    keysPath,
    address,
    qr,
    card,
    backPath,
  } = props;
  const what = isHeld ? 'held' : circleIn(audience) === undefined ? audience : 'some';
  const title = say(`published.title-${what}`);
  return (
    <Document title={title} language={languageHere()} palette={palette}>
      <main class="stack">
        <h1>{title}</h1>
        <p>{say(`published.${what}`, { called })}</p>
        {was && (
          <div class="notice">
            <Remains say={say} was={was} />
            {props.translationsPath !== undefined && (
              <p>
                {say('published.translators')}{' '}
                <a href={props.translationsPath}>{say('translations.title')}</a>
              </p>
            )}
          </div>
        )}
        {leftOpen && <PageLeftOpen say={say} memorial={leftOpen} called={called} />}
        {address !== undefined && (
          <>
            <CopyAddress say={say} url={address} label={say('published.address', { kind })} />
            {qr && (
              <figure class="qr">
                <img src={qr} width="240" height="240" alt={say('published.qr-shows', { address })} />
                <figcaption>{say('published.qr')}</figcaption>
              </figure>
            )}
            {audience === 'link' && (
              <p>
                <a href={keysPath}>{say('published.keys')}</a>
              </p>
            )}
          </>
        )}
        {props.readyPath !== undefined && (
          <p>
            {say('published.ready-gone')} <a href={props.readyPath}>{say('published.ready-again')}</a>
          </p>
        )}
        {audience === 'everyone' && address !== undefined && (
          <>
            <figure class="messenger">
              <div class="card" dir={card.direction}>
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
