import { languageHere } from '#i18n/spoken.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { deviceSaid } from '#people/devices/device.ts';
import { everySessionPath, otherSessionsPath, sessionPath, signOutPath } from '#people/paths.ts';
import type { Session } from '#people/sessions.ts';

type SessionsProps = { say: Say; sessions: readonly Session[]; current: string };

/** Where a person is signed in, since when, and ending it there, everywhere else, or everywhere. */
export function SessionsPart({ say, sessions, current }: SessionsProps) {
  return (
    <section class="part" id="devices">
      <h2>{say('you.sessions')}</h2>
      <ul class="list">
        {sessions.map((session) => (
          <li class="item">
            <bdi class="what device">{deviceSaid(say, session.device)}</bdi>
            <span class="means">{whenUsed(say, session, session.id === current)}</span>
            {session.id !== current && (
              <form method="post" action={`${sessionPath(session)}?_method=delete`}>
                <button
                  class="act plain"
                  aria-label={say('you.end-session-on', { device: deviceSaid(say, session.device) })}
                >
                  {say('you.end-session')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <div class="acts">
        <form method="post" action={signOutPath}>
          <button class="act">{say('you.sign-out')}</button>
        </form>
        {sessions.length > 1 && (
          <>
            <form method="post" action={`${otherSessionsPath}?_method=delete`}>
              <button class="act">{say('you.end-others')}</button>
            </form>
            <form method="post" action={`${everySessionPath}?_method=delete`}>
              <button class="act">{say('you.end-all')}</button>
            </form>
          </>
        )}
      </div>
    </section>
  );
}

function whenUsed(say: Say, { createdAt, lastSeenAt }: Session, isHere: boolean): string {
  const since = momentInWords(createdAt, languageHere());
  if (isHere) return say('you.this-device', { since });
  const day = momentInWords(lastSeenAt, languageHere());
  return day === since ? say('you.used-one-day', { day }) : say('you.signed-in', { since, day });
}
