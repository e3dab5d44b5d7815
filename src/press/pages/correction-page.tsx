import type { Filled } from '#http/forms.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import type { Correction } from '#press/correction.ts';
import { CorrectionFields } from '#press/pages/correction-fields.tsx';
import { correctionPath, correctionsPath } from '#press/paths.ts';

type CorrectionPageProps = { say: Say; memorial: Memorial; correction: Correction; filled: Filled };

/** One correction, to be gone on with: asked for, made, refused, or set aside. */
export function CorrectionPage({ say, memorial, correction, filled }: CorrectionPageProps) {
  const { toldAt, contact } = correction;
  const day = toldAt && momentInWords(toldAt, languageHere(), memorial.zone || 'UTC');
  return (
    <Document title={say('corrections.one')} language={languageHere()} palette={memorial.palette}>
      <main class="stack">
        <nav class="quiet back">
          <a href={correctionsPath(memorial)}>{say('corrections.title')}</a>
        </nav>
        <h1>{say('corrections.one')}</h1>
        {day && (
          <div class="notice">
            <p>{say(contact === '' ? 'corrections.told-on-only' : 'corrections.told-on', { day })}</p>
            {contact !== '' && (
              <p class="kept" dir="auto">
                {contact}
              </p>
            )}
          </div>
        )}
        <form class="stack" method="post" action={correctionPath(memorial, correction)}>
          <FormKey />
          <CorrectionFields say={say} filled={filled} correction={correction} />
          <div class="acts">
            <button class="act first">{say('press.keep')}</button>
          </div>
        </form>
      </main>
    </Document>
  );
}
