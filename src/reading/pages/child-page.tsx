import type { Child } from 'hono/jsx';
import type { Language } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import type { Gallery } from '#photographs/show.ts';
import { ChildHeader } from '#reading/pages/child-header.tsx';
import { Memory } from '#reading/pages/memory.tsx';
import type { Published } from '#tributes/tribute.ts';

type ChildPageProps = {
  say: Say;
  language: Language;
  memorial: Memorial;
  tributes: Published[];
  gallery: Gallery;
  pathOf: (tribute: Published) => string;
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
  tributes,
  gallery,
  pathOf,
  tools,
  toolsOf,
}: ChildPageProps) {
  return (
    <>
      <ChildHeader say={say} language={language} memorial={memorial} gallery={gallery} />
      {tools}
      {tributes.length > 0 && (
        <div class="memories">
          {tributes.map((tribute) => (
            <Memory say={say} tribute={tribute} gallery={gallery} language={language} path={pathOf(tribute)}>
              {toolsOf?.(tribute)}
            </Memory>
          ))}
        </div>
      )}
      {memorial.invented && <p class="quiet invented">{say('child.invented')}</p>}
    </>
  );
}
