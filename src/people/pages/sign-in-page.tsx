import { LanguageChoice } from '#ui/language-list.tsx';
import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Onward } from '#people/onward.ts';
import { OnwardForm, Sheet, WhatWasTyped } from '#people/pages/onward-form.tsx';
import { passkeySignInPath, recoverySignInPath, signInCodePath, signInPath } from '#people/paths.ts';
import { FormKey, TextField } from '#ui/fields.tsx';
import { SiteFoot } from '#ui/site-foot.tsx';

type SignInProps = Onward & { say: Say; filled?: Filled; mailLeaves: boolean };

/** The way in: a passkey, a mail with a link and six digits, or a recovery code. */
export function SignInPage({ say, to, kept, filled = untouched, mailLeaves }: SignInProps) {
  return (
    <Sheet title={say('sign-in.title')} before={kept ? undefined : <LanguageChoice to={to} />}>
      <OnwardForm action={signInPath} to={to} kept={kept}>
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
          {/* An address that is half typed does not matter to it. */}
          <button class="act plain" formaction={recoverySignInPath} formnovalidate>
            {say('sign-in.recovery')}
          </button>
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
        {/* Where a key was taken back, or this browser has forgotten it, nobody can know which of the two let them in. */}
        {isForInvited(to) && !kept && (
          <p class="quiet">
            {say('sign-in.key')} <a href="/key">{say('with.another')}</a>
          </p>
        )}
      </OnwardForm>
      {!kept && <SiteFoot say={say} />}
    </Sheet>
  );
}

const isForInvited = (to: string | undefined): boolean => /^\/with(?:[/?]|$)/.test(to ?? '');

type CodeProps = Onward & { say: Say; attempt: string; filled?: Filled; mailLeaves: boolean };

/** After asking: the same page for every address. */
export function CodePage({ say, attempt, to, kept, filled = untouched, mailLeaves }: CodeProps) {
  const title = say(mailLeaves ? 'sign-in.look' : 'sign-in.ask-host');
  return (
    <Sheet title={title}>
      <OnwardForm action={signInCodePath} to={to} kept={kept}>
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
      </OnwardForm>
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
