import { directionOf, type Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { Source } from '#reading/words/source.tsx';
import type { Lying } from '#tributes/covers/cover.ts';
import { Covered } from '#tributes/covers/covered.tsx';
import { directionOfWords, sideOf } from '#tributes/direction.ts';
import { PassageText } from '#tributes/passage-text.tsx';
import { assetPath } from '#ui/assets.ts';

type PassageProps = {
  say: Say;
  language: Language;
  /** The passage, letter for letter, and the language it is in. */
  text: string;
  textLanguage: string;
  cover: Lying | undefined;
  source: readonly string[];
  /** The same with its source, to be copied, and the line that shows its card. */
  quotation: string;
  embed: string;
  cardPath: string;
  wordsPath: string;
  readPath: string;
};

/** A passage to be quoted: its words, where they are from, and both as text to take along. */
export function PassagePage(props: PassageProps) {
  const { say, language, text, textLanguage, cover, source, quotation, embed } = props;
  const { cardPath, wordsPath, readPath } = props;
  const own = { language: textLanguage, title: '', text };
  return (
    <div class="stack">
      <nav class="quiet back">
        <a href={wordsPath}>{say('passage.words')}</a>
        <a href={readPath}>{say('passage.read')}</a>
      </nav>
      <h1>{say('passage.title')}</h1>
      <Covered say={say} cover={cover} opens="tribute">
        <div class="stack">
          <blockquote class={`quotation ${sideOf(own)}`} dir={directionOfWords(textLanguage, text)}>
            <PassageText text={text} language={textLanguage} />
            <footer dir={directionOf(language)}>
              <Source parts={source} />
            </footer>
          </blockquote>
          <Copied say={say} name="quotation" text={quotation} label={say('passage.quotation')} />
        </div>
      </Covered>
      <Copied say={say} name="embed" text={embed} label={say('passage.embed')} />
      <p class="quiet">
        {say('passage.embed-says')} <a href={cardPath}>{say('passage.card')}</a>
      </p>
      <script type="module" src={assetPath('browser/quote.ts')}></script>
    </div>
  );
}

/** Text that can be marked and copied, and with a script copied by a button. */
function Copied({ say, name, text, label }: { say: Say; name: string; text: string; label: string }) {
  return (
    <copy-address data-copied={say('quote.copied')}>
      <div class="copied">
        <label for={name}>{label}</label>
        <textarea id={name} readonly rows={name === 'quotation' ? 6 : 3} dir="auto">
          {`\n${text}`}
        </textarea>
        <button class="act" type="button" hidden>
          {say('quote.copy')}
        </button>
      </div>
    </copy-address>
  );
}
