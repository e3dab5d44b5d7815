import { languageHere } from '#i18n/spoken.ts';
import type { Say } from '#i18n/messages.ts';
import type { Binned } from '#tributes/bin/binned.ts';
import { nameOf, readAsName } from '#tributes/bin/bin-page.tsx';
import { besideErasurePath, binnedPath, erasurePath } from '#tributes/paths.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

/** Asks once before something is erased: nothing brings it back after that. */
export function ErasurePage({ say, one }: { say: Say; one: Binned }) {
  const { what, draft } = one;
  const action = what === 'tribute' ? erasurePath({ id: draft.tributeId }) : besideErasurePath(draft);
  return (
    <Document title={say('erasure.title')} language={languageHere()}>
      <main class="stack">
        <h1>{say('erasure.title')}</h1>
        <p>
          <bdi {...readAsName(draft)}>{nameOf(say, draft)}</bdi>
        </p>
        <p>{say(what === 'tribute' ? 'erasure.says' : 'erasure.says-beside')}</p>
        <form class="acts" method="post" action={action}>
          <FormKey />
          <a class="act first" href={binnedPath}>
            {say('erasure.keep')}
          </a>
          <button class="act">{say('erasure.do')}</button>
        </form>
      </main>
    </Document>
  );
}
