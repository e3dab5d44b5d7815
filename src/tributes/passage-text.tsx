import { directionOfWords } from '#tributes/direction.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import { Paragraph } from '#tributes/words.tsx';

/** Some words of a piece by themselves, line by line, in their language. */
export function PassageText({ text, language }: { text: string; language: string }) {
  return (
    <div class="words" lang={language} dir={directionOfWords(language, text)}>
      {paragraphsOf(text).map((paragraph) => (
        <Paragraph text={paragraph} />
      ))}
    </div>
  );
}
