import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Onward } from '#people/onward.ts';
import { OnwardForm, Sheet, WhatWasTyped } from '#people/pages/onward-form.tsx';
import { recoverySignInPath, signInCodePath, stepUpPath, stepUpRecoveryPath } from '#people/paths.ts';
import { TextField } from '#ui/fields.tsx';

type RecoveryCodeProps = Onward & { say: Say; after: 'sign-in' | 'step-up'; filled?: Filled };

/** Where a code from paper is typed: to sign in, or to confirm who one is. */
export function RecoveryCodePage({ say, after, to, kept, filled = untouched }: RecoveryCodeProps) {
  const signsIn = after === 'sign-in';
  return (
    <Sheet title={say('recovery.type')}>
      <OnwardForm action={signsIn ? recoverySignInPath : stepUpRecoveryPath} to={to} kept={kept}>
        <h1>{say('recovery.type')}</h1>
        <p>{say('recovery.type-says')}</p>
        {kept && <WhatWasTyped say={say} kept={kept} />}
        <TextField name="recovery" label={say('recovery.code')} isCode say={say} filled={filled} />
        <div class="row">
          <button class="act first">{say(signsIn ? 'sign-in.do' : 'step-up.do')}</button>
          <button
            class="act plain"
            formaction={signsIn ? signInCodePath : stepUpPath}
            name="again"
            value="yes"
          >
            {say('recovery.another-way')}
          </button>
        </div>
      </OnwardForm>
    </Sheet>
  );
}
