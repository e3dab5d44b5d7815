import { stepOf } from '#audiences/step-of.ts';
import { countIn, type Filled, untouched } from '#http/forms.ts';
import { nearestLanguage } from '#i18n/languages.ts';
import { type Say, sayIn } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath, memorialPath, openingPath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, Switch, TextArea, TextField } from '#ui/fields.tsx';
import { correctionsPath, pressBeneath, pressHomePath, pressPhotographsPath } from '#press/paths.ts';
import type { Press } from '#press/press.ts';

type PressHomePageProps = {
  say: Say;
  memorial: Memorial;
  press: Press;
  /** Whether nothing was ever kept: then a careful suggestion stands in the fields. */
  isNew: boolean;
  isKept: boolean;
  hasReleases: boolean;
  filled: Filled;
};

/** What the family says to the press: off until it is switched on, and every field can stay empty. */
export function PressHomePage(props: PressHomePageProps) {
  const { say, memorial, press, isNew, isKept, hasReleases, filled } = props;
  const called = calledIn(memorial, languageHere());
  const isOpen = stepOf(memorial) === 'everyone';
  return (
    <Document title={say('press.title')} language={languageHere()} palette={memorial.palette}>
      <main>
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>
            <bdi>{called}</bdi>
          </a>
          <a href={correctionsPath(memorial)}>{say('corrections.title')}</a>
          {press.shown && isOpen && <a href={pressBeneath(memorialPath(memorial))}>{say('press.look')}</a>}
        </nav>
        {isKept && (
          <div class="notice" role="status">
            <p>{say(press.shown ? 'press.kept-on' : 'press.kept-off')}</p>
          </div>
        )}
        {press.shown && !isOpen && (
          <div class="notice">
            <p>{say('press.page-narrower', { called })}</p>
            <p>
              <a href={openingPath(memorial)}>{say('tools.open')}</a>
            </p>
          </div>
        )}
        <Sheet say={say} memorial={memorial} press={press} isNew={isNew} filled={filled} />
        <section class="stack">
          <h2>{say('press.photographs')}</h2>
          <p>{say(hasReleases ? 'press.photographs-some' : 'press.photographs-none')}</p>
          <div class="acts">
            <a class="act" href={pressPhotographsPath(memorial)}>
              {say('press.choose')}
            </a>
          </div>
        </section>
      </main>
    </Document>
  );
}

function Sheet({
  say,
  memorial,
  press,
  isNew,
  filled,
}: Pick<PressHomePageProps, 'say' | 'memorial' | 'press' | 'isNew' | 'filled'>) {
  const language = isNew ? memorial.language : press.language;
  const suggested = (key: string): string => (isNew ? sayIn(nearestLanguage(language))(key) : '');
  const field = { say, filled, language };
  // A form that came too late follows, when it is sent again, the save that was before it.
  const isBehind = filled.errors['uses']?.key === 'error.press-changed-since';
  const began = filled === untouched || isBehind ? press.revision : countIn(filled.values['revision']);
  return (
    <form class="sheet stack" method="post" action={pressHomePath(memorial)}>
      <FormKey />
      <input type="hidden" name="revision" value={String(began)} />
      <h1>{say('press.title')}</h1>
      <p>{say('press.says')}</p>
      <Switch name="shown" label={say('press.shown')} say={say} filled={filled} value={press.shown} />
      <TextArea
        {...field}
        name="uses"
        label={say('press.uses')}
        hint={say(isNew ? 'press.suggested' : 'press.uses-hint')}
        rows={8}
        value={isNew ? suggested('press.suggestion-uses') : press.uses}
      />
      <TextField
        {...field}
        name="credit"
        label={say('press.credit')}
        hint={say('press.credit-hint', { called: calledIn(memorial, languageHere()) })}
        value={press.credit}
      />
      <TextField
        {...field}
        name="contact"
        label={say('press.contact')}
        hint={say('press.contact-hint')}
        value={press.contact}
      />
      <TextArea
        {...field}
        name="terms"
        label={say('press.terms')}
        hint={say('press.terms-hint')}
        rows={5}
        value={isNew ? suggested('press.suggestion-terms') : press.terms}
      />
      <div class="row">
        <button class="act first">{say('press.keep')}</button>
        <a class="act plain" href={memorialHomePath(memorial)}>
          {say('not-now')}
        </a>
      </div>
    </form>
  );
}
