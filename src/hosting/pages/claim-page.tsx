import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { Snowdrop } from '#ui/drawings.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';

/** The one-time address of a new site, looked at: nothing happens before the button. */
export function ClaimPage({ say, path, filled }: { say: Say; path: string; filled: Filled }) {
  return (
    <Document title={say('claim.title')} language="en" head={<meta name="robots" content="noindex" />}>
      <main class="start">
        <form method="post" action={path}>
          <FormKey />
          <h1>{say('claim.title')}</h1>
          <p>{say('claim.says')}</p>
          <TextField name="name" label={say('claim.name')} autocomplete="name" say={say} filled={filled} />
          <TextField
            name="signs-as"
            label={say('family.signs')}
            hint={say('family.signs-hint')}
            say={say}
            filled={filled}
          />
          <TextField
            name="email"
            type="email"
            label={say('claim.email')}
            hint={say('claim.email-hint')}
            autocomplete="email"
            say={say}
            filled={filled}
          />
          <div class="row">
            <button class="act first">{say('claim.do')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}

type FrontPageProps = {
  say: Say;
  claimed: boolean;
  memorials: { path: string; called: string; sentence: string; language: string }[];
  language: string;
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
      <main>
        <header class="child">
          <Snowdrop label={say('child.drawing')} />
          <h1>{say('site.name')}</h1>
          <p class="sentence">{say('front.says')}</p>
        </header>
        {!claimed && <p class="notice">{say('front.unclaimed')}</p>}
        {memorials.length > 0 && (
          <ul class="list">
            {memorials.map((memorial) => (
              <li>
                <a class="item" href={memorial.path}>
                  <span class="what">{memorial.called}</span>
                  {memorial.sentence !== '' && (
                    <span class="means" lang={memorial.language} dir="auto">
                      {memorial.sentence}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        )}
        <footer>
          {claimed && <a href="/sign-in">{say('sign-in.title')}</a>}
          <a href="/about">{say('foot.about')}</a>
        </footer>
      </main>
    </Document>
  );
}

export function AboutPage({
  say,
  contact,
  language,
}: {
  say: Say;
  contact: string | undefined;
  language: string;
}) {
  return (
    <Document title={say('foot.about')} language={language} script={false}>
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
          <a href="/">{say('site.name')}</a>
        </footer>
      </main>
    </Document>
  );
}
