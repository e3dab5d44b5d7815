import { languageHere } from '#i18n/spoken.ts';
import type { StepOut } from '#audiences/audience.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { Remains } from '#memorials/remains.tsx';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';

type NarrowedPageProps = { say: Say; memorial: Memorial; was: StepOut };

/** Right after a page was narrowed: that it took effect, and what nobody can call back. */
export function NarrowedPage({ say, memorial, was }: NarrowedPageProps) {
  const called = calledIn(memorial, languageHere());
  return (
    <Document title={say('narrowed.title')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <h1>{say('narrowed.title')}</h1>
        <p>{say(`narrowed.now-${memorial.audience}`, { called })}</p>
        <Remains say={say} was={was} />
        <div class="acts">
          <a class="act first" href={memorialHomePath(memorial)}>
            {say('withdrawn.back', { called })}
          </a>
        </div>
      </main>
    </Document>
  );
}
