import { languageHere } from '#i18n/spoken.ts';
import type { Filled } from '#http/forms.ts';
import { interfaceLanguages, languageName } from '#i18n/languages.ts';
import type { Say } from '#i18n/messages.ts';
import { PasskeysPart } from '#people/passkeys/passkeys-part.tsx';
import { RecoveryPart } from '#people/recovery/recovery-part.tsx';
import { SessionsPart } from '#people/pages/sessions-part.tsx';
import type { Passkey } from '#people/passkeys/passkeys.ts';
import { youPath } from '#people/paths.ts';
import type { Person } from '#people/person.ts';
import type { RecoveryPaper } from '#people/recovery/recovery-codes.ts';
import type { Session } from '#people/sessions.ts';
import { Document } from '#ui/document.tsx';
import { FormKey, Select, TextField } from '#ui/fields.tsx';

type YouPageProps = {
  say: Say;
  person: Person;
  /** An address that waits for its digits. */
  unconfirmed: string | undefined;
  passkeys: Passkey[];
  paper: RecoveryPaper | undefined;
  sessions: Session[];
  current: string;
  filled: Filled;
};

/** Everything about oneself on one page: name, address, passkeys, recovery codes, signed-in devices. */
export function YouPage(props: YouPageProps) {
  const { say, person, unconfirmed, passkeys, paper, sessions, current, filled } = props;
  const isWaiting = person.email === undefined && unconfirmed !== undefined;
  return (
    <Document title={say('you.title')} language={languageHere()}>
      <main class="home">
        <nav class="quiet back">
          <a href="/home">{say('home')}</a>
        </nav>
        <header>
          <h1>{say('you.title')}</h1>
        </header>
        <form class="stack" method="post" action={youPath}>
          <FormKey />
          <TextField
            name="name"
            label={say('you.name')}
            autocomplete="name"
            say={say}
            filled={filled}
            value={person.name}
          />
          <TextField
            name="email"
            type="email"
            label={say('you.email')}
            hint={say(isWaiting ? 'you.email-waits' : 'you.email-hint')}
            autocomplete="email"
            say={say}
            filled={filled}
            value={person.email ?? unconfirmed}
          />
          <Select
            name="language"
            label={say('you.language')}
            hint={say('you.language-hint')}
            say={say}
            filled={filled}
            value={person.language === '' ? languageHere() : person.language}
            options={interfaceLanguages.map((tag) => ({ value: tag, label: languageName(tag), lang: tag }))}
          />
          <div class="acts">
            <button class="act first">{say('you.keep')}</button>
          </div>
        </form>
        <PasskeysPart say={say} passkeys={passkeys} />
        <RecoveryPart say={say} paper={paper} />
        <SessionsPart say={say} sessions={sessions} current={current} />
      </main>
    </Document>
  );
}
