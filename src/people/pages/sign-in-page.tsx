import type { Child } from 'hono/jsx';
import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { type KeptForm, keptToText, longestWords } from '#people/kept-form.ts';
import { passkeySignInPath, signInCodePath, signInPath } from '#people/paths.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';

/** What goes on with a person through signing in: where to, or the form that waits. */
export type Onward = { to?: string | undefined; kept?: KeptForm | undefined };

type SignInProps = Onward & { say: Say; filled?: Filled; mailLeaves: boolean };

/** The way in: a passkey, or a mail with a link and six digits. */
export function SignInPage({ say, to, kept, filled = untouched, mailLeaves }: SignInProps) {
  return (
    <Sheet title={say('sign-in.title')}>
      <SignInForm action={signInPath} to={to} kept={kept}>
        <h1>{say(kept ? 'sign-in.ended-title' : 'sign-in.title')}</h1>
        <p>{say(kept ? 'sign-in.kept' : mailLeaves ? 'sign-in.says' : 'sign-in.no-mail')}</p>
        {kept && <WhatWasTyped say={say} kept={kept} />}
        <TextField
          name="email"
          type="email"
          label={say('sign-in.email')}
          autocomplete="email"
          say={say}
          filled={filled}
        />
        {!mailLeaves && kept && <p class="hint">{say('sign-in.no-mail')}</p>}
        <div class="row">
          <button class="act first">{say(mailLeaves ? 'sign-in.send' : 'sign-in.ask')}</button>
        </div>
        <passkey-sign-in
          data-path={passkeySignInPath}
          data-to={to ?? ''}
          // Whoever is signed in already is let through from there, with the form that waits.
          data-kept-path={kept ? signInPath : ''}
          data-failed={say('sign-in.passkey-failed')}
        >
          <div class="acts">
            <button class="act" type="button" hidden>
              {say('sign-in.passkey')}
            </button>
          </div>
          <p role="status"></p>
        </passkey-sign-in>
      </SignInForm>
    </Sheet>
  );
}

type CodeProps = Onward & { say: Say; attempt: string; filled?: Filled; mailLeaves: boolean };

/** After asking: the same page for every address. */
export function CodePage({ say, attempt, to, kept, filled = untouched, mailLeaves }: CodeProps) {
  const title = say(mailLeaves ? 'sign-in.look' : 'sign-in.ask-host');
  return (
    <Sheet title={title}>
      <SignInForm action={signInCodePath} to={to} kept={kept}>
        <input type="hidden" name="attempt" value={attempt} />
        <h1>{title}</h1>
        <p>{say(mailLeaves ? 'sign-in.sent' : 'sign-in.written')}</p>
        <p class="hint">{say('sign-in.most')}</p>
        {!mailLeaves && <p class="hint">{say('sign-in.let-in')}</p>}
        {kept && <WhatWasTyped say={say} kept={kept} />}
        <TextField
          name="code"
          label={say('sign-in.code')}
          hint={kept && say('sign-in.link-used')}
          inputmode="numeric"
          autocomplete="one-time-code"
          say={say}
          filled={filled}
        />
        <div class="row">
          <button class="act first">{say('sign-in.do')}</button>
          <button class="act plain" name="again" value="yes">
            {say(mailLeaves ? 'sign-in.again' : 'sign-in.ask-again')}
          </button>
        </div>
      </SignInForm>
    </Sheet>
  );
}

/** A link from a mail: looking at it does nothing, so that a scanner that opens mails cannot use it up. */
export function LinkPage({ say, path }: { say: Say; path: string }) {
  return (
    <Sheet title={say('sign-in.title')}>
      <form method="post" action={path}>
        <FormKey />
        <h1>{say('sign-in.link-title')}</h1>
        <p>{say('sign-in.link-says')}</p>
        <div class="row">
          <button class="act first">{say('sign-in.do')}</button>
        </div>
      </form>
    </Sheet>
  );
}

/** Signed in again: one button sends what had been typed to where it was going. */
export function BackPage({ say, kept }: { say: Say; kept: KeptForm }) {
  return (
    <Sheet title={say('sign-in.back')}>
      <form method="post" action={kept.path} enctype="multipart/form-data">
        {Object.entries(kept.fields).map(([name, value]) =>
          value.includes('\n') ? (
            // The parser drops one line break after the tag, so one is given that it may drop.
            <textarea name={name} hidden>{`\n${value}`}</textarea>
          ) : (
            <input type="hidden" name={name} value={value} />
          ),
        )}
        <h1>{say('sign-in.back')}</h1>
        <p>{say('sign-in.back-says')}</p>
        <WhatWasTyped say={say} kept={kept} />
        <div class="row">
          <button class="act first">{say('sign-in.go-on')}</button>
        </div>
      </form>
    </Sheet>
  );
}

function Sheet({ title, children }: { title: string; children?: Child }) {
  return (
    <Document title={title} language="en" head={<meta name="robots" content="noindex" />}>
      <main class="start">{children}</main>
    </Document>
  );
}

function SignInForm({ action, to, kept, children }: Onward & { action: string; children?: Child }) {
  // Multipart: percent-encoding would make a long letter in Arabic six times as long.
  return (
    <form method="post" action={action} enctype={kept ? 'multipart/form-data' : undefined}>
      <FormKey />
      {to && <input type="hidden" name="to" value={to} />}
      {kept && <input type="hidden" name="kept" value={keptToText(kept)} />}
      {children}
    </form>
  );
}

function WhatWasTyped({ say, kept }: { say: Say; kept: KeptForm }) {
  const words = longestWords(kept);
  return (
    <>
      {kept.files > 0 && <p class="hint">{say('sign-in.files', { count: kept.files })}</p>}
      {words !== '' && (
        <details class="else">
          <summary>{say('sign-in.typed')}</summary>
          <textarea readonly rows={8} aria-label={say('sign-in.typed')} dir="auto">
            {`\n${words}`}
          </textarea>
        </details>
      )}
    </>
  );
}
