import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { longestTyped } from '#lib/longest-typed.ts';
import type { Onward } from '#people/onward.ts';
import { OnwardForm, Sheet, WhatWasTyped } from '#people/pages/onward-form.tsx';
import { SixDigits } from '#people/pages/six-digits.tsx';
import {
  stepUpCodePath,
  stepUpMailPath,
  stepUpPasskeyPath,
  stepUpPath,
  stepUpRecoveryPath,
} from '#people/paths.ts';
import type { WaysToConfirm } from '#people/confirming/ways-to-confirm.ts';
import { FieldError } from '#ui/fields.tsx';

type StepUpProps = Onward & { say: Say; ways: WaysToConfirm; filled?: Filled; mailLeaves: boolean };

/** Before something that weighs more than most: who is there is asked once more, by the ways that they have. */
export function StepUpPage({ say, ways, to, kept, filled = untouched, mailLeaves }: StepUpProps) {
  const { hasPasskey, email, hasCodes } = ways;
  return (
    <Sheet title={say('step-up.title')}>
      <OnwardForm action={stepUpPath} to={to} kept={kept}>
        <h1>{say('step-up.title')}</h1>
        <p>{say('step-up.says')}</p>
        {kept && longestTyped(kept.fields) !== '' && <p>{say('step-up.kept')}</p>}
        {kept && <WhatWasTyped say={say} kept={kept} />}
        {hasPasskey && (
          <passkey-sign-in
            data-path={stepUpPasskeyPath}
            data-to={to ?? ''}
            data-kept-path={kept ? stepUpPath : ''}
            data-failed={say('sign-in.passkey-failed')}
          >
            <div class="acts start">
              <button class="act first" type="button" hidden>
                {say('sign-in.passkey')}
              </button>
            </div>
            <p role="status"></p>
            <noscript>
              <p class="hint">{say('step-up.passkey-needs-script')}</p>
            </noscript>
          </passkey-sign-in>
        )}
        {email !== undefined && (
          <div class="stack">
            <p class="hint">{say(mailLeaves ? 'step-up.mail-goes' : 'step-up.mail-written', { email })}</p>
            <div class="acts start">
              <button class={hasPasskey ? 'act' : 'act first'} formaction={stepUpMailPath}>
                {say(mailLeaves ? 'step-up.send' : 'step-up.ask')}
              </button>
            </div>
            <FieldError name="mail" say={say} filled={filled} />
          </div>
        )}
        <div class="acts start">
          {hasCodes && (
            <button class="act plain" formaction={stepUpRecoveryPath}>
              {say('sign-in.recovery')}
            </button>
          )}
          <a class="act plain" href="/home">
            {say('you.not-now')}
          </a>
        </div>
      </OnwardForm>
    </Sheet>
  );
}

type DigitsProps = StepUpProps & { attempt: string };

/** The six digits of the mail that was asked for. */
export function DigitsPage({
  say,
  ways: { email = '' },
  attempt,
  to,
  kept,
  filled = untouched,
  mailLeaves,
}: DigitsProps) {
  const title = say(mailLeaves ? 'sign-in.look' : 'sign-in.ask-host');
  return (
    <Sheet title={title}>
      <OnwardForm action={stepUpCodePath} to={to} kept={kept}>
        <h1>{title}</h1>
        <p>{say(mailLeaves ? 'step-up.sent' : 'you.confirm-written', { email })}</p>
        {kept && <WhatWasTyped say={say} kept={kept} />}
        <SixDigits say={say} attempt={attempt} filled={filled} />
        <div class="row">
          <button class="act first">{say('step-up.do')}</button>
          <button class="act plain" formaction={stepUpPath}>
            {say('recovery.another-way')}
          </button>
        </div>
      </OnwardForm>
    </Sheet>
  );
}
