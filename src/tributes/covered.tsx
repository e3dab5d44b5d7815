import type { PropsWithChildren } from 'hono/jsx';
import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import { coverWords } from '#tributes/cover.ts';

type CoveredProps = PropsWithChildren<{
  say: Say;
  cover: string;
  /** What the button opens. */
  opens: 'photograph' | 'tribute';
  /** Language and direction of the parent's own words. */
  lang: string;
  dir: 'ltr' | 'rtl';
}>;

/**
 * A plain sheet with a parent's words, and what is beneath it once a reader chooses to look. It opens
 * without scripts; browsers do not fetch lazy pictures in it before.
 */
export function Covered({ say, cover, opens, lang, dir, children }: CoveredProps) {
  const own = isSeen(cover) ? { lang, dir } : {};
  return (
    <details class="cover">
      <summary>
        <span class="says" {...own}>
          {coverWords(say, cover)}
        </span>
        <span class="act">{say(`cover.open-${opens}`)}</span>
      </summary>
      {children}
    </details>
  );
}
