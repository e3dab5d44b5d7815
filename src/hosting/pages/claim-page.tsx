import { LanguageChoice } from '#ui/language-list.tsx';
import { languageHere } from '#i18n/spoken.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { Choice, FormKey, TextField } from '#ui/fields.tsx';

/** The one-time address of a new site, looked at: nothing happens before the button. */
export function ClaimPage({ say, path, filled }: { say: Say; path: string; filled: Filled }) {
  return (
    <Document
      title={say('claim.title')}
      language={languageHere()}
      head={<meta name="robots" content="noindex" />}
    >
      <LanguageChoice />
      <main class="start">
        <form method="post" action={path}>
          <FormKey />
          <h1>{say('claim.title')}</h1>
          <p>{say('claim.says')}</p>
          <TextField name="name" label={say('claim.name')} autocomplete="name" say={say} filled={filled} />
          <Choice
            name="own"
            legend={say('claim.own')}
            say={say}
            filled={filled}
            options={['yes', 'no'].map((own) => ({
              value: own,
              label: say(`claim.own-${own}`),
              hint: say(`claim.own-${own}-means`),
            }))}
          />
          <TextField
            name="signs-as"
            label={say('family.signs')}
            hint={say('family.signs-hint')}
            say={say}
            filled={filled}
          />
          <TextField
            name="email"
            type="email"
            label={say('claim.email')}
            hint={say('claim.email-hint')}
            autocomplete="email"
            say={say}
            filled={filled}
          />
          <div class="row">
            <button class="act first">{say('claim.do')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}
