import { languageHere } from '#i18n/spoken.ts';
import { momentInWords } from '#i18n/dates.ts';
import type { Say } from '#i18n/messages.ts';
import { recoveryPath } from '#people/paths.ts';
import type { RecoveryPaper } from '#people/recovery/recovery-codes.ts';

/** How many codes are left on paper, and the way to new ones. */
export function RecoveryPart({ say, paper }: { say: Say; paper: RecoveryPaper | undefined }) {
  return (
    <section class="part">
      <h2>{say('recovery.title')}</h2>
      <p class="hint">{say('you.recovery-says')}</p>
      {paper && (
        <ul class="list">
          <li class="item">
            <span class="what">{say('recovery.left', { left: paper.left })}</span>
            <span class="means">
              {say('you.recovery-made', { day: momentInWords(paper.madeAt, languageHere()) })}
            </span>
          </li>
        </ul>
      )}
      <div class="acts">
        <a class="act" href={recoveryPath}>
          {say(paper ? 'you.recovery-new' : 'you.recovery-make')}
        </a>
      </div>
    </section>
  );
}
