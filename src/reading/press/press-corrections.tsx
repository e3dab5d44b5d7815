import { dateInWords } from '#i18n/dates.ts';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import { Own, Part } from '#reading/press/press-part.tsx';
import type { Correction } from '#press/correction.ts';
import type { Press } from '#press/press.ts';

type PressCorrectionsProps = {
  say: Say;
  language: Language;
  press: Press;
  corrections: readonly Correction[];
};

/** What was printed wrongly, what it should be, and what became of it. */
export function PressCorrections({ say, language, press, corrections }: PressCorrectionsProps) {
  if (corrections.length === 0) return null;
  return (
    <Part heading={say('corrections.title')}>
      <ul class="list">
        {corrections.map((one) => (
          <li class="item">
            <bdi class="what">
              {one.url === '' ? (
                one.publication
              ) : (
                <a href={one.url} rel="nofollow noopener">
                  {one.publication}
                </a>
              )}
            </bdi>
            <span class="means">
              {[one.printedOn && dateInWords(one.printedOn, language), say(`corrections.state-${one.state}`)]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </span>
            <h3>{say('corrections.printed')}</h3>
            <blockquote class="message" dir="auto">
              {one.printed}
            </blockquote>
            {isSeen(one.shouldBe) && (
              <>
                <h3>{say('corrections.should-be')}</h3>
                <Own press={press} page={language} words={one.shouldBe} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
