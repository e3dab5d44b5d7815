import { apart } from '#i18n/apart.ts';
import { type Language, nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { isSeen } from '#lib/seen.ts';
import { coverOver } from '#tributes/covers/cover.ts';
import { Covered } from '#tributes/covers/covered.tsx';
import { titleOf } from '#tributes/title.ts';
import { languageOf, type TributeKind, type Version } from '#tributes/tribute.ts';
import { Beside, mostPairs, type Pair } from '#translations/beside.tsx';
import { originalsOf } from '#translations/translation.ts';

type BesidePageProps = {
  say: Say;
  language: Language;
  kind: TributeKind;
  called: string;
  /** The version that was translated, and its translation. */
  original: Version;
  words: Version;
  /** The tribute's page, and that of the version that was translated. */
  path: string;
  versionPath: string;
};

/** A translation and its original, paragraph beside paragraph, the original first. Of photographs, what stands under them. */
export function BesidePage(props: BesidePageProps) {
  const { say, language, kind, called, original, words, path, versionPath } = props;
  const { by = '', isBehind = false } = words.translated ?? {};
  const two = { original: original.language, language: words.language };
  const heads = [
    say('translated.original', { language: nameIn(language, original.language) }),
    say('beside.translated', { language: nameIn(language, words.language), name: apart(by) }),
  ] as const;
  const title = { original: original.title, translated: words.title };
  const text = [...pairsOf(original.text, words.text), ...captionsOf(say, original, words)];
  const cover = coverOver(words);
  return (
    <>
      <nav class="quiet back">
        <a href={path}>{titleOf(say, kind, words, called)}</a>
      </nav>
      <article class="memory both">
        <h1>{say('beside.heading')}</h1>
        {isBehind && (
          <p class="translated quiet">
            <span>{say('translated.behind')}</span>
            <a href={versionPath}>{say('translated.then')}</a>
          </p>
        )}
        {cover ? (
          <>
            <Beside {...two} heads={heads} pairs={[title]} />
            <Covered say={say} cover={cover} opens="tribute">
              <Beside {...two} heads={heads} pairs={text} />
            </Covered>
          </>
        ) : (
          <Beside {...two} heads={heads} pairs={[title, ...text]} />
        )}
      </article>
    </>
  );
}

/** What stands under the photographs that nobody covered, as it was and as it was translated. */
function captionsOf(say: Say, original: Version, words: Version): Pair[] {
  const shown = new Map(
    words.photographs
      .filter((placed) => !coverOver(words, placed))
      .map((placed) => [placed.photographId, placed]),
  );
  const captions = new Map(
    original.photographs.map(({ photographId, caption }) => [photographId, caption] as const),
  );
  return [...captions].flatMap(([id, caption]) => {
    const isTranslated = languageOf(words, `caption-${id}`) === words.language;
    const translated = isTranslated ? shown.get(id)?.caption : undefined;
    if (translated === undefined || !isSeen(caption)) return [];
    const above = <h3 class="of-what">{say('translating.part-caption')}</h3>;
    return { original: caption, translated, above };
  });
}

/** The paragraphs of both, two by two; both whole where one has more of them than the other. */
function pairsOf(original: string, translated: string): Pair[] {
  const [ours, theirs] = [originalsOf(original), originalsOf(translated)];
  if (ours.length !== theirs.length || ours.length > mostPairs) return [{ original, translated }];
  return ours.map((paragraph, index) => ({ original: paragraph, translated: theirs[index] ?? '' }));
}
