import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, openingPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { writingPath } from '#tributes/paths.ts';
import { Document } from '#ui/document.tsx';

type WithdrawnPageProps = {
  say: Say;
  memorial: Memorial;
  tribute: { id: string };
  title: string;
  /** Whether the child's page is open, and nothing for everyone stands on it any more. */
  isPageLeftOpen: boolean;
};

/** Right after something was taken back: nothing was deleted, where it is, and what is still open. */
export function WithdrawnPage({ say, memorial, tribute, title, isPageLeftOpen }: WithdrawnPageProps) {
  const called = calledIn(memorial, 'en');
  return (
    <Document title={say('withdrawn.title')} language="en" palette={memorial.palette}>
      <main class="stack">
        <h1>{say('withdrawn.title')}</h1>
        <p>
          {say('withdrawn.says')} <a href={writingPath(tribute)}>{title}</a>
        </p>
        <p class="quiet">{say('withdrawn.remains')}</p>
        {isPageLeftOpen && (
          <div class="notice">
            <p>{say('withdrawn.page-open', { called })}</p>
            <p>
              <a href={openingPath(memorial)}>{say('withdrawn.close')}</a>
            </p>
          </div>
        )}
        <div class="acts start">
          <a class="act first" href={memorialHomePath(memorial)}>
            {say('withdrawn.back', { called })}
          </a>
        </div>
      </main>
    </Document>
  );
}
