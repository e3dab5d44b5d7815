import { momentInWords } from '#i18n/dates.ts';
import { listFormat } from '#i18n/formats.ts';
import { type Language, localeOf, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { CheckedPassage } from '#reading/words/checked-passage.tsx';
import type { Answered } from '#quotations/answer-quotation.ts';
import { brought } from '#visitors/paths.ts';

export type CheckAnswerProps = {
  say: Say;
  language: Language;
  zone: string;
  childPath: string;
  answered: Answered;
  /** What was typed: `text`, and `from` which page it is. */
  quoted: Readonly<Record<string, string>>;
  address: string;
  /** Where the family can be told of a wrong quotation, as long as it wants to be. */
  tellPath?: string | undefined;
};

/** What a quotation is, in one sentence; how much of it is the family's; then where each part of it stands. */
export function CheckAnswer(props: CheckAnswerProps) {
  const { say, language, zone, answered, quoted, tellPath } = props;
  const { verdict, passages } = answered;
  const first = passages[0];
  const day = (instant: string): string => momentInWords(instant, language, zone);
  return (
    <section class={`answer ${verdict}`} aria-labelledby="answer">
      <h2 id="answer">{say(`check.${verdict}.title`)}</h2>
      <p>
        {first &&
          verdict === 'translation' &&
          say('check.translated', { translator: first.heading.translator ?? '' })}{' '}
        {first && verdict === 'earlier' && first.changedAt
          ? say('check.until', { day: day(first.heading.publishedAt), changed: day(first.changedAt) })
          : say(`check.${verdict}.says`)}
        {answered.onlyInside && ` ${say('check.only-inside')}`}
      </p>
      {verdict === 'altered' && <HowMuch say={say} answered={answered} />}
      {verdict === 'not-found' && <Searched say={say} language={language} answered={answered} />}
      <Unapproved say={say} language={language} answered={answered} />
      {(quoted['from'] ?? '') !== '' && (
        <p class="quiet">
          {say('check.said-from')} <bdi class="from">{quoted['from']}</bdi>
        </p>
      )}
      <Key say={say} answered={answered} />
      {passages.map((passage, index) => (
        <CheckedPassage
          say={say}
          language={language}
          zone={zone}
          childPath={props.childPath}
          passage={passage}
          // One after the other in the same words: those are named once, beneath the last.
          goesOn={passages[index + 1]?.id === passage.id}
          comes={verdict === 'stitched' ? index + 1 : undefined}
        />
      ))}
      <LinkToAnswer {...props} />
      {tellPath && <Tell say={say} path={tellPath} quoted={quoted} />}
    </section>
  );
}

/** What the marks mean, of those that are there. */
function Key({ say, answered: { passages } }: { say: Say; answered: Answered }) {
  const kinds = new Set(passages.flatMap(({ changes }) => changes.map(({ kind }) => kind)));
  if (passages.some(({ leftOut }) => leftOut !== undefined)) kinds.add('missing');
  if (!kinds.has('missing') && !kinds.has('foreign')) return null;
  return (
    <p class="hint key">
      {kinds.has('missing') && <span>{say('check.key-missing')}</span>}{' '}
      {kinds.has('foreign') && <span>{say('check.key-foreign')}</span>}
    </p>
  );
}

function HowMuch({ say, answered: { counts, unit } }: { say: Say; answered: Answered }) {
  const { quoted, same, foreign, missing } = counts;
  return (
    <p class="how-much">
      {say('check.same', { quoted, same, unit })}
      {foreign > 0 && ` ${say('check.foreign', { count: foreign, unit })}`}
      {missing > 0 && ` ${say('check.missing', { count: missing, unit })}`}
    </p>
  );
}

type SearchedProps = { say: Say; language: Language; answered: Answered };

function Searched({ say, language, answered: { searched, counts } }: SearchedProps) {
  const names = searched.languages.map((tag) => nameIn(language, tag));
  const languages = listFormat(localeOf(language), { type: 'conjunction' }).format(names);
  return (
    <>
      {counts.quoted < 2 && <p>{say('check.too-short')}</p>}
      <p>
        {searched.pieces === 0
          ? say('check.nothing-public')
          : say('check.searched', { pieces: searched.pieces, languages })}
      </p>
      <p>{say('check.says-nothing-more')}</p>
    </>
  );
}

/** In a language in which the family published nothing there is nobody's translation that it has approved. */
function Unapproved({ say, language, answered }: SearchedProps) {
  const { language: tag, searched, verdict } = answered;
  const primary = (one: string): string => one.toLowerCase().split('-')[0] ?? '';
  const isKnown = tag === undefined || searched.languages.some((one) => primary(one) === primary(tag));
  if (isKnown || verdict !== 'not-found' || searched.pieces === 0) return null;
  return <p class="notice">{say('check.unapproved', { language: nameIn(language, tag) })}</p>;
}

/** To telling the family of it, with what was pasted: nobody looks for it once more. */
function Tell({ say, path, quoted }: { say: Say; path: string; quoted: CheckAnswerProps['quoted'] }) {
  return (
    <form class="acts start" method="post" action={path}>
      <input type="hidden" name={brought} value="yes" />
      <input type="hidden" name="printed" value={quoted['text'] ?? ''} />
      <input type="hidden" name="from" value={quoted['from'] ?? ''} />
      <button class="act">{say('press.tell')}</button>
    </form>
  );
}

/** Longer than this, programs cut an address that is sent. */
const longestLink = 8000;

function LinkToAnswer({ say, quoted, address }: CheckAnswerProps) {
  const carried = Object.entries(quoted).filter(
    ([name, text]) => ['text', 'from'].includes(name) && text !== '',
  );
  const link = `${address}#${new URLSearchParams(carried).toString()}`;
  if (link.length > longestLink) return <p class="hint">{say('check.link-too-long')}</p>;
  return (
    <div class="field link">
      <label for="link">{say('check.link')}</label>
      <copy-address data-copied={say('published.copied')} data-share={say('published.share')}>
        <div class="address">
          <input id="link" readonly value={link} dir="ltr" aria-describedby="link-hint" />
          <button class="act" type="button" hidden>
            {say('published.copy')}
          </button>
        </div>
      </copy-address>
      <p class="hint" id="link-hint">
        {say('check.link-hint')}
      </p>
    </div>
  );
}
