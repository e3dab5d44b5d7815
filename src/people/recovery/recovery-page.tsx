import { languageHere } from '#i18n/spoken.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { recoveryPath, recoverySignInPath, youPath } from '#people/paths.ts';
import type { Person } from '#people/person.ts';
import { inGroups } from '#people/recovery/recovery-code.ts';
import type { RecoveryPaper } from '#people/recovery/recovery-codes.ts';
import { Document } from '#ui/document.tsx';
import { FormKey } from '#ui/fields.tsx';

/** What recovery codes are, how many are left, and making new ones. */
export function RecoveryPage({ say, paper }: { say: Say; paper: RecoveryPaper | undefined }) {
  return (
    <Document title={say('recovery.title')} language={languageHere()}>
      <main class="start">
        <form method="post" action={recoveryPath}>
          <FormKey />
          <h1>{say('recovery.title')}</h1>
          <p>{say('recovery.says')}</p>
          {paper && (
            <p>
              {say('recovery.left', { left: paper.left })}{' '}
              {say('recovery.replaced', { day: momentInWords(paper.madeAt, languageHere()) })}
            </p>
          )}
          <div class="row">
            <button class="act first">{say(paper ? 'recovery.make-new' : 'recovery.make')}</button>
            <a class="act plain" href={youPath}>
              {say('you.not-now')}
            </a>
          </div>
        </form>
      </main>
    </Document>
  );
}

type RecoveryPaperProps = {
  say: Say;
  person: Person;
  codes: readonly string[];
  madeAt: string;
  siteUrl: string;
};

/** The codes of a new paper, this once: to print, to write down, or to keep as a file. */
export function RecoveryPaperPage({ say, person, codes, madeAt, siteUrl }: RecoveryPaperProps) {
  const title = say('recovery.paper', { site: new URL(siteUrl).host });
  const made = say('recovery.paper-of', { name: person.name, day: momentInWords(madeAt, languageHere()) });
  const how = say('recovery.paper-how');
  const where = `${siteUrl}${recoverySignInPath}`;
  const written = codes.map(inGroups);
  const text = [title, made, '', ...written, '', how, where, ''].join('\r\n');
  return (
    <Document title={title} language={languageHere()}>
      <main class="stack paper">
        <header>
          <h1>{title}</h1>
          <p class="quiet">{made}</p>
        </header>
        <p class="once">{say('recovery.once')}</p>
        <ol class="codes" dir="ltr">
          {written.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>{how}</p>
        <p class="where" dir="ltr">
          {where}
        </p>
        <div class="acts">
          <a class="act first" href={youPath}>
            {say('recovery.kept')}
          </a>
          <print-page>
            <button class="act" type="button" hidden>
              {say('recovery.print')}
            </button>
          </print-page>
        </div>
        <div class="acts start">
          {/* Made here and not asked for: what is written in it stands nowhere else. */}
          <a
            class="act plain"
            download="snowdrop-recovery-codes.txt"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          >
            {say('recovery.file')}
          </a>
        </div>
      </main>
    </Document>
  );
}
