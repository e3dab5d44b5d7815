import { directionOf, type Language, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { Part } from '#reading/press/press-part.tsx';
import { readAsTitle, titleOf } from '#tributes/title.ts';
import { wordsBeneath } from '#words/paths.ts';
import type { QuotablePiece } from '#words/quotable.ts';

type PressWordsProps = {
  say: Say;
  language: Language;
  called: string;
  childPath: string;
  pieces: readonly QuotablePiece[];
};

/** The exact words of each piece, in the original and in every approved translation. */
export function PressWords({ say, language, called, childPath, pieces }: PressWordsProps) {
  if (pieces.length === 0) return null;
  return (
    <Part heading={say('press.words')}>
      <p>{say('press.words-says')}</p>
      <ul class="list">
        {pieces.map((piece) => (
          <li class="item">
            <a class="what" href={wordsBeneath(childPath, piece)} {...readAsTitle(piece)}>
              {titleOf(say, piece.kind, piece, called)}
            </a>
            {piece.translations.map((translation) => (
              <span class="means">
                <a
                  href={wordsBeneath(childPath, piece, translation)}
                  hreflang={translation.language}
                  lang={translation.language}
                  dir={directionOf(translation.language)}
                >
                  {translation.title || nameIn(language, translation.language)}
                </a>
                {' · '}
                {say('exact.translation-now', {
                  language: nameIn(language, translation.language),
                  translator: translation.translator ?? '',
                })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}
