import { type Filled, untouched } from '#http/forms.ts';
import { dateInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { languageHere } from '#i18n/spoken.ts';
import type { Memorial } from '#memorials/memorial.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';
import type { Correction } from '#press/correction.ts';
import { CorrectionFields } from '#press/pages/correction-fields.tsx';
import { ToldList } from '#press/pages/told-list.tsx';
import { correctionPath, correctionsPath, pressHomePath } from '#press/paths.ts';

type CorrectionsPageProps = {
  say: Say;
  memorial: Memorial;
  /** What strangers told and the family has not decided about. */
  told: readonly Correction[];
  /** What nobody has read first, or whoever did let not pass: only where a parent insists. */
  unread: readonly Correction[];
  /** Whether there is some that is not shown. */
  hasUnread: boolean;
  corrections: readonly Correction[];
  filled: Filled;
};

/** What was printed wrongly, what became of it, and writing it down. */
export function CorrectionsPage(props: CorrectionsPageProps) {
  const { say, memorial, told, unread, hasUnread, corrections, filled } = props;
  const kept = corrections.filter(({ state }) => state !== 'aside');
  const aside = corrections.filter(({ state }) => state === 'aside');
  return (
    <Document title={say('corrections.title')} language={languageHere()} palette={memorial.palette}>
      <main class="home">
        <nav class="quiet back">
          <a href={pressHomePath(memorial)}>{say('press.title')}</a>
        </nav>
        <header>
          <h1>{say('corrections.title')}</h1>
          <p>{say('corrections.says')}</p>
        </header>
        <Told say={say} memorial={memorial} heading="corrections.told" told={told} />
        <Told say={say} memorial={memorial} heading="corrections.unread" told={unread} />
        {hasUnread && (
          <p class="quiet">
            <a href={`${correctionsPath(memorial)}?unread`}>{say('corrections.insist')}</a>
          </p>
        )}
        <Kept say={say} memorial={memorial} heading="corrections.kept" corrections={kept} />
        <details class="else" open={filled !== untouched}>
          <summary>{say('corrections.add')}</summary>
          <form class="stack" method="post" action={correctionsPath(memorial)}>
            <FormKey />
            <CorrectionFields say={say} filled={filled} />
            <div class="acts">
              <button class="act">{say('press.keep')}</button>
            </div>
          </form>
        </details>
        <Kept say={say} memorial={memorial} heading="corrections.aside" corrections={aside} />
      </main>
    </Document>
  );
}

type Part = Pick<CorrectionsPageProps, 'say' | 'memorial'> & { heading: string };

function Told({ say, memorial, heading, told }: Part & { told: readonly Correction[] }) {
  if (told.length === 0) return null;
  return (
    <section class="part">
      <h2>{say(heading)}</h2>
      <ToldList
        say={say}
        told={told}
        zone={memorial.zone}
        acts={(one) => (
          <div class="acts">
            <a class="act plain" href={correctionPath(memorial, one)}>
              {say('corrections.decide')}
            </a>
          </div>
        )}
      />
    </section>
  );
}

function Kept({ say, memorial, heading, corrections }: Part & { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <section class="part">
      <h2>{say(heading)}</h2>
      <ul class="list">
        {corrections.map((one) => (
          <li>
            <a class="item" href={correctionPath(memorial, one)}>
              <bdi class="what">{one.publication}</bdi>
              <span class="means">{inWords(say, one)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The day, what became of it, and whether everybody reads it. */
function inWords(say: Say, { printedOn, state, shown }: Correction): string {
  return [
    printedOn && dateInWords(printedOn, languageHere()),
    say(`corrections.state-${state}`),
    shown && state !== 'aside' && say('corrections.is-shown'),
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ');
}
