import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';
import { LanguageChoice } from '#ui/language-list.tsx';

type TakeOverPageProps = {
  say: Say;
  path: string;
  /** Who looks after the site until then. */
  host: string;
  filled: Filled;
  signedInAs: string | undefined;
};

/** Being asked to look after the site from now on. Nothing happens before the button. */
export function TakeOverPage({ say, path, host, filled, signedInAs }: TakeOverPageProps) {
  return (
    <Document
      title={say('take-over.title')}
      language={languageHere()}
      head={<meta name="robots" content="noindex" />}
    >
      <LanguageChoice />
      <main class="start">
        <form method="post" action={path}>
          <FormKey />
          <h1>{say('take-over.title')}</h1>
          <p>{say('take-over.says', { name: host })}</p>
          {signedInAs === undefined ? (
            <>
              <TextField name="name" label={say('you.name')} autocomplete="name" say={say} filled={filled} />
              <TextField
                name="email"
                type="email"
                label={say('claim.email')}
                hint={say('claim.email-hint')}
                autocomplete="email"
                say={say}
                filled={filled}
              />
            </>
          ) : (
            <p>{say('join.as', { name: signedInAs })}</p>
          )}
          <div class="row">
            <button class="act first">{say('take-over.do')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}
