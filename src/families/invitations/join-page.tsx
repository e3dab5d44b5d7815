import { LanguageChoice } from '#ui/language-list.tsx';
import { languageHere } from '#i18n/spoken.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import type { InvitedAs } from '#families/invitations/invitation-mail.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';

type JoinPageProps = {
  say: Say;
  path: string;
  /** As what they are invited. */
  as: InvitedAs;
  name: string;
  invitedBy: string;
  filled: Filled;
  signedInAs: string | undefined;
};

/** An invitation, looked at: nothing happens before the button. */
export function JoinPage({ say, path, as, name, invitedBy, filled, signedInAs }: JoinPageProps) {
  return (
    <Document
      title={say('join.title')}
      language={languageHere()}
      head={<meta name="robots" content="noindex" />}
    >
      <LanguageChoice />
      <main class="start">
        <form method="post" action={path}>
          <FormKey />
          <h1>{say('join.title')}</h1>
          <p>{say(`join.says-${as}`, { name: invitedBy })}</p>
          {signedInAs === undefined ? (
            <TextField
              name="name"
              label={say('you.name')}
              autocomplete="name"
              say={say}
              filled={filled}
              value={name}
            />
          ) : (
            <p>{say('join.as', { name: signedInAs })}</p>
          )}
          <TextField
            name="signs-as"
            label={say(as === 'doorkeeper' || as === 'relative' ? 'family.called' : 'family.signs')}
            hint={say(as === 'parent' || as === 'first' ? 'family.signs-hint' : 'family.signs-hint-keeper')}
            say={say}
            filled={filled}
          />
          {signedInAs === undefined && (
            <TextField
              name="email"
              type="email"
              label={say('claim.email')}
              hint={say('claim.email-hint')}
              autocomplete="email"
              say={say}
              filled={filled}
            />
          )}
          <div class="row">
            <button class="act first">{say('join.do')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}
