import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { PageLeftOpen } from '#reading/home/page-left-open.tsx';
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
  const called = calledIn(memorial, languageHere());
  return (
    <Document title={say('withdrawn.title')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <h1>{say('withdrawn.title')}</h1>
        <p>
          {say('withdrawn.says')} <a href={writingPath(tribute)}>{title}</a>
        </p>
        <p class="quiet">{say('withdrawn.remains')}</p>
        {isPageLeftOpen && <PageLeftOpen say={say} memorial={memorial} called={called} />}
        <div class="acts start">
          <a class="act first" href={memorialHomePath(memorial)}>
            {say('withdrawn.back', { called })}
          </a>
        </div>
      </main>
    </Document>
  );
}
