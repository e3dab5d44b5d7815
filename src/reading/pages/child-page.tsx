import type { Child } from 'hono/jsx';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { SeenSibling } from '#memorials/siblings.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import type { Gallery } from '#photographs/show.ts';
import type { Memories } from '#reading/memories.ts';
import { ChildHeader } from '#reading/pages/child-header.tsx';
import { Memory } from '#reading/pages/memory.tsx';
import { MorePages, YearHeading, Years } from '#reading/pages/memory-pages.tsx';
import type { Published } from '#tributes/tribute.ts';

type ChildPageProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  siblings: readonly SeenSibling[];
  memories: Memories;
  gallery: Gallery;
  pathOf: (tribute: Published) => string;
  pagePathOf: (number: number) => string;
  /** What the family finds between the child and the memories; readers have nothing there. */
  tools?: Child;
  /** What a memory carries for its writer. */
  toolsOf?: (tribute: Published) => Child;
};

/** The page of a child: the portrait, the name, the days, the sentence, then the memories as they happened. */
export function ChildPage({
  say,
  language,
  memorial,
  siblings,
  memories,
  gallery,
  pathOf,
  pagePathOf,
  tools,
  toolsOf,
}: ChildPageProps) {
  const { tributes, begins } = memories;
  const called = calledIn(memorial, language);
  return (
    <>
      <ChildHeader say={say} language={language} memorial={memorial} siblings={siblings} gallery={gallery} />
      {tools}
      <Years say={say} language={language} memories={memories} pathOf={pagePathOf} />
      {tributes.length > 0 && (
        <div class="memories">
          {tributes.map((tribute) => {
            const year = begins.get(tribute.id);
            return (
              <>
                {year !== undefined && <YearHeading year={year} language={language} />}
                <Memory
                  say={say}
                  tribute={tribute}
                  called={called}
                  gallery={gallery}
                  language={language}
                  path={pathOf(tribute)}
                >
                  {toolsOf?.(tribute)}
                </Memory>
              </>
            );
          })}
        </div>
      )}
      <MorePages say={say} memories={memories} pathOf={pagePathOf} />
      {memorial.invented && <p class="quiet invented">{say('child.invented')}</p>}
    </>
  );
}
