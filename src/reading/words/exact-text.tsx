import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import { directionOfWords } from '#tributes/direction.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import { LongWords, Paragraph } from '#tributes/words.tsx';
import { type Passage, paragraphPassages } from '#words/passage.ts';
import type { PublicWords } from '#words/public-words.ts';

/** Of so many paragraphs each is pointed to by itself; of more, nobody would find one by its number. */
const mostPointedTo = 2_000;

type ExactTextProps = {
  say: Say;
  language: Language;
  words: PublicWords;
  passagePath: (passage: Passage) => string;
};

/** A text letter for letter, and at each of its paragraphs a place to point to and the way to quote it. */
export function ExactText({ say, language, words, passagePath }: ExactTextProps) {
  const paragraphs = paragraphsOf(words.text);
  const own = { lang: words.language, dir: directionOfWords(words.language, words.text) };
  if (paragraphs.length > mostPointedTo)
    return (
      <div class="words" {...own}>
        <LongWords text={words.text} />
      </div>
    );
  const passages = paragraphPassages(words.text);
  const ways = passages.map((passage) => passage && passagePath(passage));
  return (
    <div class="words" {...own}>
      {paragraphs.map((text, index) => (
        <>
          <EmptyLines text={text} />
          <div class="pointed" id={`paragraph-${index + 1}`}>
            <Paragraph text={text.slice(emptyLines(text).length)} />
            {ways[index] && (
              <a
                lang={language}
                href={ways[index]}
                aria-label={say('exact.paragraph', { number: index + 1 })}
              ></a>
            )}
          </div>
          {index + 1 < paragraphs.length ? '\n\n' : ''}
        </>
      ))}
    </div>
  );
}

/** Lines of nothing before the first that says something: what points to a paragraph stands at that one. */
const emptyLines = (text: string): string => (isSeen(text) ? /^(?:[^\S\n]*\n)*/.exec(text)![0] : '');

function EmptyLines({ text }: { text: string }) {
  const empty = emptyLines(text);
  if (empty === '') return null;
  return (
    <>
      <Paragraph text={empty.slice(0, -1)} />
      {'\n'}
    </>
  );
}
