import { type Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { Source } from '#reading/words/source.tsx';
import { coverWords, type Lying } from '#tributes/covers/cover.ts';
import { inItsLanguage } from '#tributes/covers/covered.tsx';
import { directionOfWords, sideOf } from '#tributes/direction.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import { Paragraph } from '#tributes/words.tsx';
import { Document } from '#ui/document.tsx';

type CardPageProps = {
  say: Say;
  language: Language;
  palette: string;
  title: string;
  /** The family's words on it, in their language. */
  text: string;
  textLanguage: string;
  cover: Lying | undefined;
  source: readonly string[];
  /** Where the words stand whole. */
  path: string;
};

const noIndex = <meta name="robots" content="noindex" />;

/** A quotation with its source, by itself: what pages of others show in a frame. Without script. */
export function CardPage(props: CardPageProps) {
  const { say, language, palette, title, text, textLanguage, cover, source, path } = props;
  return (
    <Document title={title} language={language} palette={palette} script={false} head={noIndex}>
      <main class="framed">
        <h1 class="unseen">{title}</h1>
        <figure class={sideOf({ language: textLanguage, title: '', text })}>
          {cover === undefined ? (
            <blockquote class="words" lang={textLanguage} dir={directionOfWords(textLanguage, text)}>
              {paragraphsOf(text).map((paragraph) => (
                <Paragraph text={paragraph} />
              ))}
            </blockquote>
          ) : (
            <p class="words" {...inItsLanguage(cover)}>
              {coverWords(say, cover)}
            </p>
          )}
          <figcaption>
            <p>
              <Source parts={source} />
            </p>
            {/* A page of ours is shown in no frame. */}
            <a href={path} target="_blank" rel="noopener">
              {say('card.whole')}
            </a>
          </figcaption>
        </figure>
      </main>
    </Document>
  );
}

/** What stands in a card whose words are not there, or not there any more. */
export function EmptyCardPage({ say, language }: { say: Say; language: Language }) {
  return (
    <Document title={say('card.empty-title')} language={language} script={false} head={noIndex}>
      <main class="framed">
        <h1 class="unseen">{say('card.empty-title')}</h1>
        <p class="quiet">{say('card.empty')}</p>
      </main>
    </Document>
  );
}
