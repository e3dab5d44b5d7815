import type { Filled } from '#http/forms.ts';
import { languageHere, sayHere } from '#i18n/spoken.ts';
import { isSeen } from '#lib/seen.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialHomePath } from '#memorials/paths.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { paragraphsOf } from '#tributes/paragraphs.ts';
import { PassageText } from '#tributes/passage-text.tsx';
import { titleOf } from '#tributes/title.ts';
import type { Tribute, Version } from '#tributes/tribute.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextArea } from '#ui/fields.tsx';
import { longestPassage } from '#words/card.ts';
import { readyQuotationPath, readyQuotationsPath } from '#words/paths.ts';
import type { ReadyQuotation } from '#words/ready-quotations.ts';

/** Of so many paragraphs each can be chosen by its button; passages of more are typed. */
const mostButtons = 200;

type Chosen = ReadyQuotation & { text: string; language: string };

type ReadyPageProps = {
  memorial: Memorial;
  tribute: Tribute;
  /** The words that readers have now. */
  now: Version;
  chosen: readonly Chosen[];
  filled: Filled;
};

/** What a parent chooses to be quoted of a piece: what is chosen, what went with earlier words, and the words to choose from. */
export function ReadyPage({ memorial, tribute, now, chosen, filled }: ReadyPageProps) {
  const say = sayHere;
  const called = calledIn(memorial, languageHere());
  const shown = chosen.filter(({ version }) => version === now.number);
  const gone = chosen.filter(({ version }) => version !== now.number);
  return (
    <Document title={say('ready.title')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <nav class="quiet back">
          <a href={memorialHomePath(memorial)}>{called}</a>
        </nav>
        <h1>{say('ready.title')}</h1>
        <p>
          <bdi>{titleOf(say, tribute.kind, now, called)}</bdi>
        </p>
        <p>{say('ready.says')}</p>
        {gone.length > 0 && (
          <section class="notice stack">
            <h2>{say('ready.gone')}</h2>
            <p>{say('ready.gone-says')}</p>
            <List tribute={tribute} chosen={gone} />
          </section>
        )}
        <h2>{say('ready.chosen')}</h2>
        {shown.length === 0 ? <p>{say('ready.none')}</p> : <List tribute={tribute} chosen={shown} />}
        <form class="stack" method="post" action={readyQuotationsPath(tribute)}>
          <FormKey />
          <TextArea
            name="text"
            label={say('ready.text')}
            hint={say('ready.text-hint', { most: longestPassage })}
            rows={4}
            say={say}
            filled={filled}
            language={now.language}
          />
          <div class="acts">
            <button class="act first">{say('ready.choose')}</button>
          </div>
        </form>
        <h2>{say('ready.words')}</h2>
        <Paragraphs tribute={tribute} now={now} />
      </main>
    </Document>
  );
}

function List({ tribute, chosen }: { tribute: Tribute; chosen: readonly Chosen[] }) {
  return (
    <ul class="ready">
      {chosen.map((one) => (
        <li>
          <blockquote class="quotation">
            <PassageText text={one.text} language={one.language} />
          </blockquote>
          <form method="post" action={`${readyQuotationPath(tribute, one)}?_method=delete`}>
            <FormKey />
            <button class="act plain">{sayHere('ready.take-away')}</button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function Paragraphs({ tribute, now }: { tribute: Tribute; now: Version }) {
  const paragraphs = paragraphsOf(now.text).filter(isSeen);
  return (
    <ul class="ready">
      {paragraphs.map((text) => (
        <li>
          <PassageText text={text} language={now.language} />
          {paragraphs.length <= mostButtons && text.trim().length <= longestPassage && (
            <form method="post" action={readyQuotationsPath(tribute)}>
              <FormKey />
              <input type="hidden" name="text" value={text.trim()} />
              <button class="act plain">{sayHere('ready.choose-paragraph')}</button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
