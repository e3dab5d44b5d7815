import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { TextField } from '#ui/fields.tsx';

type SixDigitsProps = { say: Say; attempt: string; filled: Filled };

/** Where the six digits of a mail are typed, and for which asking they are. */
export function SixDigits({ say, attempt, filled }: SixDigitsProps) {
  return (
    <>
      <input type="hidden" name="attempt" value={attempt} />
      <TextField
        name="code"
        label={say('sign-in.code')}
        inputmode="numeric"
        autocomplete="one-time-code"
        say={say}
        filled={filled}
      />
    </>
  );
}
