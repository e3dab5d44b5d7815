import { dateInWords, momentInWords } from '#i18n/dates.ts';
import { directionOf, type Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { dateToText } from '#lib/partial-date.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Gallery } from '#photographs/show.ts';
import { signedBy } from '#tributes/signature.ts';
import type { Words } from '#tributes/tribute.ts';
import { LetterWords } from '#tributes/words.tsx';

type TributePageProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  words: Words;
  /** When readers first had it, and when its words were last changed for them; nothing for a preview. */
  firstPublishedAt?: string | undefined;
  changedAt?: string | undefined;
  gallery: Gallery;
  /** The child's page. */
  backPath: string;
};

/** One letter: the photograph, the words, who signs, when it happened and when it was published. */
export function TributePage(props: TributePageProps) {
  const { say, language, memorial, words, firstPublishedAt, changedAt, gallery, backPath } = props;
  const called = calledIn(memorial, language);
  const signed = signedBy(words.signed, words.language);
  const own = { lang: words.language, dir: directionOf(words.language) };
  return (
    <>
      <nav class="quiet back">
        <a href={backPath}>{called}</a>
      </nav>
      <article class="memory letter">
        {words.title !== '' && <h1 {...own}>{words.title}</h1>}
        {words.title === '' && <h1 class="unseen">{say('letter.to', { called })}</h1>}
        <LetterWords words={words} gallery={gallery} first />
        {signed !== '' && (
          <p class="signed" {...own}>
            {signed}
          </p>
        )}
      </article>
      <p class="quiet facts">
        {say('letter.to', { called })}
        {words.memory && (
          <>
            {' · '}
            <time datetime={dateToText(words.memory)}>{dateInWords(words.memory, language)}</time>
          </>
        )}
        {firstPublishedAt && (
          <> · {say('letter.published', { day: momentInWords(firstPublishedAt, language) })}</>
        )}
        {changedAt && <> · {say('letter.changed', { day: momentInWords(changedAt, language) })}</>}
      </p>
    </>
  );
}
