import type { Child } from 'hono/jsx';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { TextField } from '#ui/fields.tsx';

/** Whom somebody asks to come: their name, what else is asked about them, and where to, if there is an address. */
export function WhomToAsk({ say, filled, children }: { say: Say; filled: Filled; children?: Child }) {
  return (
    <>
      <TextField name="name" label={say('family.invite-name')} say={say} filled={filled} />
      {children}
      <TextField
        name="email"
        type="email"
        label={say('family.invite-email')}
        hint={say('family.invite-email-hint')}
        say={say}
        filled={filled}
      />
    </>
  );
}
