import { type Filled, untouched } from '#http/forms.ts';
import { languageName, writingLanguages } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import type { Gallery } from '#photographs/show.ts';
import { BesideDraft } from '#tributes/pages/beside-draft.tsx';
import { PhotographRow } from '#tributes/pages/photograph-row.tsx';
import { draftPath, uploadsPath } from '#tributes/paths.ts';
import type { Draft, Placed, Signature, Tribute, Words } from '#tributes/tribute.ts';
import { DateFields } from '#ui/date-fields.tsx';
import { Document } from '#ui/document.tsx';
import { FieldError, FormKey, Select, TextArea } from '#ui/fields.tsx';

export type WritingPageProps = {
  say: Say;
  called: string;
  memorial: { id: string; palette: string };
  tribute: Tribute;
  words: Words;
  /** The page that the draft's latest save came from. */
  writtenBy?: string | undefined;
  beside: Draft[];
  signers: readonly Signature[];
  gallery: Gallery;
  filled?: Filled;
  /** Photographs that were sent with this form and could not be taken: their names and why. */
  refusedFiles?: readonly { name: string; refused: string }[];
};

/** The wide sheet a letter is written on. Everything on it is one form, so that nothing typed can be lost. */
export function WritingPage(props: WritingPageProps) {
  const {
    say,
    called,
    memorial,
    tribute,
    words,
    writtenBy,
    beside,
    signers,
    gallery,
    filled = untouched,
    refusedFiles = [],
  } = props;
  const published = tribute.publishedAt !== undefined;
  return (
    <Document title={say('writing.title', { called })} language="en" palette={memorial.palette}>
      <main class="sheet-wide">
        <h1 class="unseen">{say('writing.title', { called })}</h1>
        {refusedFiles.map(({ name, refused }) => (
          <div class="notice" role="alert">
            <p>{say(`photograph.refused.${refused}`, { name })}</p>
          </div>
        ))}
        {Object.keys(filled.errors).length > 0 && (
          <div class="notice" role="alert">
            <p>{say('writing.not-yet')}</p>
          </div>
        )}
        {beside.map((draft) => (
          <BesideDraft say={say} tribute={tribute} draft={draft} />
        ))}
        <letter-sheet
          data-saved={say('writing.saved')}
          data-saving={say('writing.saving')}
          data-on-device={say('writing.on-device')}
          data-beside={say('writing.kept-beside')}
          data-refused={say('writing.refused')}
          data-found={say('writing.found')}
          data-uploading={say('writing.uploading', { name: '\u2026' })}
          data-stop={say('writing.stop')}
          data-again={say('writing.again')}
          data-lost={say('writing.upload-lost', { name: '\u2026' })}
          data-photographs={uploadsPath(tribute)}
          data-written-by={writtenBy}
          data-after={say('photograph.after', { beginning: '\u2026' })}
          data-first={say('photograph.before-words')}
          data-draft={tribute.id}
        >
          <form class="writing" method="post" action={draftPath(tribute)} enctype="multipart/form-data">
            <FormKey />
            <input
              type="hidden"
              name="revision"
              value={filled.values['revision'] ?? String(tribute.revision)}
            />
            <input type="hidden" name="editor" value={filled.values['editor'] ?? crypto.randomUUID()} />
            <div class="bar">
              <a href={memorialHomePath(memorial)}>{called}</a>
              <p class="saved" role="status">
                {published ? say('writing.changes-unseen') : say('writing.only-you')}
              </p>
            </div>
            <label for="title" class="unseen">
              {say('writing.letter-title')}
            </label>
            <input
              class="title"
              id="title"
              name="title"
              value={filled.values['title'] ?? words.title}
              placeholder={say('writing.letter-title-optional')}
              lang={words.language}
              dir="auto"
              autocomplete="off"
              aria-invalid={'title' in filled.errors ? 'true' : undefined}
              aria-describedby={'title' in filled.errors ? 'title-error' : undefined}
            />
            <FieldError name="title" say={say} filled={filled} />
            <TextArea
              name="text"
              class="page"
              label={say('writing.words', { called })}
              quietLabel
              say={say}
              filled={filled}
              value={words.text}
              rows={14}
              language={words.language}
            />
            {words.photographs.map((placed) => (
              <PhotographRow say={say} placed={placed} text={words.text} gallery={gallery} filled={filled} />
            ))}
            <template>
              <PhotographRow
                say={say}
                placed={newPhotograph}
                text=""
                gallery={newPicture}
                filled={untouched}
              />
            </template>
            <div class="between">
              <label for="photographs">{say('writing.add-photographs')}</label>
              <input
                type="file"
                id="photographs"
                name="photographs"
                accept="image/jpeg,image/png,image/webp"
                multiple
              />
              <p class="hint">{say('writing.photograph-hint')}</p>
            </div>
            <details class="else" open={'memory' in filled.errors}>
              <summary>{say('writing.when-and-who')}</summary>
              <div class="foot stack">
                <DateFields
                  name="memory"
                  legend={say('writing.when')}
                  hint={say('writing.when-hint')}
                  say={say}
                  filled={filled}
                  date={words.memory}
                />
                <fieldset class="field">
                  <legend>{say('writing.signed')}</legend>
                  {signers.map(({ personId, as }) => (
                    <label class="tick">
                      <input
                        type="checkbox"
                        name={`signs-${personId}`}
                        value="yes"
                        checked={signs(filled, words, personId)}
                      />
                      {as}
                    </label>
                  ))}
                </fieldset>
                <Select
                  name="language"
                  label={say('writing.language')}
                  say={say}
                  filled={filled}
                  value={words.language}
                  options={writingLanguages.map((tag) => ({
                    value: tag,
                    label: languageName(tag),
                    lang: tag,
                  }))}
                />
              </div>
            </details>
            <div class="row">
              <button class="act first" name="then" value="publication">
                {say(published ? 'writing.look-change' : 'writing.look')}
              </button>
              <button class="act" name="then" value="stay">
                {say('writing.keep')}
              </button>
            </div>
          </form>
        </letter-sheet>
      </main>
    </Document>
  );
}

// What scripts make a row from when a photograph has arrived.
const newPhotograph: Placed = { photographId: 'new', after: 0, caption: '', alternative: '' };
const newPicture: Gallery = () => ({
  sources: [],
  src: '',
  width: 0,
  height: 0,
  alternative: '',
  placeholder: '',
});

function signs(filled: Filled, words: Words, personId: string): boolean {
  if ('text' in filled.values) return `signs-${personId}` in filled.values;
  return words.signed.some((signature) => signature.personId === personId);
}
