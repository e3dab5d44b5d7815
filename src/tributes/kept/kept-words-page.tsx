import { languageHere } from '#i18n/spoken.ts';
import { dateInWords, momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Gallery } from '#photographs/show.ts';
import { TributeBody } from '#tributes/body.tsx';
import { directionOfWords, sideOf } from '#tributes/direction.ts';
import type { Kept } from '#tributes/kept/kept.ts';
import { nameOf } from '#tributes/bin/bin-page.tsx';
import { binPath, keptPublicationPath, keptWordsPath } from '#tributes/paths.ts';
import type { Words } from '#tributes/tribute.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

/** One piece that somebody wrote where they keep nothing any more, letter for letter, and what they can do with it. */
export function KeptWordsPage({ say, kept, gallery }: { say: Say; kept: Kept; gallery: Gallery }) {
  const { tribute, words, unpublished, leavesAt, zone } = kept;
  const isShared = tribute.publishedAt !== undefined && tribute.audience !== 'only-me';
  const title = nameOf(say, words);
  return (
    <Document title={title} language={languageHere()}>
      <main class="stack">
        <nav class="quiet back">
          <a href={keptWordsPath}>{say('kept.title')}</a>
        </nav>
        <article class={`memory letter kind-${tribute.kind} ${sideOf(words)}`}>
          <h1
            class={words.title === '' ? 'unseen' : undefined}
            lang={words.language}
            dir={directionOfWords(words.language, title)}
          >
            {title}
          </h1>
          <Told words={words} />
          <TributeBody say={say} kind={tribute.kind} words={words} gallery={gallery} first />
        </article>
        {unpublished.map((draft) => (
          <section class="stack">
            <h2>{say('kept.unpublished')}</h2>
            <Told words={draft} />
            <TributeBody say={say} kind={tribute.kind} words={draft} gallery={gallery} signs={false} />
          </section>
        ))}
        <section class="sheet stack">
          <p>{say(isShared ? 'kept.shared-says' : 'kept.own-says')}</p>
          {leavesAt && (
            <p>{say('kept.goes', { day: momentInWords(leavesAt, languageHere(), zone || 'UTC') })}</p>
          )}
          <p class="quiet">{say(isShared ? 'kept.take-back-says' : 'kept.bin-says')}</p>
          <div class="row">
            {isShared && (
              <form method="post" action={`${keptPublicationPath(tribute)}?_method=delete`}>
                <FormKey />
                <button class="act">{say('kept.take-back')}</button>
              </form>
            )}
            <form method="post" action={binPath(tribute)}>
              <FormKey />
              <button class="act">{say('bin.do')}</button>
            </form>
            <a class="act plain" href={keptWordsPath}>
              {say('not-now')}
            </a>
          </div>
        </section>
      </main>
    </Document>
  );
}

/** When and where it happened, and to whom it is, as far as its writer said so. */
function Told({ words }: { words: Words }) {
  const { memory, place, addressee, language } = words;
  const own = [place, addressee].filter((one) => one !== '').join(' · ');
  if (!memory && own === '') return null;
  return (
    <p class="quiet">
      {memory && dateInWords(memory, languageHere())}
      {memory && own !== '' && ' · '}
      {own !== '' && (
        <span lang={language} dir={directionOfWords(language, own)}>
          {own}
        </span>
      )}
    </p>
  );
}
