import type { Child } from 'hono/jsx';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { beginningOf } from '#lib/beginning.ts';
import type { Gallery } from '#photographs/show.ts';
import { TranslatedBy } from '#reading/pages/translated-by.tsx';
import { When } from '#reading/pages/when.tsx';
import { sideOf } from '#tributes/direction.ts';
import { TributeBody } from '#tributes/body.tsx';
import { storyBeside } from '#tributes/paths.ts';
import { isNamedByKind, kindInWords, readAsTitle, titleOf } from '#tributes/title.ts';
import type { Published, TributeKind, Words } from '#tributes/tribute.ts';

/** So long a text may be to stand among others whole, in UTF-16 units. */
export const shownWhole = 1500;
const shownOfAlbum = 4;

type MemoryProps = {
  say: Say;
  tribute: Published;
  /** What the child is called in the page's language. */
  called: string;
  gallery: Gallery;
  language: Language;
  path: string;
  children?: Child;
};

/** One memory among the others on a child's page; a long one begins here and goes on on its own page. */
export function Memory({ say, tribute, called, gallery, language, path, children }: MemoryProps) {
  const { kind, words } = tribute;
  const begun = beginningOfWords(kind, words);
  const goesOn = begun !== words;
  const named = words.title !== '' || isNamedByKind(kind, words);
  return (
    <article
      class={`memory kind-${kind} ${sideOf(words)}`}
      aria-label={named ? undefined : kindInWords(say, kind, words, called)}
    >
      <When say={say} kind={kind} words={words} called={called} language={language} />
      {named && (
        <h2 {...readAsTitle(words)}>
          <a href={path}>{titleOf(say, kind, words, called)}</a>
        </h2>
      )}
      <TranslatedBy say={say} language={language} words={words} path={path} />
      <TributeBody say={say} kind={kind} words={begun} gallery={gallery} signs={!goesOn} />
      {(goesOn || !named || kind === 'chapter') && (
        <p class="quiet ways">
          {(goesOn || !named) && (
            <a href={path}>{say(goesOn ? 'child.read-on' : 'child.this-letter', { kind })}</a>
          )}
          {kind === 'chapter' && <a href={storyBeside(path)}>{say('story.whole')}</a>}
        </p>
      )}
      {children}
    </article>
  );
}

/** What stands of a tribute among others: the first part of a long one, the first of many photographs. */
export function beginningOfWords<T extends Words>(kind: TributeKind, words: T): T {
  const isLong = words.text.length > shownWhole;
  const album = kind === 'photograph' && words.photographs.length > shownOfAlbum;
  if (!isLong && !album) return words;
  const photographs =
    kind === 'photograph'
      ? words.photographs.slice(0, shownOfAlbum)
      : words.photographs.filter(({ after }) => after <= 1);
  return { ...words, text: isLong ? firstPart(words.text) : words.text, photographs };
}

function firstPart(text: string): string {
  const end = text.indexOf('\n\n', shownWhole / 2);
  return end > 0 && end <= shownWhole ? text.slice(0, end) : beginningOf(text, shownWhole);
}
