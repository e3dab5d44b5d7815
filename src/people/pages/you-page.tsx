import type { Filled } from '#http/forms.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Passkey } from '#people/passkeys.ts';
import { passkeyPath, passkeysPath, sessionPath, signOutPath, youPath } from '#people/paths.ts';
import type { Person } from '#people/person.ts';
import type { Session } from '#people/sessions.ts';
import { Document } from '#ui/document.tsx';
import { FieldError, FormKey, TextField } from '#ui/fields.tsx';

type YouPageProps = {
  say: Say;
  person: Person;
  /** An address that waits for its digits. */
  unconfirmed: string | undefined;
  passkeys: Passkey[];
  sessions: Session[];
  current: string;
  filled: Filled;
};

/** Everything about oneself on one page: name, address, passkeys, signed-in devices. */
export function YouPage({ say, person, unconfirmed, passkeys, sessions, current, filled }: YouPageProps) {
  const isWaiting = person.email === undefined && unconfirmed !== undefined;
  return (
    <Document title={say('you.title')} language="en">
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
          <div class="acts">
            <button class="act first">{say('you.keep')}</button>
          </div>
        </form>
        <section class="part">
          <h2>{say('you.passkeys')}</h2>
          <p class="hint">{say('you.passkeys-says')}</p>
          <FieldError name="passkeys" say={say} filled={filled} />
          <ul class="list">
            {passkeys.map((passkey) => (
              <li>
                <a class="item" href={passkeyPath(passkey)}>
                  <span class="what">{passkey.name}</span>
                  <span class="means">
                    {passkey.lastUsedAt
                      ? say('you.last-used', { day: momentInWords(passkey.lastUsedAt, 'en') })
                      : say('you.added', { day: momentInWords(passkey.createdAt, 'en') })}
                  </span>
                </a>
              </li>
            ))}
          </ul>
          <passkey-add data-path={passkeysPath} data-failed={say('you.passkey-failed')}>
            <div class="acts">
              <button class="act" type="button" hidden>
                {say('you.add-passkey')}
              </button>
            </div>
            <p role="status"></p>
            <noscript>
              <p class="hint">{say('you.passkey-needs-script')}</p>
            </noscript>
          </passkey-add>
        </section>
        <section class="part">
          <h2>{say('you.sessions')}</h2>
          <ul class="list">
            {sessions.map((session) => (
              <li class="item">
                <span class="what">{session.device}</span>
                <span class="means">
                  {session.id === current
                    ? say('you.this-device')
                    : say('you.last-used', { day: momentInWords(session.lastSeenAt, 'en') })}
                </span>
                {session.id !== current && (
                  <form method="post" action={`${sessionPath(session)}?_method=delete`}>
                    <button
                      class="act plain"
                      aria-label={say('you.end-session-on', { device: session.device })}
                    >
                      {say('you.end-session')}
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
          <div class="acts">
            {sessions.length > 1 && (
              <form method="post" action={`${sessionPath({ id: 'others' })}?_method=delete`}>
                <button class="act">{say('you.end-others')}</button>
              </form>
            )}
            <form method="post" action={signOutPath}>
              <button class="act">{say('you.sign-out')}</button>
            </form>
          </div>
        </section>
      </main>
    </Document>
  );
}
