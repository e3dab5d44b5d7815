import type { Child } from 'hono/jsx';
import { momentInWords } from '#i18n/dates.ts';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Gallery } from '#photographs/show.ts';
import { Days } from '#reading/pages/days.tsx';
import { When } from '#reading/pages/when.tsx';
import { TributeBody } from '#tributes/body.tsx';
import { sideOf } from '#tributes/direction.ts';
import { isNamedByKind, kindInWords, readAsTitle, titleOf } from '#tributes/title.ts';
import type { TributeKind, Words } from '#tributes/tribute.ts';

type TributePageProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  kind: TributeKind;
  words: Words;
  /** When readers first had it, and when its words were last changed for them; nothing for a preview. */
  firstPublishedAt?: string | undefined;
  changedAt?: string | undefined;
  /** Where the words before that change are, for those who may see them. */
  earlierPath?: string | undefined;
  /** Where its words stand for whoever quotes them: of what everybody may read. */
  exactPath?: string | undefined;
  gallery: Gallery;
  /** The child's page. */
  backPath: string;
  /** Where else it leads than back there: from a preview. */
  ways?: Child;
  /** What is said over it: of one version, which words these are. */
  above?: Child;
  /** Who translated these words, and in which other languages they can be read. */
  note?: Child;
  /** What it belongs to: other memories, the chapters around it. */
  belongs?: Child;
};

/** One tribute: when it happened, its photographs and words, who signs, what it is and when it was published. */
export function TributePage(props: TributePageProps) {
  const {
    say,
    language,
    memorial,
    kind,
    words,
    firstPublishedAt,
    changedAt,
    earlierPath,
    exactPath,
    gallery,
    backPath,
  } = props;
  const called = calledIn(memorial, language);
  const zone = memorial.zone || 'UTC';
  const named = words.title !== '' || isNamedByKind(kind, words);
  const facts = [
    // What it is stands above where the kind names it.
    !isNamedByKind(kind, words) && kindInWords(say, kind, words, called),
    firstPublishedAt && say('letter.published', { day: momentInWords(firstPublishedAt, language, zone) }),
    changedAt && (
      <Changed path={earlierPath}>
        {say('letter.changed', { day: momentInWords(changedAt, language, zone) })}
      </Changed>
    ),
  ].filter((fact) => fact !== undefined && fact !== false && fact !== '');
  return (
    <>
      {props.ways ?? (
        <nav class="quiet back">
          <a href={backPath}>{called}</a>
        </nav>
      )}
      {props.above}
      <div class="printed whose">
        <p>{called}</p>
        <Days say={say} language={language} memorial={memorial} />
      </div>
      <article class={`memory letter kind-${kind} ${sideOf(words)}`}>
        <h1 class={named ? undefined : 'unseen'} {...readAsTitle(words)}>
          {titleOf(say, kind, words, called)}
        </h1>
        <When say={say} kind={kind} words={words} called={called} language={language} />
        {props.note}
        <TributeBody say={say} kind={kind} words={words} gallery={gallery} first />
      </article>
      {facts.length > 0 && (
        <p class="quiet facts">
          {facts.map((fact, index) => (
            <>
              {index > 0 && ' · '}
              {fact}
            </>
          ))}
        </p>
      )}
      {exactPath && (
        <p class="quiet ways">
          <a href={exactPath}>{say('exact.title')}</a>
        </p>
      )}
      {props.belongs}
    </>
  );
}

/** That it was changed leads to the words before, where whoever reads may see them. */
function Changed({ path, children }: { path: string | undefined; children?: Child }) {
  return path === undefined ? <>{children}</> : <a href={path}>{children}</a>;
}
