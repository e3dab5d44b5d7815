import { languageHere } from '#i18n/spoken.ts';
import type { Viewer } from '#audiences/viewer.ts';
import { keyPath } from '#families/paths.ts';
import type { Say } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { withPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type WithPageProps = {
  say: Say;
  memorials: readonly Memorial[];
  viewer: Exclude<Viewer, { kind: 'nobody' }>;
};

/** The children's pages that somebody was let in to, and what a browser holds of keys. */
export function WithPage({ say, memorials, viewer }: WithPageProps) {
  return (
    <Document title={say('with.title')} language={languageHere()}>
      <main class="home">
        {viewer.kind === 'person' && (
          <nav class="quiet back">
            <a href="/home">{say('home')}</a>
          </nav>
        )}
        <header>
          <h1>{say('with.title')}</h1>
        </header>
        {memorials.length === 0 && <p>{say('with.none')}</p>}
        <ul class="list">
          {memorials.map((memorial) => (
            <li>
              <a class="item" href={withPath(memorial)}>
                <bdi class="what">{calledIn(memorial, languageHere())}</bdi>
              </a>
            </li>
          ))}
        </ul>
        <p class="quiet">
          <a href={keyPath}>{say('with.another')}</a>
        </p>
        {viewer.opens.size > 0 && (
          <form class="stack" method="post" action={`${keyPath}?_method=delete`}>
            <FormKey />
            <p>{say('with.forget-says')}</p>
            <div class="acts">
              <button class="act">{say('with.forget')}</button>
            </div>
          </form>
        )}
      </main>
    </Document>
  );
}
