import type { Filled } from '#http/forms.ts';
import type { Language } from '#i18n/languages.ts';
import { sayIn } from '#i18n/messages.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { memorialPath } from '#memorials/paths.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextArea, TextField } from '#ui/fields.tsx';
import { pressBeneath } from '#press/paths.ts';

type TellCorrectionPageProps = { language: Language; memorial: Memorial; filled: Filled; told: boolean };

/** Telling of words that were printed wrongly: who printed them, where, what, and how to be reached. */
export function TellCorrectionPage({ language, memorial, filled, told }: TellCorrectionPageProps) {
  const say = sayIn(language);
  const field = { say, filled };
  return (
    <Document
      title={say(told ? 'report.thanks' : 'correction.title')}
      language={language}
      palette={memorial.palette}
      script={false}
      head={<meta name="robots" content="noindex" />}
    >
      <main class="stack">
        <nav class="quiet back">
          <a href={pressBeneath(memorialPath(memorial, language))}>{say('press.title')}</a>
        </nav>
        <h1>{say(told ? 'report.thanks' : 'correction.title')}</h1>
        {told ? (
          <p role="status">{say('correction.told')}</p>
        ) : (
          <form class="stack" method="post">
            <FormKey />
            <input type="hidden" name="in" value={language} />
            <p>{say('correction.says')}</p>
            <TextField
              {...field}
              name="publication"
              label={say('corrections.publication')}
              hint={say('correction.publication-hint')}
            />
            <TextField
              {...field}
              name="url"
              label={say('corrections.url')}
              hint={say('corrections.url-hint')}
              inputmode="url"
              isCode
            />
            <TextArea
              {...field}
              name="printed"
              label={say('corrections.printed')}
              hint={say('correction.printed-hint')}
              rows={6}
            />
            <TextField
              {...field}
              name="contact"
              label={say('correction.contact')}
              hint={say('correction.contact-hint')}
            />
            <div class="acts">
              <button class="act first">{say('report.do')}</button>
            </div>
          </form>
        )}
      </main>
    </Document>
  );
}
