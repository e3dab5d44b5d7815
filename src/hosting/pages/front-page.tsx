import { type Language, sitePath } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { Snowdrop } from '#ui/drawings.tsx';
import { LanguageList } from '#ui/language-list.tsx';
import { sizeOfName } from '#ui/size-of-name.ts';

type FrontPageProps = {
  say: Say;
  claimed: boolean;
  memorials: { path: string; called: string; sentence: string; language: string }[];
  language: Language;
};

/** The site's front page: quiet, and listing only whom their families want listed. */
export function FrontPage({ say, claimed, memorials, language }: FrontPageProps) {
  return (
    <Document
      title={say('site.name')}
      language={language}
      script={false}
      head={<meta name="robots" content="noindex" />}
    >
      <LanguageList say={say} language={language} pathIn={(tag) => sitePath('/', tag)} />
      <main>
        <header class="child">
          <Snowdrop label={say('child.drawing')} />
          <h1 class={sizeOfName(say('site.name'))}>{say('site.name')}</h1>
          <p class="sentence">{say('front.says')}</p>
        </header>
        {!claimed && <p class="notice">{say('front.unclaimed')}</p>}
        {memorials.length > 0 && (
          <ul class="list">
            {memorials.map((memorial) => (
              <li>
                <a class="item" href={memorial.path}>
                  <bdi class="what">{memorial.called}</bdi>
                  {memorial.sentence !== '' && (
                    <span class="means">
                      <bdi lang={memorial.language}>{memorial.sentence}</bdi>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        )}
        <footer>
          {claimed && <a href="/sign-in">{say('sign-in.title')}</a>}
          <a href={sitePath('/about', language)}>{say('foot.about')}</a>
        </footer>
      </main>
    </Document>
  );
}

/** What this site is, what it keeps, and whom to write to. */
export function AboutPage({
  say,
  contact,
  language,
}: {
  say: Say;
  contact: string | undefined;
  language: Language;
}) {
  return (
    <Document title={say('foot.about')} language={language} script={false}>
      <LanguageList say={say} language={language} pathIn={(tag) => sitePath('/about', tag)} />
      <main class="stack">
        <h1>{say('site.name')}</h1>
        <p>{say('about.says')}</p>
        <p>{say('about.keeps')}</p>
        <h2>{say('about.contact')}</h2>
        {contact ? (
          <p>
            <a href={`mailto:${contact}`}>{contact}</a>
          </p>
        ) : (
          <p>{say('about.no-contact')}</p>
        )}
        <footer>
          <a href={sitePath('/', language)}>{say('site.name')}</a>
        </footer>
      </main>
    </Document>
  );
}
