import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { translatorLinkPath } from '#translations/paths.ts';
import type { Translation } from '#translations/translation.ts';
import { FormKey } from '#ui/fields.tsx';

type TranslatorPartProps = { say: Say; translation: Translation; now: string };

/** The link of a translator who does not belong to the family: until when it opens, a new one, taking it back. */
export function TranslatorPart({ say, translation, now }: TranslatorPartProps) {
  const { expiresAt, translator: name } = translation;
  const path = translatorLinkPath(translation);
  const opens = expiresAt !== undefined && expiresAt > now;
  return (
    <form class="stack" method="post" action={path}>
      <FormKey />
      <h2>{say('translation.link-title', { name })}</h2>
      <p>
        {opens
          ? say('translations.link-until', { day: momentInWords(expiresAt, languageHere()) })
          : say('translations.link-none')}
      </p>
      <div class="acts">
        <button class="act">{say('translation.link-new')}</button>
        {opens && (
          <button class="act plain" formaction={`${path}?_method=delete`}>
            {say('translation.link-end')}
          </button>
        )}
      </div>
    </form>
  );
}
