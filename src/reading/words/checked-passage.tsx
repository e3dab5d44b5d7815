import { momentInWords } from '#i18n/dates.ts';
import { listFormat } from '#i18n/formats.ts';
import { directionOf, type Language, localeOf, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { directionOfWords, sideOf } from '#tributes/direction.ts';
import type { AnsweredPassage } from '#quotations/answer-quotation.ts';
import { foundBeneath } from '#quotations/paths.ts';
import { wordsBeneath } from '#words/paths.ts';
import type { Stretch } from '#quotations/compare-quotation.ts';

type CheckedPassageProps = {
  say: Say;
  language: Language;
  zone: string;
  childPath: string;
  passage: AnsweredPassage;
  /** The next passage is of the same words. */
  goesOn: boolean;
  /** Of several that were put together: the how manieth it is. */
  comes: number | undefined;
};

/** The family's words with what was taken out of them struck through and what was put in underlined, and where they stand. */
export function CheckedPassage({ passage, goesOn, comes, ...around }: CheckedPassageProps) {
  const { say } = around;
  const { heading, before, after, changes, leftOut } = passage;
  const own = { lang: heading.language, dir: directionOfWords(heading.language, passage.text) };
  return (
    <>
      {comes !== undefined && <h3>{say('check.part', { number: comes })}</h3>}
      <blockquote class="quotation words compared" {...own}>
        <Around text={before} />
        {changes.map((stretch) => (
          <Changed {...around} {...stretch} />
        ))}
        {leftOut !== undefined && <LeftOut {...around} text={leftOut} />}
        <Around text={after} />
      </blockquote>
      {!goesOn && <Source {...around} passage={passage} />}
    </>
  );
}

/** The rest of the sentence: a fragment may begin after a “not”. */
function Around({ text }: { text: string }) {
  return text === '' ? null : <span class="around">{text}</span>;
}

/** So much is read at a glance; what is longer lies folded between the two places that were put together. */
const atAGlance = 160;

function LeftOut({ text, ...around }: { say: Say; language: Language; text: string }) {
  const changed = <Changed {...around} kind="missing" text={text} />;
  if (text.length <= atAGlance) return changed;
  const { say, language } = around;
  return (
    <details class="gap">
      <summary lang={language} dir={directionOf(language)}>
        {say('check.gap')}
      </summary>
      {changed}
    </details>
  );
}

type ChangedProps = Stretch & { say: Say; language: Language };

/** What is changed is seen, and said in words to whoever hears the page. */
function Changed({ say, language, kind, text }: ChangedProps) {
  if (kind === 'same') return <mark>{text}</mark>;
  // The spaces around belong to neither.
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  const heard = (sentence: string) => (
    <span class="unseen" lang={language} dir={directionOf(language)}>
      {` ${say(sentence)} `}
    </span>
  );
  return (
    <>
      {before}
      {kind === 'foreign' ? (
        <ins class="altered" dir="auto">
          {heard('check.heard-foreign')}
          {words}
          {heard('check.heard-ends')}
        </ins>
      ) : (
        <del class="altered">
          {heard('check.heard-missing')}
          {words}
          {heard('check.heard-ends')}
        </del>
      )}
      {after}
    </>
  );
}

function Source({ say, language, zone, childPath, passage }: Omit<CheckedPassageProps, 'goesOn' | 'comes'>) {
  const { heading, changedAt } = passage;
  const day = (instant: string): string => momentInWords(instant, language, zone);
  const signed = listFormat(localeOf(language), { type: 'conjunction' }).format(heading.signed);
  const facts = [
    signed === '' ? undefined : say('check.signed', { signed }),
    nameIn(language, heading.language),
    heading.translator && say('check.translated-by', { translator: heading.translator }),
    say('letter.published', { day: day(heading.publishedAt) }),
    changedAt && say('letter.changed', { day: day(changedAt) }),
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <p class={`source quiet ${sideOf({ ...heading, text: passage.text })}`}>
      <a href={foundBeneath(childPath, passage)}>{readWhere(say, passage)}</a>
      <br />
      {facts.join(' · ')}
      {!heading.current && heading.original && (
        <>
          <br />
          <a href={wordsBeneath(childPath, { address: heading.tributeAddress })}>{say('version.now')}</a>
        </>
      )}
    </p>
  );
}

function readWhere(say: Say, { heading: { title }, part }: AnsweredPassage): string {
  if (part === 'title') return say('check.read-title', { title });
  const where = part === 'caption' ? 'check.read-caption' : 'check.read';
  return title === '' ? say(`${where}-untitled`) : say(where, { title });
}
