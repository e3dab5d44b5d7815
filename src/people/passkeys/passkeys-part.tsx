import { languageHere } from '#i18n/spoken.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import type { Passkey } from '#people/passkeys/passkeys.ts';
import { passkeyPath, passkeysPath } from '#people/paths.ts';

/** The passkeys of a person, each with the day it was last used, and adding one. */
export function PasskeysPart({ say, passkeys }: { say: Say; passkeys: readonly Passkey[] }) {
  return (
    <section class="part" id="passkeys">
      <h2>{say('you.passkeys')}</h2>
      <p class="hint">{say('you.passkeys-says')}</p>
      <ul class="list">
        {passkeys.map((passkey) => (
          <li>
            <a class="item" href={passkeyPath(passkey)}>
              <bdi class="what">{passkey.name}</bdi>
              <span class="means">
                {passkey.lastUsedAt
                  ? say('you.last-used', { day: momentInWords(passkey.lastUsedAt, languageHere()) })
                  : say('you.added', { day: momentInWords(passkey.createdAt, languageHere()) })}
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
  );
}
