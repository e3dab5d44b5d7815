import type { Fields } from '#http/fields.ts';
import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { passkeySignInPath, signInCodePath, signInPath } from '#people/paths.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';

/** A form that came after its session had ended: where it was going, and everything typed in it. */
export type KeptForm = { path: string; fields: Fields };

export function keptForm(path: string, fields: Fields): KeptForm {
  return { path, fields };
}

/** Reads what `Kept` carried. Only forms of the family's own space are taken on. */
export function readKept(fields: Fields): KeptForm | undefined {
  try {
    const kept = JSON.parse(fields['kept'] ?? '') as Partial<KeptForm>;
    const { path, fields: typed } = kept;
    if (typeof path !== 'string' || !path.startsWith('/home/') || typeof typed !== 'object') return undefined;
    return { path, fields: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, String(value)])) };
  } catch {
    return undefined;
  }
}

type SignInProps = { say: Say; to?: string | undefined; kept?: KeptForm | undefined; filled?: Filled; mailLeaves?: boolean };

/** The way in: a passkey, or a mail with a link and six digits. */
export function SignInPage({ say, to, kept, filled = untouched, mailLeaves = true }: SignInProps) {
  return (
    <Document title={say('sign-in.title')} language="en" head={<meta name="robots" content="noindex" />}>
      <main class="start">
        <form method="post" action={signInPath}>
          <FormKey />
          <Onward to={to} kept={kept} />
          <h1>{say(kept ? 'sign-in.ended-title' : 'sign-in.title')}</h1>
          <p>{say(kept ? 'sign-in.kept' : 'sign-in.says')}</p>
          {kept && <WhatWasTyped say={say} kept={kept} />}
          <TextField name="email" type="email" label={say('sign-in.email')} autocomplete="email webauthn" say={say} filled={filled} />
          {!mailLeaves && <p class="hint">{say('sign-in.no-mail')}</p>}
          <div class="row">
            <button class="act first">{say('sign-in.send')}</button>
          </div>
        </form>
        <passkey-sign-in data-path={passkeySignInPath} data-to={to ?? ''} data-failed={say('sign-in.passkey-failed')}>
          <div class="acts">
            <button class="act" type="button" hidden>
              {say('sign-in.passkey')}
            </button>
          </div>
          <p role="status"></p>
        </passkey-sign-in>
      </main>
    </Document>
  );
}

type CodeProps = { say: Say; attempt: string; to?: string | undefined; kept?: KeptForm | undefined; filled?: Filled; mailLeaves: boolean };

/** After asking: the same page for every address. */
export function CodePage({ say, attempt, to, kept, filled = untouched, mailLeaves }: CodeProps) {
  return (
    <Document title={say('sign-in.look')} language="en" head={<meta name="robots" content="noindex" />}>
      <main class="start">
        <form method="post" action={signInCodePath}>
          <FormKey />
          <Onward to={to} kept={kept} />
          <input type="hidden" name="attempt" value={attempt} />
          <h1>{say('sign-in.look')}</h1>
          <p>{say(mailLeaves ? 'sign-in.sent' : 'sign-in.written')}</p>
          <TextField name="code" label={say('sign-in.code')} inputmode="numeric" autocomplete="one-time-code" say={say} filled={filled} />
          <div class="row">
            <button class="act first">{say('sign-in.do')}</button>
            <a class="act plain" href={signInPath}>
              {say('sign-in.again')}
            </a>
          </div>
        </form>
      </main>
    </Document>
  );
}

/** A link from a mail: looking at it does nothing, so that a scanner that opens mails cannot use it up. */
export function LinkPage({ say, path }: { say: Say; path: string }) {
  return (
    <Document title={say('sign-in.title')} language="en" head={<meta name="robots" content="noindex" />}>
      <main class="start">
        <form method="post" action={path}>
          <FormKey />
          <h1>{say('sign-in.link-title')}</h1>
          <p>{say('sign-in.link-says')}</p>
          <div class="row">
            <button class="act first">{say('sign-in.do')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}

/** Signed in again: one button sends what had been typed to where it was going. */
export function BackPage({ say, kept }: { say: Say; kept: KeptForm }) {
  return (
    <Document title={say('sign-in.back')} language="en">
      <main class="start">
        <form method="post" action={kept.path} enctype="multipart/form-data">
          {Object.entries(kept.fields).map(([name, value]) =>
            value.includes('\n') ? (
              <textarea name={name} hidden>{`\n${value}`}</textarea>
            ) : (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <h1>{say('sign-in.back')}</h1>
          <p>{say('sign-in.back-says')}</p>
          <div class="row">
            <button class="act first">{say('sign-in.go-on')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}

function Onward({ to, kept }: { to: string | undefined; kept: KeptForm | undefined }) {
  return (
    <>
      {to && <input type="hidden" name="to" value={to} />}
      {/* JSON, because a form would change the line breaks of a plain value. */}
      {kept && <input type="hidden" name="kept" value={JSON.stringify(kept)} />}
    </>
  );
}

function WhatWasTyped({ say, kept }: { say: Say; kept: KeptForm }) {
  const longest = Object.values(kept.fields).toSorted((a, b) => b.length - a.length)[0] ?? '';
  return (
    <details class="else">
      <summary>{say('sign-in.typed')}</summary>
      <textarea readonly rows={8} aria-label={say('sign-in.typed')} dir="auto">
        {`\n${longest}`}
      </textarea>
    </details>
  );
}
