import { nameIn } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { ArrivalPage } from '#people/arrival-page.tsx';
import { Document } from '#ui/document.tsx';

type LetInPageProps = {
  say: Say;
  path: string;
  invitedBy: string;
  /** The language that is translated into (BCP 47). */
  language: string;
};

/** The link of a translator, looked at. */
export function LetInPage({ say, path, invitedBy: name, language: tag }: LetInPageProps) {
  const language = nameIn(languageHere(), tag);
  return (
    <ArrivalPage path={path} title={say('translator.title', { language })} does={say('translator.begin')}>
      <p>{say('translator.says', { name, language })}</p>
      <p>{say('translator.says-more')}</p>
    </ArrivalPage>
  );
}

type OverPageProps = {
  say: Say;
  /** What somebody had typed when they were let in no more: it stays theirs. */
  typed: readonly string[];
};

/**
 * What opens nothing, or nothing any more: a link that never was, was taken back or is too old, and a browser
 * that was not let in, are one page.
 */
export function TranslatorOverPage({ say, typed }: OverPageProps) {
  const title = say('translator.over-title');
  return (
    <Document title={title} language={languageHere()} head={<meta name="robots" content="noindex" />}>
      <main class="problem">
        <h1>{title}</h1>
        <p>{say('translator.over')}</p>
        {typed.length > 0 && (
          <section class="stack">
            <h2>{say('translator.over-typed')}</h2>
            {typed.map((text) => (
              <p class="as-written" dir="auto">
                {text}
              </p>
            ))}
          </section>
        )}
      </main>
    </Document>
  );
}
