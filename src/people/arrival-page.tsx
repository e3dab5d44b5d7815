import type { Child } from 'hono/jsx';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { Sheet } from '#people/pages/onward-form.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';
import { LanguageChoice } from '#ui/language-list.tsx';

type ArrivalPageProps = {
  /** Where the form goes: the address that somebody came by. */
  path: string;
  title: string;
  /** What the button does, in its words. */
  does: string;
  children: Child;
};

/** Where somebody arrives by an address that was given to them: nothing happens before the button. */
export function ArrivalPage({ path, title, does, children }: ArrivalPageProps) {
  return (
    <Sheet title={title} before={<LanguageChoice />}>
      <form method="post" action={path}>
        <FormKey />
        <h1>{title}</h1>
        {children}
        <div class="row">
          <button class="act first">{does}</button>
        </div>
      </form>
    </Sheet>
  );
}

type WhoArrivesProps = {
  say: Say;
  filled: Filled;
  /** Their name, where it is known to whoever gave them the address. */
  name?: string;
  /** The name of whoever is signed in, of whom no more is asked. */
  signedInAs: string | undefined;
  /** What else is asked, after their name. */
  children?: Child;
};

/** The name and the mail address of somebody who arrives. */
export function WhoArrives({ say, filled, name, signedInAs, children }: WhoArrivesProps) {
  if (signedInAs !== undefined) {
    return (
      <>
        <p>{say('join.as', { name: signedInAs })}</p>
        {children}
      </>
    );
  }
  return (
    <>
      <TextField
        name="name"
        label={say('you.name')}
        autocomplete="name"
        say={say}
        filled={filled}
        value={name}
      />
      {children}
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
  );
}
