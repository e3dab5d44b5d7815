import type { Child } from 'hono/jsx';
import type { Audience } from '#audiences/audience.ts';
import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { previewPath, publicationPath, writingPath } from '#tributes/paths.ts';
import type { Tribute } from '#tributes/tribute.ts';
import { Document } from '#ui/document.tsx';
import { FieldError, FormKey } from '#ui/fields.tsx';

type PublicationPageProps = {
  say: Say;
  called: string;
  palette: string;
  tribute: Tribute;
  revision: number;
  audiences: readonly Audience[];
  /** Whether the child's page is for everyone already; if not, opening it is asked here. */
  open: boolean;
  /** The questions of first opening: the address, and what goes with it. */
  opening?: Child;
  hasChange: boolean;
  filled?: Filled;
  notice?: string | undefined;
};

/** One sheet before a letter is seen: who sees it, and what that means, in plain words. */
export function PublicationPage(props: PublicationPageProps) {
  const {
    say,
    called,
    palette,
    tribute,
    revision,
    audiences,
    open,
    opening,
    hasChange,
    filled = untouched,
    notice,
  } = props;
  const published = tribute.publishedAt !== undefined;
  const chosen = filled.values['audience'] ?? tribute.audience;
  const verb = published
    ? hasChange
      ? 'publication.publish-change'
      : 'publication.change-audience'
    : 'publication.publish';
  return (
    <Document title={say('publication.title')} language="en" palette={palette}>
      <main>
        <nav class="quiet back">
          <a href={writingPath(tribute)}>{say('publication.back')}</a>
        </nav>
        {notice && (
          <div class="notice" role="alert">
            <p>{notice}</p>
          </div>
        )}
        <form class="sheet stack" method="post" action={publicationPath(tribute)}>
          <FormKey />
          <input type="hidden" name="revision" value={String(revision)} />
          <h1>{say('publication.who', { called })}</h1>
          <p class="quiet">
            <a href={previewPath(tribute)}>{say('publication.preview')}</a>
          </p>
          <fieldset class="ladder">
            <legend class="unseen">{say('publication.audience')}</legend>
            {audiences.map((audience) => (
              <label class="step">
                <input type="radio" name="audience" value={audience} checked={audience === chosen} />
                <span class="what">{say(`audience.${audience}`)}</span>
                <span class="means">{say(`audience.${audience}.means`, { called })}</span>
              </label>
            ))}
            <FieldError name="audience" say={say} filled={filled} />
          </fieldset>
          {!open && opening}
          <details class="else">
            <summary>{say('publication.everyone-means')}</summary>
            <ul class="changes">
              <li>{say('publication.everyone-reads')}</li>
              <li>{say('publication.copies')}</li>
              <li>{say('publication.back-any-time')}</li>
            </ul>
          </details>
          <div class="row">
            <button class="act first">{say(verb)}</button>
            <a class="act plain" href={writingPath(tribute)}>
              {say('not-now')}
            </a>
          </div>
        </form>
        {published && (
          <form class="stack" method="post" action={`${publicationPath(tribute)}?_method=delete`}>
            <FormKey />
            <h2>{say('withdraw.title')}</h2>
            <p>{say('withdraw.says')}</p>
            <div class="acts">
              <button class="act">{say('withdraw.do')}</button>
            </div>
          </form>
        )}
      </main>
    </Document>
  );
}
