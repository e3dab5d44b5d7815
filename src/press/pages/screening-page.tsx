import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import { asShown, type Memorial } from '#memorials/memorial.ts';
import { calledIn } from '#memorials/vocabulary.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import type { Correction } from '#press/correction.ts';
import { ToldList } from '#press/pages/told-list.tsx';
import { screeningPath } from '#press/paths.ts';

type ScreeningPageProps = {
  say: Say;
  memorial: Memorial;
  held: readonly Correction[];
  declined: readonly Correction[];
};

/** For the doorkeeper: what strangers told, before the parents have it. Declining is silent. */
export function ScreeningPage({ say, memorial, held, declined }: ScreeningPageProps) {
  const called = calledIn(asShown(memorial), languageHere());
  const list = { say, zone: memorial.zone, closed: true };
  return (
    <Document title={say('corrections.screening')} language={languageHere()} palette={memorial.palette}>
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <header>
          <h1>{say('corrections.screening')}</h1>
          <p>{say(held.length === 0 ? 'corrections.none-held' : 'corrections.screening-says', { called })}</p>
        </header>
        {held.length > 0 && (
          <ToldList
            {...list}
            told={held}
            acts={(one) => (
              <form class="acts" method="post" action={screeningPath(memorial, one)}>
                <FormKey />
                <button class="act" name="does" value="pass">
                  {say('corrections.pass')}
                </button>
                <button class="act plain" name="does" value="decline">
                  {say('corrections.decline')}
                </button>
              </form>
            )}
          />
        )}
        {declined.length > 0 && (
          <section class="part">
            <h2>{say('corrections.declined')}</h2>
            <ToldList
              {...list}
              told={declined}
              acts={(one) => (
                <form class="acts" method="post" action={`${screeningPath(memorial, one)}?_method=delete`}>
                  <FormKey />
                  <button class="act plain">{say('corrections.again')}</button>
                </form>
              )}
            />
          </section>
        )}
      </main>
    </Document>
  );
}
