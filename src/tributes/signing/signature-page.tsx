import { languageHere } from '#i18n/spoken.ts';
import type { Child } from 'hono/jsx';
import type { Say } from '#i18n/messages.ts';
import type { AskedToSign } from '#tributes/signing/asked.ts';
import { signaturePath } from '#tributes/paths.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type SignaturePageProps = {
  say: Say;
  asked: AskedToSign;
  /** The words as readers will have them, with the name under them. */
  read: Child;
  /** Other words stand there than those that were sent to be signed. */
  changed: boolean;
};

/** What somebody is asked to sign, to be read first; later, their name under it. */
export function SignaturePage({ say, asked, read, changed }: SignaturePageProps) {
  const { tribute, memorial, writer: name, standing, signature, sha256, words } = asked;
  const path = signaturePath(tribute);
  const leave = `${path}?_method=delete`;
  return (
    <Document title={say('signature.title')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        {changed && (
          <div class="notice" role="alert">
            <p>{say('signature.changed-since')}</p>
          </div>
        )}
        {!words && (
          <>
            <nav class="quiet back">
              <a href="/home">{say('home')}</a>
            </nav>
            <h1>{say('signature.title')}</h1>
            <p>{say('signature.changing', { name })}</p>
          </>
        )}
        {words && standing === 'asked' && (
          <div class="notice">
            <p>{say('signature.asks', { name })}</p>
          </div>
        )}
        {words && read}
        {words && (
          <section class="sheet stack">
            <h2>{say('signature.title')}</h2>
            <p>
              {say(standing === 'asked' ? 'signature.would-stand' : 'signature.stands', { as: signature.as })}
            </p>
            {standing === 'asked' && <p class="quiet">{say('signature.no-hurry', { name })}</p>}
            <div class="row">
              {standing === 'asked' && (
                <form method="post" action={path}>
                  <FormKey />
                  <input type="hidden" name="sha256" value={sha256} />
                  <button class="act first">{say('signature.sign')}</button>
                </form>
              )}
              <form method="post" action={leave}>
                <FormKey />
                <button class="act">
                  {say(standing === 'asked' ? 'signature.leave' : 'signature.take-away')}
                </button>
              </form>
              <a class="act plain" href="/home">
                {say('not-now')}
              </a>
            </div>
          </section>
        )}
      </main>
    </Document>
  );
}
