import type { PropsWithChildren } from 'hono/jsx';
import type { Say } from '#i18n/messages.ts';

/** Around forms that stay, with what was chosen and typed on them, where nobody answers (`browser/careful-form.ts`). */
export function CarefulForm({ say, children }: PropsWithChildren<{ say: Say }>) {
  return (
    <careful-form>
      {children}
      <p class="wrong" role="alert" hidden>
        {say('nobody-answers')}
      </p>
    </careful-form>
  );
}
