import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { yourAddressPath, youPath } from '#people/paths.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';

type ConfirmPageProps = {
  say: Say;
  attempt: string;
  email: string;
  /** Where one goes on to, now or with the digits. */
  to?: string;
  filled: Filled;
  mailLeaves: boolean;
};

/** A new mail address counts once the digits that went there came back. */
export function ConfirmPage({ say, attempt, email, to = youPath, filled, mailLeaves }: ConfirmPageProps) {
  return (
    <Document title={say('you.confirm')} language="en">
      <main class="start">
        <form method="post" action={yourAddressPath}>
          <FormKey />
          <input type="hidden" name="attempt" value={attempt} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="to" value={to} />
          <h1>{say('you.confirm')}</h1>
          <p>{say(mailLeaves ? 'you.confirm-sent' : 'you.confirm-written', { email })}</p>
          <TextField
            name="code"
            label={say('sign-in.code')}
            inputmode="numeric"
            autocomplete="one-time-code"
            say={say}
            filled={filled}
          />
          <div class="row">
            <button class="act first">{say('you.keep')}</button>
            <a class="act plain" href={to}>
              {say('you.not-now')}
            </a>
          </div>
        </form>
      </main>
    </Document>
  );
}
