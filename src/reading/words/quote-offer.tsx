import type { Say } from '#i18n/messages.ts';
import { assetPath } from '#ui/assets.ts';
import { mostQuoted } from '#words/passage.ts';
import { quotationMarks } from '#words/source.ts';

type OfferProps = {
  say: Say;
  textLanguage: string;
  source: string;
  /** Where the words are cited for ever, whole. */
  cited: string;
  /** Where a passage of them is quoted; its place in them is added to it. */
  passagePath: string;
  /** All of them, to choose from. */
  wordsPath: string | undefined;
};

/** What a reader is offered who marks words of a piece. Without a script, each paragraph of the exact words has the same. */
export function QuoteOffer({ say, textLanguage, source, cited, passagePath, wordsPath }: OfferProps) {
  const [opens, closes] = quotationMarks(textLanguage);
  return (
    <>
      <quote-passage
        hidden
        role="group"
        aria-label={say('quote.label')}
        data-opens={opens}
        data-closes={closes}
        data-source={source}
        data-cited={cited}
        data-passage={passagePath}
        data-all={wordsPath}
        data-most={String(mostQuoted)}
        data-copied={say('quote.copied')}
      >
        <button class="act" type="button" aria-live="polite">
          {say('quote.copy-with-source')}
        </button>
        <a class="act plain" href={wordsPath}>
          {say('quote.more')}
        </a>
      </quote-passage>
      <script type="module" src={assetPath('browser/quote.ts')}></script>
    </>
  );
}
