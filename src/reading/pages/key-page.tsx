import { LanguageChoice } from '#ui/language-list.tsx';
import { languageHere } from '#i18n/spoken.ts';
import { keyPath } from '#families/paths.ts';
import type { Filled } from '#http/forms.ts';
import type { Say } from '#i18n/messages.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, TextField } from '#ui/fields.tsx';
import { SiteFoot } from '#ui/site-foot.tsx';

/** Where a key is typed. A script takes it from the end of a link; without one it is typed or pasted here. */
export function KeyPage({ say, filled }: { say: Say; filled: Filled }) {
  return (
    <Document
      title={say('key.title')}
      language={languageHere()}
      script
      head={<meta name="robots" content="noindex" />}
    >
      <LanguageChoice />
      <main class="start">
        <link-key>
          <form method="post" action={keyPath}>
            <FormKey />
            <h1>{say('key.title')}</h1>
            <p>{say('key.says')}</p>
            <TextField
              name="key"
              label={say('key.key')}
              hint={say('key.hint')}
              autocomplete="off"
              say={say}
              filled={filled}
            />
            <div class="row">
              <button class="act first">{say('key.do')}</button>
            </div>
          </form>
        </link-key>
        <p class="quiet">
          <a href="/sign-in?to=/with">{say('key.sign-in')}</a>
        </p>
        <SiteFoot say={say} />
      </main>
    </Document>
  );
}
