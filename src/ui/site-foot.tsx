import { sitePath } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';

/** The ways on for whoever has come to a door and does not go in: the front page, and what this site is. */
export function SiteFoot({ say }: { say: Say }) {
  const language = languageHere();
  return (
    <footer>
      <a href={sitePath('/', language)}>{say('site.name')}</a>
      <a href={sitePath('/about', language)}>{say('foot.about')}</a>
    </footer>
  );
}
