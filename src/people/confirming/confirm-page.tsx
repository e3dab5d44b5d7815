import { languageHere } from '#i18n/spoken.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { SixDigits } from '#people/pages/six-digits.tsx';
import { yourAddressPath, youPath } from '#people/paths.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

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
    <Document title={say('you.confirm')} language={languageHere()}>
      <main class="start">
        <form method="post" action={yourAddressPath}>
          <FormKey />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="to" value={to} />
          <h1>{say('you.confirm')}</h1>
          <p>{say(mailLeaves ? 'you.confirm-sent' : 'you.confirm-written', { email })}</p>
          <SixDigits say={say} attempt={attempt} filled={filled} />
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
