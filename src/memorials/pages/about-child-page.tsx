import { languageHere } from '#i18n/spoken.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { ChildDays } from '#memorials/pages/child-days.tsx';
import { ChildFacts } from '#memorials/pages/child-facts.tsx';
import { ChildLooks } from '#memorials/pages/child-looks.tsx';
import { ChildNames, type PartProps } from '#memorials/pages/child-names.tsx';
import { ChildSiblings } from '#memorials/pages/child-siblings.tsx';
import { ChildWords } from '#memorials/pages/child-words.tsx';
import { aboutChildPath, memorialHomePath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import { Refusals } from '#ui/refusals.tsx';
import type { PictureProps } from '#ui/photograph.tsx';

type AboutChildPageProps = PartProps & {
  /** The family's other memorials. */
  others: readonly Memorial[];
  portrait: PictureProps | undefined;
  refused?: string | undefined;
};

/** Everything kept about a child, in one form that may stay half empty for ever. */
export function AboutChildPage({ others, portrait, refused, ...part }: AboutChildPageProps) {
  const { say, memorial, filled } = part;
  const called = calledIn(memorial, languageHere());
  return (
    <Document
      title={say('about-child.title', { called })}
      language={languageHere()}
      palette={memorial.palette}
    >
      <main>
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>{called}</a>
        </nav>
        <h1>{say('about-child.title', { called })}</h1>
        {refused && (
          <div class="notice" role="alert">
            <p>{refused}</p>
          </div>
        )}
        <Refusals say={say} filled={filled} says={say('writing.not-yet')} />
        <form class="stack" method="post" action={aboutChildPath(memorial)} enctype="multipart/form-data">
          <FormKey />
          <ChildNames {...part} />
          <ChildDays {...part} />
          <ChildWords {...part} />
          <ChildFacts {...part} />
          <ChildSiblings {...part} others={others} />
          <ChildLooks {...part} portrait={portrait} />
          <div class="row">
            <button class="act first">{say('about-child.keep')}</button>
            <a class="act plain" href={memorialHomePath(memorial)}>
              {say('not-now')}
            </a>
          </div>
        </form>
      </main>
    </Document>
  );
}
