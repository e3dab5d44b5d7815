import type { Filled } from '#http/forms.ts';
import type { Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextArea, TextField } from '#ui/fields.tsx';

type ReportPageProps = {
  language: Language;
  about: string;
  memorial: Memorial;
  filled: Filled;
  kept: boolean;
  contact: string | undefined;
};

/** Saying that something is wrong: no account, two fields, and a plain address to write to. */
export function ReportPage({ language, about, memorial, filled, kept, contact }: ReportPageProps) {
  const say = sayIn(language);
  return (
    <Document
      title={say(kept ? 'report.thanks' : 'report.title')}
      language={language}
      palette={memorial.palette}
      script={false}
      head={<meta name="robots" content="noindex" />}
    >
      <main class="stack">
        <nav class="quiet back">
          <a href={about}>{say('report.back')}</a>
        </nav>
        <h1>{say(kept ? 'report.thanks' : 'report.title')}</h1>
        {kept ? (
          <p role="status">{say('report.kept')}</p>
        ) : (
          <form class="stack" method="post">
            <FormKey />
            <input type="hidden" name="about" value={about} />
            <p>{say('report.says')}</p>
            <TextArea name="text" label={say('report.text')} say={say} filled={filled} rows={6} />
            <TextField
              name="email"
              type="email"
              label={say('report.email')}
              hint={say('report.email-hint')}
              autocomplete="email"
              say={say}
              filled={filled}
            />
            <div class="acts">
              <button class="act first">{say('report.do')}</button>
            </div>
          </form>
        )}
        {contact && (
          <p class="quiet">
            {say('report.write')} <a href={`mailto:${contact}`}>{contact}</a>
          </p>
        )}
      </main>
    </Document>
  );
}
