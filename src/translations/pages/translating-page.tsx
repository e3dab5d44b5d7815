import { momentInWords } from '#i18n/dates.ts';
import { listFormat } from '#i18n/formats.ts';
import { nameIn } from '#i18n/languages.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Child } from 'hono/jsx';
import type { Gallery } from '#photographs/show.ts';
import { photographOf } from '#translations/around.ts';
import { beforeNow } from '#translations/hands.ts';
import { InLanguage } from '#translations/beside.tsx';
import { fieldLabel, TranslatedField } from '#translations/pages/translated-field.tsx';
import {
  aroundBeside,
  aroundField,
  fieldsBeside,
  leftOver,
  stateOf,
  type Translated,
  type Translation,
} from '#translations/translation.ts';
import type { Version } from '#tributes/tribute.ts';
import { partOf } from '#translations/sheet-parts.ts';
import { assetPath } from '#ui/assets.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';
import { Refusals } from '#ui/refusals.tsx';
import { LanguageChoice } from '#ui/language-list.tsx';

export type TranslatingPageProps = {
  say: Say;
  palette: string;
  /** What is translated: its title, or what it is. */
  title: string;
  place: { path: string; backPath: string | undefined; decides: boolean };
  translation: Translation;
  original: Version;
  /** What was typed from an older page, which stands in the fields instead of what is kept. */
  conflict: (Translated & { translator: string; editor: string }) | undefined;
  gallery: Gallery;
  /** The name of the parent who asked for it. */
  invitedBy: string;
  isKept: boolean;
  /** Which part of a long text is shown. */
  part: number;
  filled: Filled;
};

/** The sheet of a translation: each paragraph of the original, and beside it the field for its translation. */
export function TranslatingPage(props: TranslatingPageProps) {
  const { say, palette, place, translation, original, conflict, filled } = props;
  const language = nameIn(languageHere(), translation.language);
  const title = say('translating.title', { language });
  const shown = conflict ?? translation;
  const hasErrors = Object.keys(filled.errors).length > 0 && Object.keys(filled.values).length > 0;
  const { fields, number, count } = partOf(fieldsBeside(original, shown), props.part);
  const kept = new Map(fieldsBeside(original, translation).map(({ field, text }) => [field, text]));
  // Once it was offered, the parents have what was offered then.
  const isTheirs = stateOf(translation) === 'draft';
  const photographs = photographsBeside(props);
  const left = leftOver(original.text, shown.paragraphs);
  return (
    <Document
      title={title}
      language={languageHere()}
      palette={palette}
      script={false}
      head={
        <>
          <meta name="robots" content="noindex" />
          <script type="module" src={assetPath('browser/translating-sheet.ts')}></script>
        </>
      }
    >
      {place.backPath === undefined && <LanguageChoice />}
      <main class="wide stack">
        {place.backPath !== undefined && (
          <nav class="quiet back">
            <a href={place.backPath}>{say('translations.title')}</a>
          </nav>
        )}
        <h1>{title}</h1>
        <p class="of-what">
          <bdi>{props.title}</bdi>
        </p>
        <Standing {...props} />
        <translating-sheet
          data-draft={`${translation.id}${number > 1 ? `-part-${number}` : ''}`}
          data-unkept={conflict !== undefined || hasErrors ? '' : undefined}
          data-found={say('writing.found')}
          data-on-device={say('writing.on-device')}
          data-saved={say('writing.saved')}
          data-saving={say('writing.saving')}
          data-refused={say('writing.refused')}
          data-offline={say('translating.offline')}
          data-older={say('translating.older-elsewhere')}
        >
          <form class="stack translating" method="post" action={`${place.path}/draft`}>
            <FormKey />
            <input
              type="hidden"
              name="revision"
              value={filled.values['revision'] ?? String(translation.revision)}
            />
            <input type="hidden" name="of" value={String(original.number)} />
            {count > 1 && <input type="hidden" name="part" value={String(number)} />}
            <input
              type="hidden"
              name="editor"
              value={filled.values['editor'] ?? conflict?.editor ?? crypto.randomUUID()}
            />
            <div class="bar">
              <p class="saved" role="status">
                {props.isKept ? say('writing.saved') : isTheirs && say('translating.only-you')}
              </p>
            </div>
            <TextField
              name="translator"
              label={say('translating.name')}
              hint={say('translating.name-hint')}
              autocomplete="name"
              say={say}
              filled={filled}
              value={conflict?.translator ?? translation.translator}
            />
            {count > 1 && <h2>{say('translating.part', { number, count })}</h2>}
            <div class="two-languages">
              {fields.map((row) => (
                <TranslatedField
                  say={say}
                  from={original.language}
                  to={translation.language}
                  row={row}
                  photograph={photographs.get(row.field)}
                  meanwhile={conflict && kept.get(row.field)}
                  filled={filled}
                />
              ))}
            </div>
            <OtherParts say={say} number={number} count={count} />
            {left.length > 0 && number === count && (
              <section class="stack">
                <h2>{say('translating.left')}</h2>
                {left.map(({ text }) => (
                  <InLanguage language={translation.language} text={text} />
                ))}
              </section>
            )}
            <div class="row">
              <button class="act first" name="offer" value="yes">
                {say(place.decides ? 'translating.read-it' : 'translating.offer')}
              </button>
              <button class="act">{say('writing.keep')}</button>
            </div>
          </form>
        </translating-sheet>
        {place.backPath === undefined && (
          <form class="stack" method="post" action={`${place.path}?_method=delete`}>
            <FormKey />
            <p class="quiet">{say('translator.close-says')}</p>
            <div class="acts">
              <button class="act plain">{say('translator.close')}</button>
            </div>
          </form>
        )}
      </main>
    </Document>
  );
}

/** Of a long text the parts before and after: what was typed is kept on the way there. */
function OtherParts({ say, number, count }: { say: Say; number: number; count: number }) {
  if (count === 1) return null;
  const way = (to: number) => (
    <button class="act" name="go" value={String(to)}>
      {say(to < number ? 'translating.part-before' : 'translating.part-next', { number: to })}
    </button>
  );
  return (
    <div class="row">
      {number < count && way(number + 1)}
      {number > 1 && way(number - 1)}
    </div>
  );
}

/** The photographs, each before the first of its words. */
function photographsBeside({ original, translation, gallery }: TranslatingPageProps) {
  const first = new Map<string, string>();
  for (const { part } of aroundBeside(original, translation.around)) {
    const id = photographOf(part);
    if (id !== undefined && !first.has(id)) first.set(id, aroundField(part));
  }
  return new Map(
    original.photographs.flatMap(({ photographId, alternative }) => {
      const [field, shown] = [first.get(photographId), gallery(photographId, alternative)];
      return field && shown ? [[field, shown] as const] : [];
    }),
  );
}

/** Where it stands with the parents, and what came of the form that was just sent. */
function Standing({ say, translation, conflict, filled, place, invitedBy: name }: TranslatingPageProps) {
  const state = stateOf(translation);
  const { version } = translation;
  const before = listFormat(languageHere(), { type: 'conjunction' }).format(beforeNow(translation));
  return (
    <>
      {conflict && <Notice alert>{say('translating.older')}</Notice>}
      <Refusals
        say={say}
        filled={filled}
        says={say(Object.keys(filled.values).length > 0 ? 'writing.not-yet' : 'translating.unfinished')}
        labelOf={(field) => fieldLabel(say, translation.language, field)}
      />
      {state === 'offered' && (
        <Notice>
          {say('translating.offered', {
            day: momentInWords(translation.offeredAt ?? '', languageHere()),
          })}
        </Notice>
      )}
      {state === 'returned' && (
        <div class="notice" role="status">
          <p>{say(translation.note === '' ? 'translating.returned' : 'translating.returned-with')}</p>
          {translation.note !== '' && (
            <p class="kept" dir="auto">
              {translation.note}
            </p>
          )}
        </div>
      )}
      {(state === 'approved' || state === 'withdrawn') && (
        <Notice>{say(`translating.${state}`, { number: version })}</Notice>
      )}
      {before.length > 0 && <Notice>{say('hand-on.before', { names: before })}</Notice>}
      {state === 'draft' && !conflict && (
        <p>{say(place.backPath === undefined ? 'translating.says' : 'translating.says-own', { name })}</p>
      )}
    </>
  );
}

function Notice({ alert = false, children }: { alert?: boolean; children?: Child }) {
  return (
    <div class="notice" role={alert ? 'alert' : 'status'}>
      <p>{children}</p>
    </div>
  );
}
