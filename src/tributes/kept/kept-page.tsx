import { languageHere } from '#i18n/spoken.ts';
import { stepIn } from '#audiences/audience.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Kept } from '#tributes/kept/kept.ts';
import { nameOf, readAsName } from '#tributes/bin/bin-page.tsx';
import { keptNamesPath, keptTextPath, keptTributePath } from '#tributes/paths.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

type KeptPageProps = {
  say: Say;
  kept: readonly Kept[];
  /** The families where their name still stands under words of others. */
  signs: readonly string[];
};

/** What somebody wrote where they keep nothing any more: it is theirs, and nobody else reads what only they could. */
export function KeptPage({ say, kept, signs }: KeptPageProps) {
  return (
    <Document title={say('kept.title')} language={languageHere()}>
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <header>
          <h1>{say('kept.title')}</h1>
          <p>{say(kept.length === 0 ? 'kept.empty' : 'kept.says')}</p>
        </header>
        {kept.length > 0 && (
          <section class="part">
            <ul class="list">
              {kept.map((one) => (
                <li>
                  <a class="item" href={keptTributePath(one.tribute)}>
                    <span class="what" {...readAsName(one.words)}>
                      {nameOf(say, one.words)}
                    </span>
                    <span class="means">{whoSees(say, one)}</span>
                    {one.leavesAt && (
                      <span class="means">
                        {say('kept.goes', {
                          day: momentInWords(one.leavesAt, languageHere(), one.zone || 'UTC'),
                        })}
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
            <div class="acts">
              <a class="act" href={keptTextPath} download>
                {say('kept.take-out')}
              </a>
            </div>
          </section>
        )}
        {signs.map((familyId) => (
          <form class="part" method="post" action={`${keptNamesPath(familyId)}&_method=delete`}>
            <FormKey />
            <h2>{say('kept.names-title')}</h2>
            <p>{say('kept.names')}</p>
            <div class="acts">
              <button class="act">{say('kept.names-do')}</button>
            </div>
          </form>
        ))}
      </main>
    </Document>
  );
}

/** Who sees it now: whoever could before, or nobody but its writer. */
function whoSees(say: Say, { tribute }: Kept): string {
  const isShared = tribute.publishedAt !== undefined && tribute.audience !== 'only-me';
  return say(isShared ? `kept.shared-${stepIn(tribute.audience)}` : 'kept.own');
}
