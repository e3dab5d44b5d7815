import { momentInWords } from '#i18n/dates.ts';
import { nameIn } from '#i18n/languages.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { aroundOf, kindOfPart, type AroundWords } from '#translations/around.ts';
import { Beside, mostPairs, type Pair } from '#translations/beside.tsx';
import { namedBeneath } from '#translations/hands.ts';
import { HandOnPart } from '#translations/pages/hand-on-part.tsx';
import { TranslatorPart } from '#translations/pages/translator-part.tsx';
import {
  machineDraftPath,
  translationApprovalPath,
  translationPath,
  translationPublicationPath,
  translationReturnPath,
  translationsPath,
} from '#translations/paths.ts';
import {
  hasOthers,
  originalsOf,
  stateOf,
  type Translation,
  type TranslationVersion,
} from '#translations/translation.ts';
import type { Version } from '#tributes/tribute.ts';
import { CarefulForm } from '#ui/careful-form.tsx';
import { Document } from '#ui/document.tsx';
import { FormKey, TextArea } from '#ui/fields.tsx';

/** Words that a parent reads beside the original they were made from: what is offered, or an approved version. */
export type WordsRead = { original: Version; text: string; around: readonly AroundWords[] };

export const draftAnswers = ['drafted', 'language', 'too-much', 'unreachable'] as const;

type TranslationPageProps = {
  say: Say;
  palette: string;
  zone: string;
  translation: Translation;
  /** Nothing while the translator has them alone. */
  read: WordsRead | undefined;
  /** Whether an earlier version is read, instead of what is there now. */
  earlier: number | undefined;
  versions: readonly TranslationVersion[];
  /** What the original says by now where it was changed since. */
  current: Version;
  filled: Filled;
  /** Where a machine could write the first draft; nothing where none is set up, or somebody has begun. */
  machine: string | undefined;
  /** What came of asking it. */
  drafted: (typeof draftAnswers)[number] | undefined;
  /** Whether what was decided about was no longer there. */
  changedSince: boolean;
  /** Whether all that stands there is kept as its latest approved version. */
  isKept: boolean;
  viewerId: string;
  now: string;
};

/** A translation for the parents: read beside the original, approved or given back, and taken away again. */
export function TranslationPage(props: TranslationPageProps) {
  const { say, palette, zone, translation, read, earlier, versions, changedSince } = props;
  const { translator: name, tributeId } = translation;
  const language = nameIn(languageHere(), translation.language);
  const title = say('translation.title', { name, language });
  const state = stateOf(translation);
  // What readers have bears the names of those who made it.
  const latest = versions.find(({ number }) => number === translation.version);
  const named = state === 'approved' ? (latest?.translator ?? name) : name;
  const isOffered = state === 'offered' && earlier === undefined;
  return (
    <Document title={title} language={languageHere()} palette={palette}>
      <main class={read ? 'wide stack' : 'stack'}>
        <nav class="quiet back">
          <a href={translationsPath({ id: tributeId })}>{say('translations.title')}</a>
        </nav>
        <h1>{title}</h1>
        {changedSince && (
          <div class="notice" role="alert">
            <p>{say('translation.changed-since')}</p>
          </div>
        )}
        {props.drafted && (
          <div class="notice" role="status">
            <p>
              {say(
                `translation.${props.drafted === 'drafted' ? 'drafted' : `not-drafted-${props.drafted}`}`,
                {
                  name,
                },
              )}
            </p>
          </div>
        )}
        <p>
          {earlier === undefined
            ? say(`translation.${state}`, { name: named, language })
            : say('translation.earlier', { number: earlier })}
          {earlier === undefined && hasOthers(translation) && ` ${say('translations.has-version')}`}
        </p>
        {state === 'returned' && translation.note !== '' && (
          <div class="notice">
            <p class="kept" dir="auto">
              {translation.note}
            </p>
          </div>
        )}
        {read && read.original.number !== props.current.number && (
          <div class="notice">
            <p>{say('translation.original-changed')}</p>
          </div>
        )}
        {read && (
          <Beside
            original={read.original.language}
            language={translation.language}
            pairs={pairsOf(say, read, props.current)}
          />
        )}
        {isOffered && <Decision {...props} />}
        {(versions.length > 1 || (versions.length > 0 && isOffered)) && (
          <section class="stack">
            <h2>{say('translation.versions')}</h2>
            <ul class="list">
              {versions.toReversed().map(({ number, publishedAt, translator }) => (
                <li>
                  <a class="item" href={`${translationPath(translation)}?version=${number}`}>
                    <span class="what">
                      {say('versions.one', { number, day: momentInWords(publishedAt, languageHere(), zone) })}
                    </span>
                    <bdi class="means">{translator}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {translation.version > 0 && <Publication say={say} translation={translation} />}
        {props.machine !== undefined && <Machine say={say} translation={translation} host={props.machine} />}
        {translation.personId === undefined && (
          <TranslatorPart say={say} translation={translation} now={props.now} />
        )}
        <HandOnPart
          say={say}
          translation={translation}
          isKept={props.isKept}
          isOwn={translation.personId === props.viewerId}
          filled={props.filled}
        />
      </main>
    </Document>
  );
}

/** What is read, paragraph by paragraph; where the original says something else by now, what it says. */
function pairsOf(say: Say, { original, text, around }: WordsRead, current: Version): Pair[] {
  const texts = new Map(around.map((one) => [one.part, one.text]));
  const nowAround = new Map(aroundOf(current).map((one) => [one.part, one.text]));
  const now = new Set(originalsOf(current.text));
  const translated = originalsOf(text);
  const paragraphs = originalsOf(original.text);
  return [
    ...aroundOf(original).map((one) => ({
      original: one.text,
      translated: texts.get(one.part) ?? '',
      above: <h3>{say(`translating.part-${kindOfPart(one.part)}`)}</h3>,
      beneath: nowAround.get(one.part) !== one.text && <Changed say={say} />,
    })),
    ...(paragraphs.length > mostPairs
      ? [{ original: original.text, translated: text }]
      : paragraphs.map((paragraph, index) => ({
          original: paragraph,
          translated: translated[index] ?? '',
          beneath: !now.has(paragraph) && <Changed say={say} />,
        }))),
  ];
}

const Changed = ({ say }: { say: Say }) => <p class="hint">{say('translation.paragraph-changed')}</p>;

function Decision({ say, translation, filled }: TranslationPageProps) {
  const { translator: name, revision } = translation;
  const language = nameIn(languageHere(), translation.language);
  const names = namedBeneath(translation);
  return (
    <CarefulForm say={say}>
      <form class="sheet stack" method="post" action={translationApprovalPath(translation)}>
        <FormKey />
        <input type="hidden" name="revision" value={String(revision)} />
        <h2>{say('translation.approve-title')}</h2>
        <p>{say('translation.approve-means', { name: names, language })}</p>
        <div class="row">
          <button class="act first">{say('translation.approve')}</button>
          <a class="act plain" href={translationsPath({ id: translation.tributeId })}>
            {say('not-now')}
          </a>
        </div>
      </form>
      <form class="stack" method="post" action={translationReturnPath(translation)}>
        <FormKey />
        <input type="hidden" name="revision" value={String(revision)} />
        <h2>{say('approval.return')}</h2>
        <p>{say('translation.return-says', { name })}</p>
        <TextArea name="note" label={say('approval.note', { name })} rows={4} say={say} filled={filled} />
        <div class="acts">
          <button class="act">{say('approval.return')}</button>
        </div>
      </form>
    </CarefulForm>
  );
}

/** Before anybody has written: whether a machine of the host's choosing begins, with where the words would go. */
function Machine({ say, translation, host }: { say: Say; translation: Translation; host: string }) {
  return (
    <form class="stack" method="post" action={machineDraftPath(translation)}>
      <FormKey />
      <h2>{say('translation.machine-title')}</h2>
      <p>{say('translation.machine-says', { name: translation.translator, host })}</p>
      <div class="acts">
        <button class="act">{say('translation.machine', { host })}</button>
      </div>
    </form>
  );
}

function Publication({ say, translation }: { say: Say; translation: Translation }) {
  const path = translationPublicationPath(translation);
  const gone = translation.withdrawnAt !== undefined;
  const what = gone ? 'translation.again' : 'translation.withdraw';
  return (
    <form class="stack" method="post" action={gone ? path : `${path}?_method=delete`}>
      <FormKey />
      <h2>{say(`${what}-title`)}</h2>
      <p>{say(`${what}-says`)}</p>
      <div class="acts">
        <button class="act">{say(what)}</button>
      </div>
    </form>
  );
}
