import { languageHere } from '#i18n/spoken.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { Passkey } from '#people/passkeys/passkeys.ts';
import { passkeyPath, youPath } from '#people/paths.ts';
import { Document } from '#ui/document.tsx';
import { FieldError, FormKey, TextField } from '#ui/fields.tsx';

/** One passkey: its name, for telling it from others, and taking it away. */
export function PasskeyPage({ say, passkey, filled }: { say: Say; passkey: Passkey; filled: Filled }) {
  return (
    <Document title={say('you.passkey')} language={languageHere()}>
      <main class="start">
        <form method="post" action={passkeyPath(passkey)}>
          <FormKey />
          <h1>{say('you.passkey')}</h1>
          <TextField
            name="name"
            label={say('you.passkey-name')}
            hint={say('you.passkey-name-hint')}
            say={say}
            filled={filled}
            value={passkey.name}
          />
          <FieldError name="passkey" say={say} filled={filled} />
          <div class="row">
            <button class="act first">{say('you.keep')}</button>
            <a class="act plain" href={youPath}>
              {say('you.not-now')}
            </a>
          </div>
          <div class="acts start">
            <button class="act plain" formaction={`${passkeyPath(passkey)}?_method=delete`}>
              {say('you.remove-passkey')}
            </button>
          </div>
        </form>
      </main>
    </Document>
  );
}
