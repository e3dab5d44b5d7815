import { languageHere } from '#i18n/spoken.ts';
import type { Child } from 'hono/jsx';
import { type Filled, untouched } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import type { Device } from '#people/devices/device.ts';
import type { Gallery } from '#photographs/show.ts';
import { AroundFields } from '#tributes/writing/around-fields.tsx';
import { BesideDraft } from '#tributes/writing/beside-draft.tsx';
import { CoverFields } from '#tributes/covers/cover-fields.tsx';
import { fieldLabel } from '#tributes/writing/field-labels.ts';
import { IntoTheBin } from '#tributes/writing/into-the-bin.tsx';
import { KindFields } from '#tributes/writing/kind-fields.tsx';
import { LanguageQuestion } from '#tributes/writing/language-fields.tsx';
import { PhotographsPart } from '#tributes/writing/photographs-part.tsx';
import { PointerFields } from '#tributes/writing/pointer-fields.tsx';
import type { Sheet } from '#tributes/writing/sheet.ts';
import { TitleAndText } from '#tributes/writing/title-and-text.tsx';
import { draftPath, uploadsPath } from '#tributes/paths.ts';
import type { Headed } from '#tributes/headed.ts';
import { type Draft, photographsFirst, type Signature, type Tribute, type Words } from '#tributes/tribute.ts';
import { assetPath } from '#ui/assets.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import { Refusals } from '#ui/refusals.tsx';

export type WritingPageProps = {
  say: Say;
  called: string;
  memorial: { id: string; palette: string; language: string; zone: string };
  tribute: Tribute;
  words: Words;
  /** The page that the draft's latest save came from. */
  writtenBy?: string | undefined;
  beside: Draft[];
  /** What the sheet is open on, as far as it says so. */
  device: Device;
  signers: readonly Signature[];
  gallery: Gallery;
  /** The other memories that it can belong to. */
  pointable: readonly Headed[];
  mayCover: boolean;
  /** What came with it when a parent gave it back to the keeper who writes it. */
  above?: Child;
  filled?: Filled;
  /** Whether everything else of a refused form is kept. */
  isRestKept?: boolean;
  /** Whether it was kept by its button just now. */
  isBackFromKeeping?: boolean;
  /** Photographs that were sent with this form and could not be taken: their names and why. */
  refusedFiles?: readonly { name: string; refused: string }[];
};

/**
 * The wide sheet a tribute is written on, with what its kind needs. Everything on it is one form, so that
 * nothing typed can be lost.
 */
export function WritingPage(props: WritingPageProps) {
  const { say, called, memorial, tribute, words, beside, filled = untouched, refusedFiles = [] } = props;
  const { kind } = tribute;
  const published = tribute.publishedAt !== undefined;
  const sheet: Sheet = { say, called, kind, words, filled, own: memorial.language };
  const photographs = <PhotographsPart sheet={sheet} gallery={props.gallery} mayCover={props.mayCover} />;
  const first = photographsFirst.includes(kind);
  return (
    <Document
      title={say('writing.title', { called, kind })}
      language={languageHere()}
      palette={memorial.palette}
      script={false}
      head={<script type="module" src={assetPath('browser/letter-sheet.ts')}></script>}
    >
      <main class="sheet-wide">
        <h1 class="unseen">{say('writing.title', { called, kind })}</h1>
        {refusedFiles.map(({ name, refused }) => (
          <div class="notice" role="alert">
            <p>{say(`photograph.refused.${refused}`, { name })}</p>
          </div>
        ))}
        <Refusals
          say={say}
          filled={filled}
          says={say(props.isRestKept ? 'writing.not-all' : 'writing.not-yet')}
          labelOf={(name) => fieldLabel(sheet, name)}
        />
        {props.above}
        {beside.map((draft) => (
          <BesideDraft say={say} tribute={tribute} draft={draft} device={props.device} zone={memorial.zone} />
        ))}
        <letter-sheet {...told(props)}>
          <form
            class={`writing kind-${kind}`}
            method="post"
            action={draftPath(tribute)}
            enctype="multipart/form-data"
          >
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
                {say(
                  props.isBackFromKeeping
                    ? 'writing.saved'
                    : published
                      ? 'writing.changes-unseen'
                      : 'writing.only-you',
                )}
              </p>
            </div>
            {kind === 'keepsake' && <KindFields {...sheet} />}
            {first && photographs}
            <TitleAndText {...sheet} />
            <LanguageQuestion {...sheet} />
            {kind !== 'keepsake' && <KindFields {...sheet} />}
            {!first && photographs}
            <AroundFields sheet={sheet} signers={props.signers} />
            <PointerFields sheet={sheet} pointable={props.pointable} />
            {props.mayCover && <CoverFields say={say} filled={filled} cover={words.cover} />}
            <div class="row">
              <button class="act first" name="then" value="publication">
                {say(lookVerb(tribute))}
              </button>
              <button class="act" name="then" value="stay">
                {say('writing.keep')}
              </button>
            </div>
          </form>
        </letter-sheet>
        <IntoTheBin say={say} tribute={tribute} />
      </main>
    </Document>
  );
}

/** What `browser/letter-sheet.ts` says and needs to know. */
function told({ say, tribute, writtenBy, filled = untouched }: WritingPageProps) {
  return {
    'data-unkept': Object.keys(filled.errors).length > 0 ? '' : undefined,
    'data-saved': say('writing.saved'),
    'data-saving': say('writing.saving'),
    'data-on-device': say('writing.on-device'),
    'data-beside': say('writing.kept-beside'),
    'data-refused': say('writing.refused'),
    'data-all-but-date': say('writing.all-but-date'),
    'data-offline': say('writing.offline'),
    'data-arriving': say('writing.arriving'),
    'data-signed-out': say('writing.signed-out', { name: '\u2026' }),
    'data-sign-in': say('writing.sign-in'),
    'data-found': say('writing.found'),
    'data-uploading': say('writing.uploading', { name: '\u2026' }),
    'data-stop': say('writing.stop'),
    'data-again': say('writing.again'),
    'data-lost': say('writing.upload-lost', { name: '\u2026' }),
    'data-photographs': uploadsPath(tribute),
    'data-written-by': writtenBy,
    'data-after': say('photograph.after', { beginning: '\u2026' }),
    'data-first': say('photograph.before-words'),
    'data-draft': tribute.id,
  };
}

/** What leads on from the sheet. Nobody is asked who else may read a letter that is for its writer alone. */
function lookVerb({ onlyForMe, audience, publishedAt }: Tribute): string {
  if (onlyForMe && audience === 'only-me') return 'writing.keep-for-me';
  return publishedAt === undefined ? 'writing.look' : 'writing.look-change';
}
