import { nameIn } from '#i18n/languages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { isSeen } from '#lib/seen.ts';
import type { Child } from 'hono/jsx';
import { directionOfWords } from '#tributes/direction.ts';
import { inTurns } from '#ui/in-turns.ts';

/** Words in two languages that say the same: of the original, and of its translation. */
export type Pair = { original: string; translated: string; above?: Child; beneath?: Child };

/** Of more paragraphs than anybody compares, both stand whole. */
export const mostPairs = 2_000;

type BesideProps = {
  /** The two languages (BCP 47). */
  original: string;
  language: string;
  pairs: readonly Pair[];
  /** What the two are; without it, what their languages are called. */
  heads?: readonly [Child, Child] | undefined;
};

/** An original and a translation, paragraph beside paragraph; on a narrow screen one below the other. */
export function Beside({ original, language, pairs, heads }: BesideProps) {
  const here = languageHere();
  const [first, second] = heads ?? [nameIn(here, original), nameIn(here, language)];
  return (
    <div class="two-languages">
      <div class="pair of-languages">
        <h2>{first}</h2>
        <h2>{second}</h2>
      </div>
      {pairs
        .filter((pair) => isSeen(pair.original) || isSeen(pair.translated))
        .map((pair) => (
          <>
            {pair.above}
            <div class="pair">
              <InLanguage language={original} text={pair.original} />
              <InLanguage language={language} text={pair.translated} />
            </div>
            {pair.beneath}
          </>
        ))}
    </div>
  );
}

/** Somebody's words in their language, with their line breaks. */
export function InLanguage({ language, text, id }: { language: string; text: string; id?: string }) {
  return (
    <p class="as-written" id={id} lang={language} dir={directionOfWords(language, text)}>
      {inTurns(text.replace(/^\n+/, ''))}
    </p>
  );
}
