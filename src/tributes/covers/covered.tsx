import type { PropsWithChildren } from 'hono/jsx';
import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import { coverWords, type Lying } from '#tributes/covers/cover.ts';
import { directionOfWords } from '#tributes/direction.ts';

type CoveredProps = PropsWithChildren<{
  say: Say;
  cover: Lying | undefined;
  /** What the button opens. */
  opens: 'photograph' | 'tribute';
}>;

/**
 * A plain sheet with a parent's words, and what is beneath it once a reader chooses to look; without a cover
 * what would be beneath it. It opens without scripts; browsers do not fetch lazy pictures in it before.
 */
export function Covered({ say, cover, opens, children }: CoveredProps) {
  if (!cover) return <>{children}</>;
  return (
    <details class="cover">
      <summary>
        <span class="says" {...inItsLanguage(cover)}>
          {coverWords(say, cover)}
        </span>
        <span class="act">{say(`cover.open-${opens}`)}</span>
      </summary>
      {children}
    </details>
  );
}

/** Language and direction of what stands on a cover: the parent's own words have theirs, our sentence the page's. */
export function inItsLanguage({ words, language }: Lying): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return isSeen(words) ? { lang: language, dir: directionOfWords(language, words) } : {};
}
