import type { Child } from 'hono/jsx';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { TranslatedBy } from '#reading/pages/translated-by.tsx';
import { When } from '#reading/pages/when.tsx';
import { directionOfWords, sideOf } from '#tributes/direction.ts';
import { TributeBody } from '#tributes/body.tsx';
import type { Published } from '#tributes/tribute.ts';

type StoryPageProps = {
  say: Say;
  language: Language;
  called: string;
  chapters: readonly Published[];
  gallery: Gallery;
  backPath: string;
  pathOf: (chapter: Published) => string;
  /** What the family finds at each chapter; readers have nothing there. */
  toolsOf?: (chapter: Published, index: number) => Child;
};

/** The story as one: its chapters below each other, without numbers, so that one that is missing leaves no gap. */
export function StoryPage(props: StoryPageProps) {
  const { say, language, called, chapters, gallery, backPath, pathOf, toolsOf } = props;
  return (
    <>
      <nav class="quiet back">
        <a href={backPath}>{called}</a>
      </nav>
      <h1 class="story-title">{say('story.title', { called })}</h1>
      <div class="story">
        {chapters.map((chapter, index) => {
          const { words } = chapter;
          const title = words.title || undefined;
          return (
            <article
              id={`chapter-${chapter.id}`}
              class={`memory chapter-whole ${sideOf(words)}`}
              aria-label={title ? undefined : say('title.chapter', { called })}
            >
              {title && (
                <h2 lang={words.language} dir={directionOfWords(words.language, words.title)}>
                  <a href={pathOf(chapter)}>{title}</a>
                </h2>
              )}
              <When
                say={say}
                kind="chapter"
                words={{ ...words, title: '' }}
                called={called}
                language={language}
              />
              <TranslatedBy say={say} language={language} words={words} path={pathOf(chapter)} />
              <TributeBody say={say} kind="chapter" words={words} gallery={gallery} first={index === 0} />
              {toolsOf?.(chapter, index)}
            </article>
          );
        })}
      </div>
    </>
  );
}
