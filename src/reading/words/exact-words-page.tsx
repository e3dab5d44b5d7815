import type { Child } from 'hono/jsx';
import { momentInWords } from '#i18n/dates.ts';
import { listFormat } from '#i18n/formats.ts';
import { type Language, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { ExactText } from '#reading/words/exact-text.tsx';
import type { Lying } from '#tributes/covers/cover.ts';
import { Covered } from '#tributes/covers/covered.tsx';
import { PassageText } from '#tributes/passage-text.tsx';
import { directionOfWords, sideOf } from '#tributes/direction.ts';
import type { Passage } from '#words/passage.ts';
import { wordsKeyPath } from '#words/paths.ts';
import type { ReadyQuotation } from '#words/ready-quotations.ts';
import type { PublicWords } from '#words/public-words.ts';

type ExactWordsProps = {
  say: Say;
  language: Language;
  /** The zone its family tells days in. */
  zone: string;
  /** What the piece is called in these words, or what it is. */
  title: string;
  words: PublicWords;
  cover: Lying | undefined;
  /** Every version in every language that everybody may read. */
  all: readonly PublicWords[];
  /** What the family chose of these words to be quoted. */
  ready: readonly ReadyQuotation[];
  pathOf: (words: PublicWords) => string;
  passagePath: (passage: Passage) => string;
  textPath: string | undefined;
  jsonPath: string;
  /** Where a quotation is compared with all words. */
  checkPath: string;
  backPath: string;
};

/** The words of one version in one language as they are to be quoted: what is known of them, and how that is checked. */
export function ExactWordsPage(props: ExactWordsProps) {
  const { say, language, title, words, cover, all, pathOf, textPath, jsonPath, checkPath, backPath } = props;
  const { passagePath } = props;
  const own = { lang: words.language, dir: directionOfWords(words.language, words.text) };
  const heading = words.title === '' ? {} : { ...own, dir: directionOfWords(words.language, words.title) };
  return (
    <>
      <nav class="quiet back">
        <a href={backPath}>{say('exact.back')}</a>
      </nav>
      <article class={`exact ${sideOf(words)}`}>
        <p class="when">{say('exact.title')}</p>
        <h1 {...heading}>{title}</h1>
        <p class="quiet">
          {standing(say, language, words)} {say('exact.says')}
        </p>
        <Covered say={say} cover={cover} opens="tribute">
          <ExactText say={say} language={language} words={words} passagePath={passagePath} />
          <Ready {...props} />
        </Covered>
        <Facts {...props} />
      </article>
      {all.length > 1 && (
        <section class="exact-others">
          <h2>{say('exact.others')}</h2>
          <ul class="list">
            {all.map((one) => (
              <li>
                <a href={pathOf(one)} aria-current={one === words ? 'page' : undefined}>
                  {say('exact.one', {
                    language: nameIn(language, one.language),
                    number: one.version,
                  })}
                </a>
                <p class="quiet">
                  {dayOf(props, one)} · {standing(say, language, one)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="exact-check">
        <h2>{say('exact.check')}</h2>
        <p class="quiet">{say('exact.check-says')}</p>
        <ul class="quiet ways">
          <Way path={checkPath}>{say('check.title')}</Way>
          {textPath && <Way path={textPath}>{say('exact.file-text')}</Way>}
          <Way path={jsonPath}>{say('exact.file-signed')}</Way>
          <Way path={wordsKeyPath}>{say('exact.keys')}</Way>
        </ul>
      </section>
    </>
  );
}

function Ready({ say, words, ready, passagePath }: ExactWordsProps) {
  if (ready.length === 0) return null;
  return (
    <section class="exact-ready">
      <h2>{say('exact.ready')}</h2>
      <p class="quiet">{say('exact.ready-says')}</p>
      <ul class={`ready ${sideOf(words)}`}>
        {ready.map(({ passage }) => (
          <li>
            <blockquote class="quotation" dir={directionOfWords(words.language, words.text)}>
              <PassageText text={words.text.slice(passage.from, passage.to)} language={words.language} />
            </blockquote>
            <p class="quiet">
              <a href={passagePath(passage)}>{say('exact.ready-quote')}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts(props: ExactWordsProps) {
  const { say, language, words } = props;
  const facts: [name: string, value: Child][] = [
    [say('exact.language'), nameIn(language, words.language)],
    [say('exact.version'), String(words.version)],
    [say('exact.published'), dayOf(props, words)],
    [say('exact.signed'), words.signed.length > 0 && <bdi>{namesOf(words, language)}</bdi>],
    [say('exact.translator'), words.translator !== undefined && <bdi>{words.translator}</bdi>],
    [say('exact.of'), words.of !== undefined && say('exact.of-version', { number: words.of })],
    [say('exact.hash'), <span class="hash">{words.sha256}</span>],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== false)
        .map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Way({ path, children }: { path: string; children?: Child }) {
  return (
    <li>
      <a href={path}>{children}</a>
    </li>
  );
}

const namesOf = ({ signed }: PublicWords, language: Language): string =>
  listFormat(language, { type: 'conjunction' }).format(signed);

const dayOf = ({ language, zone }: ExactWordsProps, { publishedAt }: PublicWords): string =>
  momentInWords(publishedAt, language, zone);

/** What they are to readers: the original or somebody's translation, of today or earlier. */
function standing(say: Say, language: Language, words: PublicWords): string {
  const now = words.current ? 'now' : 'earlier';
  return words.original
    ? say(`exact.original-${now}`)
    : say(`exact.translation-${now}`, {
        language: nameIn(language, words.language),
        translator: words.translator ?? '',
      });
}
